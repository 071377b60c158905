import { fail, redirect } from '@sveltejs/kit';
import { addInitiative } from '#usecases/plan-changes/add-initiative.ts';
import { writeBoardQuery } from '#web/board-query.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readText } from '#web/read-form.ts';
import { answerRefusal } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { readPlanForEditing } from '../[number]/ret/plan-for-editing.ts';
import { readInitiativeFields, readInitiativeTexts, readPlanDecision } from '../[number]/ret/read-initiative-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const plan = await readPlanForEditing(locals.context, { municipality: params.municipality });
	return { view: keepOnServer(plan), municipality: describeHeader(plan.municipality, true) };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { context, locale } = locals;
		const form = await request.formData();
		const texts = readInitiativeTexts(form);
		const personIds = form.getAll('person').map(String).filter(Boolean);
		const more = { after: readText(form, 'after') || null, personIds, unitId: readText(form, 'unit') || null };
		const added = await answerRefusal(locale, () =>
			addInitiative(context, {
				municipality: params.municipality,
				fields: readInitiativeFields(texts),
				...more,
				...readPlanDecision(form),
			}),
		);
		if (!('number' in added)) return fail(added.status, { message: added.data.message, texts, more, ...readPlanDecision(form) });
		const { run } = await readPlanForEditing(context, { municipality: params.municipality });
		const urls = listUrls(locale);
		const done = writeBoardQuery({}, { sket: 'plan', antal: '1' });
		redirect(
			303,
			run ? urls.boardInitiative(params.municipality, run.year, added.number, done) : urls.initiative(params.municipality, added.number),
		);
	},
};
