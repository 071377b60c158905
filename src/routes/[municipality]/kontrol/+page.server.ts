import { fail, redirect } from '@sveltejs/kit';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { m } from '#text/paraglide/messages.js';
import { checkHash, type HashCheck } from '#usecases/reports/check-hash.ts';
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
	/** The number, the file, or both against each other. The file is read in memory and forgotten with the request. */
	default: async ({ locals: { context, locale }, params, request }) => {
		const { municipality } = params;
		const form = await request.formData();
		const file = await readFile(form, 'file');
		const typed = readText(form, 'hash').slice(0, 200);
		if (!file && typed !== '') redirect(303, listUrls(locale).checkHash(municipality, `?${new URLSearchParams({ hash: typed })}`));
		if (!file) return fail(400, { ...nothing, message: m.publish_check_nothing({}, { locale }) });
		if (file.bytes.length === 0) {
			return fail(400, { ...nothing, typed, message: m.publish_check_empty({ file: file.fileName.slice(0, 200) }, { locale }) });
		}
		const check = (hash?: string) =>
			answerRefusal(locale, () => checkHash(context, hash ? { municipality, file, hash } : { municipality, file }));
		const both = await check(typed);
		if (!('status' in both)) return { ...nothing, typed, check: both };
		// Of a number that is none the file is told all the same.
		const alone = typed === '' ? both : await check();
		if ('status' in alone) return fail(alone.status, { ...nothing, typed, message: alone.data.message });
		return fail(both.status, { ...nothing, typed, check: alone, numberMessage: both.data.message });
	},
};

type Answered = {
	readonly check: HashCheck | null;
	readonly typed: string;
	/** What is wrong with the file, and with the number. */
	readonly message: string | null;
	readonly numberMessage: string | null;
};
const nothing: Answered = { check: null, typed: '', message: null, numberMessage: null };
