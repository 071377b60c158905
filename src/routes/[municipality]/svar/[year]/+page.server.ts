import { error } from '@sveltejs/kit';
import { canForSome } from '#domain/access/policy.ts';
import { parseYear } from '#domain/shared/year.ts';
import { listOwnAnswers } from '#usecases/round/list-own-answers.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readGiven } from './given.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const year = parseYear(params.year);
	if (year === undefined) error(404);
	const view = await listOwnAnswers(locals.context, { municipality: params.municipality, year });
	if (!view.run) error(404);
	return {
		view: keepOnServer({ ...view, run: view.run }),
		name: locals.person?.name ?? null,
		given: readGiven(url),
		// The address of a calendar is given to who is signed in as the person, not to whoever holds a link.
		hasCalendar: locals.person !== null && locals.open?.session.answersFor === null,
		mayReview: canForSome(locals.context.actor, 'answer.review', view.municipality.code),
		municipality: describeHeader(view.municipality, true),
	};
};
