import { fail, redirect } from '@sveltejs/kit';
import { m } from '#text/paraglide/messages.js';
import { applyImport } from '#usecases/imports/apply-import.ts';
import { correctImportDraft } from '#usecases/imports/correct-import-draft.ts';
import { viewImportDraft } from '#usecases/imports/view-import-draft.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readText } from '#web/read-form.ts';
import { answerRefusal } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { describeHeader } from '#web/describe-header.ts';
import { readApplyForm } from './read-apply-form.ts';
import { nameRow } from './name-row.ts';
import { readCorrections, readTexts } from './read-corrections.ts';
import { readMapping } from './read-mapping.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const view = await viewImportDraft(locals.context, { municipality: params.municipality, draftId: params.draft });
	return {
		view: keepOnServer(view),
		/** Number of the initiative whose values are being corrected. */
		correcting: url.searchParams.get('ret'),
		municipality: describeHeader(view.municipality, view.plan !== null),
	};
};

export const actions: Actions = {
	/** Other columns: the stored document is read again. */
	mapping: async ({ locals, params, request }) => {
		const { locale, context } = locals;
		const draft = { municipality: params.municipality, draftId: params.draft };
		const form = await request.formData();
		const remember = form.has('remember');
		const mapping = readMapping(form, (await viewImportDraft(context, draft)).mappings);
		const refused = await answerRefusal(locale, async () => {
			await correctImportDraft(context, { ...draft, mapping, remember });
		});
		if (refused) return fail(refused.status, { ...refused.data, chosen: { mapping, remember } });
		redirect(303, listUrls(locale).importDraft(params.municipality, params.draft));
	},
	/** Other values of one initiative. */
	correct: async ({ locals, params, request }) => {
		const { locale, context } = locals;
		const form = await request.formData();
		const number = readText(form, 'number');
		const values = readCorrections(form, number);
		const refused = await answerRefusal(locale, async () => {
			await correctImportDraft(context, { municipality: params.municipality, draftId: params.draft, values });
		});
		if (refused) return fail(refused.status, { ...refused.data, correction: { number, texts: readTexts(form) } });
		const renumbered = values.find(({ field }) => field === 'number')?.text;
		const row = nameRow(renumbered ?? number);
		redirect(303, listUrls(locale).importDraft(params.municipality, params.draft, `#${row}`));
	},
	apply: async ({ locals, params, request }) => {
		const { locale, context } = locals;
		const form = await request.formData();
		const { typed, plan, round, unreadable } = readApplyForm(form);
		if (unreadable) {
			const explain = unreadable === 'statusDate' ? m.web_apply_no_date : m.web_apply_no_year;
			return fail(400, { typed, field: unreadable, message: explain({ text: typed[unreadable] }, { locale }) });
		}
		const answer = await answerRefusal(locale, () =>
			applyImport(context, {
				municipality: params.municipality,
				draftId: params.draft,
				basis: readText(form, 'basis') || undefined,
				missing: typed.missing,
				plan,
				round,
			}),
		);
		if (!('importId' in answer)) return fail(answer.status, { ...answer.data, typed, field: null });
		const applied = new URLSearchParams({
			indlaest: answer.importId,
			...(answer.lapsed.length > 0 ? { bortfaldet: String(answer.lapsed.length) } : {}),
		});
		redirect(303, `${listUrls(locale).imports(params.municipality)}?${applied.toString()}`);
	},
};
