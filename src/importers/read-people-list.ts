import { CsvError, parse } from 'csv-parse/sync';
import type { ListedPerson } from '#domain/access/people-list.ts';
import type { PersonRole } from '#domain/access/person.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { compactText, oneLine, wholeText } from './fold.ts';
import { openSpreadsheet } from './open-spreadsheet.ts';
import { wordReader } from './words.ts';

/** A list of people as it was read, and the same as text with semicolons, line by line where the rows stood, for a person to correct. */
export type PeopleList = { readonly people: readonly ListedPerson[]; readonly text: string };

const fields = ['name', 'email', 'unit', 'role', 'initiatives'] as const;
type Field = (typeof fields)[number];
type Row = { readonly row: number; readonly cells: readonly string[] };
type Columns = Readonly<Partial<Record<Field, number>>>;

const headingWords: Readonly<Record<Field, string>> = {
	name: 'navn, fulde navn, medarbejder, person, name, full name',
	email: 'e-mail, mail, e-mailadresse, mailadresse, e-post, e-mail address, mail address',
	unit: 'enhed, afdeling, forvaltning, center, team, organisation, organisationsenhed, unit, department',
	role: 'rolle, role',
	initiatives: 'indsatser, indsats, indsatsnumre, indsats nr, numre, nr, initiatives, initiative, initiative numbers, numbers',
};
const ownHeadings = ['Navn', 'E-mail', 'Enhed', 'Rolle', 'Indsatser'];
const readHeading = wordReader<Field>(headingWords);
const readRole = wordReader<PersonRole>({
	owner: 'indsatsejer, ejer, ansvarlig, indsatsansvarlig, owner, initiative owner',
	'unit lead': 'enhedsleder, leder, afdelingsleder, centerchef, chef, unit lead, lead, manager',
	coordinator: 'koordinator, klimakoordinator, coordinator',
	administrator: 'administrator, admin',
	'alliance secretary': 'alliancens sekretariat, alliancesekretariat, sekretariat, alliance secretariat, alliance secretary',
});
const delimiters = [';', '\t', ',', '|'] as const;
const largestBytes = 2 * 1024 ** 2;
const mostRows = 5000;
/** Titles stand above a table, never this many rows of them. */
const rowsToLookAt = 20;
const longestText = 300;

/**
 * Reads a list of people from Excel or separated values. The heading of the address must be there; a column that is not is empty in
 * every row. @throws DomainError invalid `people-import.…`, and `document.…` for a file that cannot be used at all
 */
export async function readPeopleList(fileName: string, bytes: Uint8Array): Promise<PeopleList> {
	if (bytes.length > largestBytes) throw new DomainError('invalid', 'people-import.too-many', { file: fileName, limit: mostRows });
	const tables = await readRows(fileName, bytes);
	const found = tables.flatMap((rows) => {
		const header = rows.slice(0, rowsToLookAt).find(({ cells }) => readColumns(cells).email !== undefined);
		return header ? [{ rows, header, columns: readColumns(header.cells) }] : [];
	})[0];
	if (!found) throw new DomainError('invalid', 'people-import.no-headings', { file: fileName });
	const rows = found.rows.filter(({ row, cells }) => row > found.header.row && cells.some((cell) => cell !== ''));
	if (rows.length === 0) throw new DomainError('invalid', 'people-import.no-rows', { file: fileName });
	if (rows.length > mostRows) throw new DomainError('invalid', 'people-import.too-many', { file: fileName, limit: mostRows });
	return { people: rows.map((row) => toPerson(row, found.columns)), text: writeText(found.header.row, rows, found.columns) };
}

function readColumns(cells: readonly string[]): Columns {
	const columns: Partial<Record<Field, number>> = {};
	for (const [at, cell] of cells.entries()) {
		const answer = readHeading(cell);
		if (answer.value && answer.how === 'whole') columns[answer.value] ??= at;
	}
	return columns;
}

function toPerson({ row, cells }: Row, columns: Columns): ListedPerson {
	const read = (field: Field) => cells[columns[field] ?? -1] ?? '';
	const role = readRole(read('role'));
	return {
		row,
		name: read('name'),
		// As copied from an address line: "Navn <navn@example.org>".
		email: /<([^<>]+)>\s*$/.exec(read('email'))?.[1] ?? read('email').replace(/^mailto:/i, ''),
		unit: read('unit'),
		role: role.value && role.how === 'whole' ? role.value : null,
		roleText: read('role'),
		numbers: [...new Set(read('initiatives').split(/[\s,;]+/))].filter((number) => compactText(number) !== ''),
	};
}

async function readRows(file: string, bytes: Uint8Array): Promise<Row[][]> {
	const opened = await openSpreadsheet(file, bytes, 'people-import.unsupported');
	if ('text' in opened) return [readSeparated(opened.text)];
	return opened.tables.map(({ rows }) => rows.map(({ row, cells }) => ({ row, cells: cells.map(({ text }) => clean(text)) })));
}

function readSeparated(text: string): Row[] {
	const stated = /^sep=(.)\r?\n/i.exec(text);
	const body = stated ? text.slice(stated[0].length) : text;
	const tables = (stated?.[1] ? [stated[1]] : delimiters).map((delimiter) => parseRows(body, delimiter, stated ? 2 : 1));
	const rate = (rows: readonly Row[]) =>
		Math.max(0, ...rows.slice(0, rowsToLookAt).map(({ cells }) => Object.keys(readColumns(cells)).length));
	return tables.reduce((best, next) => (rate(next) > rate(best) ? next : best));
}

function parseRows(text: string, delimiter: string, first: number): Row[] {
	const options = { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false } as const;
	let records: string[][];
	try {
		records = parse(text, options);
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		// A quote that is never closed swallows the rest: quotes are then ordinary letters.
		records = parse(text, { ...options, quote: null });
	}
	return records.map((cells, at) => ({ row: at + first, cells: cells.map(clean) }));
}

function clean(text: string): string {
	return (oneLine(wholeText(text)) ?? '').slice(0, longestText);
}

/** The known columns under our own headings. Lines stand where the rows stood, so that both are called by the same number. */
function writeText(headerRow: number, rows: readonly Row[], columns: Columns): string {
	const lines = new Map(rows.map(({ row, cells }) => [row, fields.map((field) => quote(cells[columns[field] ?? -1] ?? '')).join(';')]));
	lines.set(headerRow, ownHeadings.join(';'));
	const last = rows.at(-1)?.row ?? headerRow;
	return Array.from({ length: last }, (_, at) => lines.get(at + 1) ?? '').join('\n');
}

function quote(cell: string): string {
	return /[";]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
