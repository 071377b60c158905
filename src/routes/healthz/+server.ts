import type { RequestHandler } from './$types';

const headers = { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' };

/** The process lives. Whether it can do anything is asked of `/readyz`: a database that is away is no reason to start anew. */
export const GET: RequestHandler = () => new Response('ok\n', { headers });
