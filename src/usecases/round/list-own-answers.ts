import { isAnswered, isOverTime } from '#domain/followup/round-numbers.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { findPlanWithRuns } from '#storage/round-runs.ts';
import type { ReadTx } from '#storage/transactions.ts';
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
		if (year === undefined) return { municipality, run: null, years, rows: [], numbers: { total: 0, done: 0 }, today, newer: null };
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
		const newer = await findNewer(context, tx, inForce?.runs[0], year);
		return { municipality, run: round.run, years, rows, numbers: { total: own.length, done }, today, newer };
	});
}

/** The newest round where it is another than the one shown: an old mail leads to the old one. */
async function findNewer(context: Context, tx: ReadTx, newest: RoundRun | undefined, shown: number): Promise<OwnAnswers['newer']> {
	if (!newest || newest.year <= shown || newest.stage === 'published') return null;
	const { lines } = await readOwnRound(context, tx, newest.year);
	const total = lines.filter(({ isOwn }) => isOwn).length;
	return total > 0 ? { year: newest.year, total } : null;
}

function listReplaced({ actor }: Context, { personIds, isOwn }: OwnLine): readonly string[] {
	return isOwn && !personIds.includes(actor.id) ? personIds.filter((id) => actor.personIds?.includes(id)) : [];
}

function toRow({ initiative, section, answer, isOwn }: OwnLine) {
	const { number, title } = initiative;
	return { number, title, section: section?.title ?? null, status: answer.status, hasDraft: answer.draft !== null, isOwn };
}
