import { getNumberKey } from '#domain/plan/number-key.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import { listHistory, type InitiativeHistory } from '../plan/initiative-origins.ts';
import { requireMayForSome } from '../require-may.ts';
import { readBoard } from './view-board.ts';
import type { Board, BoardRow } from './views.ts';

export type BoardInitiativeView = {
	readonly board: Board;
	readonly row: BoardRow;
	/** What was said about it in the rounds before this one, oldest first. */
	readonly older: InitiativeHistory;
};

/**
 * One initiative of a round with the board it stands on: whoever sees it there reads all that is said about it, and nobody else does.
 * @throws DomainError not-found `round.unknown`, `initiative.unknown`; forbidden `access.denied`
 */
export async function viewBoardInitiative(
	context: Context,
	input: { readonly municipality: string; readonly year: number; readonly number: string },
): Promise<BoardInitiativeView> {
	const { code } = await requireMayForSome(context, 'answer.review', input.municipality);
	return context.database.read(code, async (tx) => {
		const { board, record } = await readBoard(tx, context, input.year);
		const row = getBoardRow(board, input.number);
		const history = record.stored ? listHistory(record.stored, row.initiative.id) : [];
		return { board, row, older: history.filter(({ round }) => round.year < input.year) };
	});
}

/** The row of a number, as it is written in any case. Throws not-found `initiative.unknown`. */
export function getBoardRow({ rows, municipality }: Board, number: string): BoardRow {
	const row = rows.find(({ initiative }) => getNumberKey(initiative.number) === getNumberKey(number));
	if (!row) throw new DomainError('not-found', 'initiative.unknown', { municipality: municipality.name, number: number.slice(0, 40) });
	return row;
}
