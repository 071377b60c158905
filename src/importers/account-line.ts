import type { AccountRow } from '#domain/account/account.ts';
import type { TableProblemCode } from '#domain/account/account-draft.ts';
import { readFigure, textReader, type Columns, type Told } from './account-columns.ts';
import * as words from './account-words.ts';
import type { TableRow } from './table.ts';

/** What an activity or a factor may be, in whatever unit. */
const largestFigure = 1e18;

/** What a row is about; undefined when a word of it is unknown, which is then told. */
export function readWhat(row: TableRow, columns: Columns, sheet: string | null, tell: Told): AccountRow | undefined {
	const text = textReader(row, columns);
	const sector = words.readSector(text('sector')) ?? tell('word.sector-unknown', row.row, 'sector', text('sector'));
	if (!sector) return undefined;
	let isKnown = true;
	const read = <Code>(field: words.AccountField, code: TableProblemCode, parse: (word: string) => Code | undefined): Code | null => {
		const word = text(field);
		const found = word === '' ? null : parse(word);
		if (found !== undefined) return found;
		tell(code, row.row, field, word);
		isKnown = false;
		return null;
	};
	const figure = (field: words.AccountField) => {
		const number = readFigure(row.cells[columns.fields[field] ?? -1] ?? { text: '' });
		if (number === undefined || Math.abs(number) <= largestFigure) return number;
		isKnown = false;
		tell('cell.too-large', row.row, field, text(field));
		return null;
	};
	const result: AccountRow = {
		sector,
		subSector: read('subSector', 'word.sub-sector-unknown', (word) => words.readSubSector(word, sector)),
		carrier: read('carrier', 'word.carrier-unknown', words.readCarrier),
		gas: read('gas', 'word.gas-unknown', words.readGas) ?? 'CO2e',
		part: read('part', 'word.part-unknown', words.readPart) ?? 'emission',
		scope: read('scope', 'cell.number-form', (word) => ([1, 2, 3] as const).find((scope) => String(scope) === word)),
		activity: read('activity', 'cell.number-form', () => figure('activity')),
		activityUnit: text('activityUnit') || null,
		factor: read('factor', 'cell.number-form', () => figure('factor')),
		factorUnit: text('factorUnit') || null,
		factorId: text('factorId') || null,
		tonnes: null,
		origin: 'stated',
		notation: null,
		reason: text('reason') || null,
		activityQuality: read('activityQuality', 'word.part-unknown', words.readQuality),
		factorQuality: read('factorQuality', 'word.part-unknown', words.readQuality),
		label: [text('sector'), text('subSector'), text('carrier')].filter(Boolean).join(', '),
		place: `${sheet === null ? '' : `${sheet}!`}${row.row}`,
	};
	return isKnown ? result : undefined;
}
