import { fail, redirect } from '@sveltejs/kit';
import type { LegendProblem, TypedLegend } from '#domain/followup/make-legend.ts';
import { errorSentence } from '#text/errors.ts';
import type { Locale } from '#text/locale.ts';
import { saveReadingGuide } from '#usecases/plan/save-reading-guide.ts';
import { viewReadingGuide } from '#usecases/plan/view-reading-guide.ts';
import { describeHeader } from '#web/describe-header.ts';
import { answerRefusal } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { addLines, readGuideForm, readKnownGuide, toTyped } from './read-guide-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const view = await viewReadingGuide(locals.context, { municipality: params.municipality });
	const { key, legend, planTitle, otherRound } = view;
	// Where there is none, or another is wanted, the form begins with one that is shipped.
	const begun = view.shipped.find(({ id }) => id === url.searchParams.get('fra')) ?? null;
	return {
		...{ key, planTitle, otherRound, title: legend?.title ?? null },
		typed: toTyped(begun ?? legend),
		begun: begun?.title ?? null,
		shipped: view.shipped.filter(({ id }) => id !== key?.id).map(({ id, title }) => ({ id, title })),
		saved: url.searchParams.has('gemt'),
		municipality: describeHeader(view.municipality, true),
	};
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const [typed, known] = [readGuideForm(form), readKnownGuide(form)];
		const { municipality } = params;
		const saved = await answerRefusal(locals.locale, () => saveReadingGuide(locals.context, { municipality, typed, known }));
		if (!('kind' in saved)) return fail(saved.status, answer(typed, [], locals.locale, saved.data.message));
		if (saved.kind === 'refused') return fail(400, answer(typed, saved.problems, locals.locale));
		redirect(303, listUrls(locals.locale).readingGuide(municipality, '?gemt'));
	},
	// Without script more lines are one more turn to the server; what is typed comes back with them.
	more: async ({ locals, params, request }) => {
		await viewReadingGuide(locals.context, { municipality: params.municipality });
		return answer(addLines(readGuideForm(await request.formData())), [], locals.locale);
	},
	remove: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { municipality } = params;
		const input = { municipality, typed: null, known: readKnownGuide(form) };
		const saved = await answerRefusal(locals.locale, () => saveReadingGuide(locals.context, input));
		if (!('kind' in saved)) return fail(saved.status, answer(null, [], locals.locale, saved.data.message));
		redirect(303, listUrls(locals.locale).readingGuide(municipality, '?gemt'));
	},
};

/** What the form shows again: what was typed, what is wrong at which field, and what is wrong with the whole. */
function answer(typed: TypedLegend | null, problems: readonly LegendProblem[], locale: Locale, message: string | null = null) {
	return {
		...{ typed, message },
		problems: problems.map(({ code, field, details }) => ({ field, text: errorSentence(code, details, locale) })),
		/** English texts that were left behind are all that stands between this and what was to be saved. */
		asksEnglish: problems.some(({ code }) => code === 'legend.english-left'),
	};
}
