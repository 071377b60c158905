import { error, json, redirect } from '@sveltejs/kit';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { parseYear } from '#domain/shared/year.ts';
import { answerProblemSentence } from '#text/answer-problems.ts';
import { formatClock } from '#text/format.ts';
import { m } from '#text/paraglide/messages.js';
import { saveDraft } from '#usecases/round/save-draft.ts';
import { describeDomainError } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { problemPlaces } from '../problem-places.ts';
import { readAnswer, readSave } from '../read-answer.ts';
import type { RequestHandler } from './$types';

/** Saves what is typed, for the page's script. Answers with the new version and what is still missing: in words, and at which field. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const year = parseYear(params.year);
	if (year === undefined) error(404);
	const form = await request.formData().catch(() => error(400));
	const { locale } = locals;
	try {
		const place = { municipality: params.municipality, year, number: params.number };
		const saved = await saveDraft(locals.context, { ...place, ...readSave(form), draft: readAnswer(form) });
		return json({
			version: saved.version,
			saved: m.answer_saved_at({ time: formatClock(saved.at, locale) }, { locale }),
			missing: saved.problems.map((problem) => ({
				problem,
				place: problemPlaces[problem],
				sentence: answerProblemSentence(problem, locale),
			})),
		});
	} catch (caught) {
		if (!isDomainError(caught)) throw caught;
		const { status, message } = describeDomainError(caught, locale);
		// The same initiative under its new number: what is typed is sent there as it is.
		if (caught.code === 'initiative.renumbered')
			redirect(307, listUrls(locale).answerDraft(params.municipality, year, String(caught.details.to)));
		return json({ message, isConflict: caught.code === 'answer.changed-meanwhile' }, { status });
	}
};
