import { error } from '@sveltejs/kit';
import { renderAccounts } from '#usecases/account/render-accounts.ts';
import { sendFile } from '#web/send-file.ts';
import type { RequestHandler } from './$types';

const formats = ['csv', 'json'] as const;

/** The municipality's climate accounts as open data. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const format = formats.find((one) => one === params.format);
	if (!format) error(404);
	return sendFile(await renderAccounts(locals.context, { municipality: params.municipality, format }));
};
