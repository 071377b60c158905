import { renderPathSheet } from '#usecases/pathway/render-path-sheet.ts';
import { sendFile } from '#web/send-file.ts';
import type { RequestHandler } from './$types';

/** Where the plan stands in tonnes, as one page to print. */
export const GET: RequestHandler = async ({ locals: { context, locale }, params }) =>
	sendFile(await renderPathSheet(context, { municipality: params.municipality, locale }));
