import type { ColumnMapping, ReadResult } from '#domain/followup/draft-initiative.ts';
import { readTables } from '#importers/read-tables.ts';
import type { Cell, Table } from '#importers/table.ts';

/** A table from rows of texts; a cell may say more than its text. */
export function makeTable(rows: readonly (readonly (string | Cell)[])[], place: Partial<Table['place'] & { title: string }> = {}): Table {
	return {
		place: { file: 'test', sheet: place.sheet ?? null, page: null },
		title: place.title ?? null,
		rows: rows
			.map((cells, at) => ({
				row: at + 1,
				page: null,
				hidden: false,
				cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)),
			}))
			.filter((row) => row.cells.some((cell) => cell.text !== '')),
	};
}
/** The tables through the whole pipeline, with a person’s corrections of columns. */
export const readMade = (tables: Table | Table[], mapping: ColumnMapping[] = []): ReadResult =>
	readTables('test', { tables: [tables].flat(), problems: [] }, mapping);
/** What the reader noticed, by code. */
export const problemCodes = (result: ReadResult) => result.problems.map((problem) => problem.code);
