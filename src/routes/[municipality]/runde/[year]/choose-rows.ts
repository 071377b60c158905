import { answerStatuses } from '#domain/followup/answer.ts';
import { states, type Fulfilment, type Progress } from '#domain/followup/assessment.ts';
import { changeKinds } from '#domain/followup/compare-rounds.ts';
import { isAnswered } from '#domain/followup/round-numbers.ts';
import { compareNaturally, compareWords } from '#domain/shared/natural-order.ts';
import type { BoardRow } from '#usecases/round/views.ts';
import { boardViews, type BoardQuery, type BoardSortKey, type BoardView } from '#web/board-query.ts';

/** Whether a row belongs to a view. */
export function isInView(row: BoardRow, view: BoardView): boolean {
	const { status } = row.answer;
	switch (view) {
		case 'answered or accepted':
			return isAnswered(status);
		case 'not answered':
			return !isAnswered(status);
		case 'over time':
			return row.isOverTime;
		case 'breaks guide':
			return row.breaksGuide;
		case 'has findings':
			return row.findings.length > 0;
		case 'has comments':
			return row.comments.length > 0;
		case 'incomplete':
			return isAnswered(status) && row.problems.length > 0;
		case 'worse':
			return row.change === 'worse' || row.change === 'mixed';
		case 'better':
			return row.change === 'better';
		case 'changed':
			return row.assessment !== null && row.change !== 'unchanged';
		case 'unassigned':
			return row.persons.length === 0;
		case 'waiting':
		case 'draft':
		case 'answered':
		case 'sent back':
		case 'accepted':
			return status === view;
	}
}

/** How many rows each view has, for its place in the list of views. */
export function countViews(rows: readonly BoardRow[]): Record<BoardView, number> {
	return Object.fromEntries(boardViews.map((view) => [view, rows.filter((row) => isInView(row, view)).length])) as Record<
		BoardView,
		number
	>;
}

/** The rows that are asked for, in the order asked for. */
export function chooseRows(rows: readonly BoardRow[], { view, unit, colour, text, sort }: BoardQuery): BoardRow[] {
	const words = text.toLocaleLowerCase('da').split(/\s+/).filter(Boolean);
	const chosen = rows.filter(
		(row) =>
			(!view || isInView(row, view)) &&
			(!unit || row.unitId === unit) &&
			(!colour || (row.assessment?.progress ?? 'none') === colour) &&
			words.every((word) => writeSearched(row).includes(word)),
	);
	const compare = comparers[sort.by];
	return chosen.sort((left, right) => (sort.descending ? compare(right, left) : compare(left, right)));
}

function writeSearched({ initiative, assessment, persons }: BoardRow): string {
	const names = persons.map(({ name }) => name ?? '');
	return [initiative.number, initiative.title, initiative.responsible ?? '', assessment?.remark ?? '', ...names]
		.join(' ')
		.toLocaleLowerCase('da');
}

type Compare = (left: BoardRow, right: BoardRow) => number;

/** By place in a list; what is not stated comes last. */
function byPlace<Value>(list: readonly Value[], read: (row: BoardRow) => Value | null | undefined): Compare {
	const place = (row: BoardRow) => {
		const at = list.findIndex((value) => value === read(row));
		return at === -1 ? list.length : at;
	};
	return (left, right) => place(left) - place(right);
}

const comparers: Readonly<Record<BoardSortKey, Compare>> = {
	position: (left, right) => left.initiative.position - right.initiative.position,
	number: (left, right) => compareNaturally(left.initiative.number, right.initiative.number),
	title: (left, right) => compareWords(left.initiative.title, right.initiative.title),
	status: byPlace(answerStatuses, ({ answer }) => answer.status),
	state: byPlace(states, ({ assessment }) => assessment?.state),
	// Worst first: that is what one sorts for.
	progress: byPlace(['red', 'yellow', 'white', 'green'] satisfies readonly Progress[], (row) => row.assessment?.progress),
	fulfilment: byPlace(['red', 'yellow', 'pink', 'green'] satisfies readonly Fulfilment[], (row) => row.assessment?.fulfilment),
	change: byPlace(changeKinds, (row) => (row.assessment ? row.change : null)),
};
