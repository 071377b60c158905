import type { TableProblem } from '#domain/account/account-draft.ts';
import { takeSome } from '#domain/shared/take-some.ts';
import type { Columns } from './account-columns.ts';
import type { Table, TableRow } from './table.ts';

/** A table with headings of an account. */
export type FoundAccount = { readonly table: Table; readonly header: TableRow; readonly columns: Columns };

const mostNamed = 20;
/** A file may name its sheets and columns as it likes. */
const longestName = 100;

/** What a workbook hides: a person sees no such figures in it, and must know whether they are in the account. */
export function listHidden(found: readonly FoundAccount[], hiddenSheets: readonly string[]): TableProblem[] {
	return [
		...hiddenSheets.map((text): TableProblem => ({ code: 'sheet.hidden', row: null, column: '', text: text.slice(0, longestName) })),
		...found.flatMap(listOfTable),
	];
}

function listOfTable({ table, header, columns }: FoundAccount): TableProblem[] {
	const column = (table.place.sheet ?? '').slice(0, longestName);
	const rows = table.rows.filter(({ row, hidden }) => hidden && row > header.row).map(({ row }) => row);
	const used = new Set([...Object.values(columns.fields), ...columns.years.values()]);
	const names = (table.hiddenColumns ?? [])
		.filter((at) => used.has(at))
		.map((at) => header.cells[at]?.text.trim().slice(0, longestName) ?? '');
	return [
		...(rows.length === 0 ? [] : [{ code: 'rows.hidden', row: null, column, text: nameSome(joinRuns(rows)) } as const]),
		...(names.length === 0 ? [] : [{ code: 'columns.hidden', row: null, column, text: nameSome(names) } as const]),
	];
}

function nameSome(names: readonly string[]): string {
	const { first, more } = takeSome(names, mostNamed);
	return [...first, ...(more > 0 ? ['…'] : [])].join(', ');
}

/** Rows that follow each other as first and last: 4, 5, 6 and 9 are "4-6" and "9". */
function joinRuns(rows: readonly number[]): string[] {
	const runs: [number, number][] = [];
	for (const row of rows) {
		const last = runs.at(-1);
		if (last && last[1] === row - 1) last[1] = row;
		else runs.push([row, row]);
	}
	return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`));
}
