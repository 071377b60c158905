import type { Account, AccountRow } from '#domain/account/account.ts';
import { toCo2e } from '#domain/account/gwp.ts';
import { getGasOfCo2e } from '#domain/account/single-gas.ts';
import { writeCanonicalJson } from './canonical-json.ts';
import { guardFormula } from './render-csv.ts';

const columns = [
	'kind',
	'year',
	'release',
	'releaseDate',
	'methodVersion',
	'gwpSet',
	'source',
	'sector',
	'subSector',
	'carrier',
	'gas',
	'part',
	'scope',
	'activity',
	'activityUnit',
	'factor',
	'factorUnit',
	'factorId',
	'tonnes',
	'unit',
	'tonnesCo2e',
	'origin',
	'notation',
	'reason',
	'activityQuality',
	'factorQuality',
	'label',
] as const;

/**
 * Accounts line by line as separated values: an empty cell is not stated, never zero. Numbers have a comma, as Danish spreadsheets read
 * them. `tonnes` are in the unit beside them, and `tonnesCo2e` may be added up.
 */
export function renderAccountCsv(accounts: readonly Account[]): Uint8Array {
	const lines = accounts.flatMap((account) =>
		account.rows.map((row) => columns.map((column) => writeCell(readCell(account, row, column)))),
	);
	return new TextEncoder().encode(`\ufeff${[columns.map(String), ...lines].map((cells) => cells.join(';')).join('\r\n')}\r\n`);
}

/** The same as JSON, with totals and key figures. */
export function renderAccountJson(accounts: readonly Account[]): Uint8Array {
	return new TextEncoder().encode(writeCanonicalJson(accounts.map(toPublic)));
}

function readCell(account: Account, row: AccountRow, column: (typeof columns)[number]): string | number | null {
	if (column === 'tonnesCo2e') return toTonnesCo2e(account, row);
	if (column === 'unit') return row.tonnes === null ? null : `t ${row.gas === 'F-gases' ? 'CO2e' : row.gas}`;
	// The gas of a line in CO2e, so that the lines of a sector can be told apart, also by who reads the file in again.
	if (column === 'gas') return getGasOfCo2e(row) ?? row.gas;
	return column in row ? row[column as keyof AccountRow] : (account[column as keyof Account] as string | number | null);
}

/** What the line counts in its account's total, or beside it; null where nobody can say. */
function toTonnesCo2e({ gwpSet }: Account, row: AccountRow): number | null {
	const answer = toCo2e(row, gwpSet, gwpSet);
	return answer.kind === 'tonnes' ? answer.tonnes : null;
}

function writeCell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value).replace('.', ',');
	const text = guardFormula(value);
	return /[;"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toPublic(account: Account) {
	const { kind, year, release, releaseDate, methodVersion, gwpSet, source, population, populationYear } = account;
	const { totals, chosenTotal, rows, keyFigures } = account;
	const head = { kind, year, release, releaseDate, methodVersion, gwpSet, source, population, populationYear };
	return { ...head, totals, chosenTotal, rows, keyFigures };
}
