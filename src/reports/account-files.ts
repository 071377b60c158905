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
	'gasOfCo2e',
	'origin',
	'notation',
	'reason',
	'activityQuality',
	'factorQuality',
	'label',
] as const;

type Line = AccountRow & ReturnType<typeof tellTonnes>;

/**
 * Accounts line by line as separated values: an empty cell is not stated, never zero. Numbers have a comma, as Danish spreadsheets read
 * them. `tonnes` are in the unit beside them, and `tonnesCo2e` may be added up.
 */
export function renderAccountCsv(accounts: readonly Account[]): Uint8Array {
	const lines = accounts.flatMap((account) =>
		listLines(account).map((line) => columns.map((column) => writeCell(readCell(account, line, column)))),
	);
	return new TextEncoder().encode(`\ufeff${[columns.map(String), ...lines].map((cells) => cells.join(';')).join('\r\n')}\r\n`);
}

/** The same as JSON, with totals and key figures. */
export function renderAccountJson(accounts: readonly Account[]): Uint8Array {
	return new TextEncoder().encode(writeCanonicalJson(accounts.map(toPublic)));
}

function listLines(account: Account): Line[] {
	return account.rows.map((row) => ({ ...row, ...tellTonnes(account, row) }));
}

/**
 * What the tonnes of a line are of: their unit; what they count in their account's total, or beside it, null where nobody can say; and the
 * gas of a line in CO2e, so that the lines of a sector can be told apart.
 */
function tellTonnes({ gwpSet }: Account, row: AccountRow) {
	const answer = toCo2e(row, gwpSet, gwpSet);
	return {
		unit: row.tonnes === null ? null : `t ${row.gas === 'F-gases' ? 'CO2e' : row.gas}`,
		tonnesCo2e: answer.kind === 'tonnes' ? answer.tonnes : null,
		gasOfCo2e: getGasOfCo2e(row),
	};
}

function readCell(account: Account, line: Line, column: (typeof columns)[number]): string | number | null {
	return column in line ? line[column as keyof Line] : (account[column as keyof Account] as string | number | null);
}

function writeCell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value).replace('.', ',');
	const text = guardFormula(value);
	return /[;"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toPublic(account: Account) {
	const { kind, year, release, releaseDate, methodVersion, gwpSet, source, population, populationYear } = account;
	const { totals, chosenTotal, keyFigures } = account;
	const head = { kind, year, release, releaseDate, methodVersion, gwpSet, source, population, populationYear };
	return { ...head, totals, chosenTotal, rows: listLines(account), keyFigures };
}
