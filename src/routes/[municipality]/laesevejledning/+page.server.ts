import { redirect } from '@sveltejs/kit';
import { saveReadingGuide } from '#usecases/plan/save-reading-guide.ts';
import { viewReadingGuide } from '#usecases/plan/view-reading-guide.ts';
import { describeHeader } from '#web/describe-header.ts';
import { refuseForm } from '#web/refuse-form.ts';
import { listUrls } from '#web/urls.ts';
import { readGuideForm, readKnownGuide, toTyped } from './read-guide-form.ts';
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
		const refused = await refuseForm(locals.locale, typed, () => saveReadingGuide(locals.context, { municipality, typed, known }));
		return refused ?? redirect(303, listUrls(locals.locale).readingGuide(municipality, '?gemt'));
	},
	remove: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { municipality } = params;
		const refused = await refuseForm(locals.locale, null, () =>
			saveReadingGuide(locals.context, { municipality, typed: null, known: readKnownGuide(form) }),
		);
		return refused ?? redirect(303, listUrls(locals.locale).readingGuide(municipality, '?gemt'));
	},
};
