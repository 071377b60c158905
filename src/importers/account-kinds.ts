import { readYearCell, textReader, type Told } from './account-columns.ts';
import type { FoundAccount } from './account-hidden.ts';

/**
 * The kinds that a file names. One of several kinds, or of several releases of a year, holds accounts that must not be added up, also
 * where each has a sheet of its own.
 */
export function findKinds(found: readonly FoundAccount[], tell: Told): string[] {
	const own = found.flatMap(listAbout);
	const kinds = [...new Set(own.map(({ kind }) => kind).filter(Boolean))];
	const releases = new Map<number | null, string>();
	const other = own.find(({ years, release, kind }) => {
		const isOther = years.some((year) => (releases.get(year) ?? release) !== release);
		for (const year of years) releases.set(year, releases.get(year) ?? release);
		return isOther || (kind !== '' && kind !== kinds[0]);
	});
	if (other) tell('account.several', other.row, 'release', [other.sheet, other.kind, other.release].filter(Boolean).join(', '));
	return kinds;
}

/** What each row of a table says of the account it is in, and the years it has figures for. */
function listAbout({ table, header, columns }: FoundAccount) {
	return table.rows
		.filter(({ row, cells }) => row > header.row && cells.some(({ text }) => text.trim() !== ''))
		.map((row) => {
			const text = textReader(row, columns);
			const years = columns.years.size > 0 ? [...columns.years.keys()] : [readYearCell(text('year')) ?? null];
			return { row: row.row, sheet: table.place.sheet, years, release: text('release'), kind: text('kind') };
		});
}
