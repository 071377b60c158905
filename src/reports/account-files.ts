import type { Account, AccountRow } from '#domain/account/account.ts';
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
	'origin',
	'notation',
	'reason',
	'activityQuality',
	'factorQuality',
	'label',
] as const;

/** Accounts line by line as separated values: an empty cell is not stated, never zero. Numbers have a comma, as Danish spreadsheets read them. */
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
	return column in row ? row[column as keyof AccountRow] : (account[column as keyof Account] as string | number | null);
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
