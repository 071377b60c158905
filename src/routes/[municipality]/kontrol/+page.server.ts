import { fail, redirect } from '@sveltejs/kit';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { m } from '#text/paraglide/messages.js';
import { checkHash } from '#usecases/reports/check-hash.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { describeHeader } from '#web/describe-header.ts';
import { readFile, readText } from '#web/read-form.ts';
import { listUrls } from '#web/urls.ts';
import { answerRefusal, describeDomainError } from '#web/to-response.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context, locale }, params, url }) => {
	const { municipality } = params;
	const typed = url.searchParams.get('hash')?.slice(0, 200) ?? '';
	const { check, message } = await tryHash(typed === '' ? undefined : typed);
	return { check: keepOnServer(check), typed, message, municipality: describeHeader(check.municipality, true) };

	async function tryHash(hash: string | undefined) {
		try {
			return { check: await checkHash(context, hash === undefined ? { municipality } : { municipality, hash }), message: null };
		} catch (error) {
			if (!isDomainError(error) || error.code !== 'report.hash-form') throw error;
			return { check: await checkHash(context, { municipality }), message: describeDomainError(error, locale).message };
		}
	}
};

export const actions: Actions = {
	/** The file that is chosen, or else the number. The file is read in memory and forgotten with the request. */
	default: async ({ locals: { context, locale }, params, request }) => {
		const { municipality } = params;
		const form = await request.formData();
		const file = await readFile(form, 'file');
		const typed = readText(form, 'hash');
		if (!file && typed !== '') redirect(303, listUrls(locale).checkHash(municipality, `?${new URLSearchParams({ hash: typed })}`));
		if (!file) return fail(400, { check: null, message: m.publish_check_nothing({}, { locale }) });
		const answer = await answerRefusal(locale, () => checkHash(context, { municipality, file }));
		if ('status' in answer) return fail(answer.status, { check: null, message: answer.data.message });
		return { check: answer, message: null };
	},
};
