import { error, fail, redirect } from '@sveltejs/kit';
import { parseYear } from '#domain/shared/year.ts';
import { correctRound, previewCorrection } from '#usecases/reports/correct-round.ts';
import { publishRound } from '#usecases/reports/publish-round.ts';
import { viewPublishing } from '#usecases/reports/view-publishing.ts';
import { setStatusDate } from '#usecases/round/set-status-date.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { describeHeader } from '#web/describe-header.ts';
import { readText } from '#web/read-form.ts';
import { answerRefusal } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { readCorrection } from './read-correction.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context, locale }, params, url }) => {
	const view = await viewPublishing(context, { ...readPlace(params), locale });
	return {
		view: keepOnServer(view),
		/** Numbers of the initiatives that are to be corrected. */
		chosen: url.searchParams.getAll('indsats'),
		done: url.searchParams.has('udgivet'),
		municipality: describeHeader(view.municipality, true),
	};
};

export const actions: Actions = {
	publish: async ({ locals: { context, locale }, params, request }) => {
		const form = await request.formData();
		const place = readPlace(params);
		const version = readText(form, 'version');
		const seen = { sha256: readText(form, 'sha256'), ...(version ? { version: Number(version) } : {}) };
		const answer = await answerRefusal(locale, () => publishRound(context, { ...place, ...seen }));
		if ('status' in answer) return fail(answer.status, { message: answer.data.message, typed: null, preview: null });
		redirect(303, `${listUrls(locale).publishRound(place.municipality, place.year)}?udgivet`);
	},
	date: async ({ locals: { context, locale }, params, request }) => {
		const place = readPlace(params);
		const statusDate = readText(await request.formData(), 'statusDate');
		const refused = await answerRefusal(locale, () => setStatusDate(context, { ...place, statusDate }));
		if (refused) return fail(refused.status, { message: refused.data.message, typed: null, preview: null });
		redirect(303, listUrls(locale).publishRound(place.municipality, place.year));
	},
	/** Opens the fields of the initiatives that are chosen, and keeps what is typed. */
	choose: async ({ request }) => ({ message: null, typed: readCorrection(await request.formData()), preview: null }),
	/** What the correction would publish; nothing is stored. */
	preview: async ({ locals: { context, locale }, params, request }) => {
		const typed = readCorrection(await request.formData());
		const { sha256: _none, ...correction } = typed;
		const preview = await answerRefusal(locale, () => previewCorrection(context, { ...readPlace(params), ...correction }));
		if ('status' in preview) return fail(preview.status, { message: preview.data.message, typed, preview: null });
		return { message: null, typed, preview };
	},
	correct: async ({ locals: { context, locale }, params, request }) => {
		const typed = readCorrection(await request.formData());
		const place = readPlace(params);
		const answer = await answerRefusal(locale, () => correctRound(context, { ...place, ...typed }));
		if ('status' in answer) return fail(answer.status, { message: answer.data.message, typed, preview: null });
		redirect(303, `${listUrls(locale).publishRound(place.municipality, place.year)}?udgivet`);
	},
};

function readPlace({ municipality, year: text }: { readonly municipality: string; readonly year: string }) {
	const year = parseYear(text);
	if (year === undefined) error(404);
	return { municipality, year };
}
