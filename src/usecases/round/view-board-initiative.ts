import { getNumberKey } from '#domain/plan/number-key.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { listHistory, type InitiativeHistory, type Predecessor } from '../plan/initiative-origins.ts';
import type { PlanRecord } from '../plan/plan-record.ts';
import { requireMayForSome } from '../require-may.ts';
import { getRunningRound, type RoundOfPlan } from './answer-desk.ts';
import { explainAbsence } from './explain-absence.ts';
import { listOriginAnswers, readOrigins, type OriginAnswer } from './read-origins.ts';
import { readBoard } from './view-board.ts';
import type { Board, BoardRow } from './views.ts';

export type BoardInitiativeView = {
	readonly board: Board;
	readonly row: BoardRow;
	/** What was said about it in the rounds before this one, oldest first. */
	readonly older: InitiativeHistory;
	/** What it came out of and what went into it, with what was said about that. */
	readonly origins: readonly Predecessor[];
	/** The last of that, to be read beside the answer. */
	readonly originAnswers: readonly OriginAnswer[];
	/** What happened to it in the plan in this round, to what came out of it and to what it came out of and stands beside. */
	readonly planEvents: Board['events'];
};

type Input = { readonly municipality: string; readonly year: number; readonly number: string };

/**
 * One initiative of a round with the board it stands on: whoever sees it there reads all that is said about it, and nobody else does.
 * @throws DomainError not-found `round.unknown`, and as `explainAbsence`; forbidden `access.denied`, `initiative.other-unit`
 */
export async function viewBoardInitiative(context: Context, input: Input): Promise<BoardInitiativeView> {
	const { code } = await requireMayForSome(context, 'answer.review', input.municipality);
	return context.database.read(code, async (tx) => {
		const { board, record } = await readBoard(tx, context, input.year);
		const round = await getRunningRound(tx, input.year);
		const row = findBoardRow(board, input.number);
		if (!row) throw await explainMissingRow(tx, context, { record, round, number: input.number });
		const { stored } = record;
		const history = stored ? listHistory(stored, row.initiative.id) : [];
		const origins = await readOrigins(tx, context, { round, initiativeId: row.initiative.id, action: 'answer.review', stored });
		return {
			board,
			row,
			older: history.filter((told) => told.round.year < input.year),
			origins,
			originAnswers: listOriginAnswers(origins, input.year, row.previous !== null),
			planEvents: board.events.filter(({ initiative, other, returned }) =>
				[initiative, other, ...(returned?.beside ?? [])].some((one) => one?.id === row.initiative.id),
			),
		};
	});
}

/** The row of a number, as it is written in any case. Throws not-found `initiative.unknown`. */
export function getBoardRow(board: Board, number: string): BoardRow {
	const row = findBoardRow(board, number);
	if (row) return row;
	throw new DomainError('not-found', 'initiative.unknown', { municipality: board.municipality.name, number: number.slice(0, 40) });
}

function findBoardRow({ rows }: Board, number: string): BoardRow | undefined {
	return rows.find(({ initiative }) => getNumberKey(initiative.number) === getNumberKey(number));
}

type Missing = { readonly record: PlanRecord; readonly round: RoundOfPlan; readonly number: string };

/** Why the board of whoever asks has no row of a number: it is none of theirs, or none of the round's. A line that is new in it is no news yet. */
async function explainMissingRow(tx: ReadTx, context: Context, { record, round, number }: Missing): Promise<DomainError> {
	const isKnown = record.stored?.initiatives.some(
		({ content }) =>
			getNumberKey(content.number) === getNumberKey(number) && content.withdrawnIn === null && content.introducedIn !== round.run.year,
	);
	if (isKnown) return new DomainError('forbidden', 'initiative.other-unit', { number: number.slice(0, 40) });
	return explainAbsence(tx, context, round, number, 'answer.review');
}
