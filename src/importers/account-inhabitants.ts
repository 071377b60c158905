import { isInhabitants } from '#domain/account/place-population.ts';
import { readYearCell, type Columns, type Told } from './account-columns.ts';
import { readFigure, refuseFigure } from './account-figure.ts';
import type { Cell, TableRow } from './table.ts';

/** How many live there: whole persons, stated for a year once. */
export type Inhabitants = { readonly population: number };

type Stated = { readonly year: number; readonly cell: Cell; readonly column: string };
type Found = Inhabitants & Pick<Stated, 'year'>;

/** Reads the inhabitants of each year. An empty cell and a dash state none. */
export function readInhabitants(
	stated: readonly Stated[],
	{ row, columns, tell }: { readonly row: number; readonly columns: Columns; readonly tell: Told },
): Found[] {
	return stated.flatMap(({ year, cell, column }): Found[] => {
		if (/^[–-]?$/.test(cell.text.trim())) return [];
		const population = readFigure(cell, columns);
		if (population !== undefined && isInhabitants(population)) return [{ year, population }];
		const why = refuseFigure(cell, columns);
		tell(population !== undefined || why === 'cell.number-form' ? 'population.form' : why, row, column, cell.text);
		return [];
	});
}

/** Reads the inhabitants in a column of their own, where each row is of one year. */
export function readInhabitantsBeside({ row, cells }: TableRow, columns: Columns, tell: Told): Found[] {
	const { population, year: place } = columns.fields;
	const year = columns.years.size > 0 ? undefined : readYearCell(cells[place ?? -1]?.text.trim() ?? '');
	const cell = cells[population ?? -1];
	return cell && year !== undefined ? readInhabitants([{ year, cell, column: 'population' }], { row, columns, tell }) : [];
}
