import { isAnswered, isOverTime } from '#domain/followup/round-numbers.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { findPlanWithRuns } from '#storage/round-runs.ts';
import type { Context } from '../context.ts';
import { requireMayForSome } from '../require-may.ts';
import { isOpenFor } from './answer-desk.ts';
import { readOwnRound, type OwnLine } from './own-lines.ts';
import { listRoundPeople } from './round-people.ts';
import type { OwnAnswerRow, OwnAnswers } from './views.ts';

/**
 * Everything the actor is asked about in the round of `year`, else in the newest that is run here; a unit lead also sees what others of
 * the unit are asked. Throws not-found `round.unknown` for a year that is asked for, forbidden `access.denied`.
 */
export async function listOwnAnswers(
	context: Context,
	input: { readonly municipality: string; readonly year?: number },
): Promise<OwnAnswers> {
	const { code } = await requireMayForSome(context, 'answer.give', input.municipality);
	const today = getDanishDay(context.now()).day;
	return context.database.read(code, async (tx) => {
		const [found, inForce] = await Promise.all([findMunicipality(tx), findPlanWithRuns(tx)]);
		if (!found) throw new DomainError('not-found', 'municipality.unknown', { municipality: code });
		const municipality = found.profile;
		const years = (inForce?.runs ?? []).map(({ year }) => year);
		const year = input.year ?? years[0];
		if (year === undefined) return { municipality, run: null, years, rows: [], numbers: { total: 0, done: 0 }, today };
		const { round, lines } = await readOwnRound(context, tx, year);
		const people = await listRoundPeople(
			tx,
			lines.flatMap(({ personIds }) => personIds),
		);
		const rows = lines.map((line): OwnAnswerRow => ({
			...toRow(line),
			persons: line.personIds.map(people.name),
			standsInFor: listReplaced(context, line).map(people.name),
			isOverTime: isOverTime(line.answer.status, round.run.deadline, today),
			maySave: isOpenFor(context, code, { run: round.run, answer: line.answer }),
		}));
		const own = rows.filter(({ isOwn }) => isOwn);
		const done = own.filter(({ status }) => isAnswered(status)).length;
		return { municipality, run: round.run, years, rows, numbers: { total: own.length, done }, today };
	});
}

function listReplaced({ actor }: Context, { personIds, isOwn }: OwnLine): readonly string[] {
	return isOwn && !personIds.includes(actor.id) ? personIds.filter((id) => actor.personIds?.includes(id)) : [];
}

function toRow({ initiative, section, answer, isOwn }: OwnLine) {
	const { number, title } = initiative;
	return { number, title, section: section?.title ?? null, status: answer.status, hasDraft: answer.draft !== null, isOwn };
}
