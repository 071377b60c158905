import type { AccountRow, SubSector } from '#domain/account/account.ts';
import type { TableProblemCode } from '#domain/account/account-draft.ts';
import { isSameGas, multiplyLine } from '#domain/account/multiply-line.ts';
import { mostTonnes } from '#domain/shared/figure-bounds.ts';
import { stateAsCo2e, weightedGases } from '#domain/account/single-gas.ts';
import { textReader, type Columns, type Told } from './account-columns.ts';
import { readFigure, refuseFigure } from './account-figure.ts';
import * as words from './account-words.ts';
import type { TableRow } from './table.ts';

/** What an activity or a factor may be, in whatever unit. */
const largestFigure = 1e18;

/** What a row is about; undefined when a word of it is unknown, which is then told. */
export function readWhat(row: TableRow, columns: Columns, sheet: string | null, tell: Told): AccountRow | undefined {
	const text = textReader(row, columns);
	const whole = words.readSectorAndPart(text('sector')) ?? tell('word.sector-unknown', row.row, 'sector', text('sector'));
	if (!whole) return undefined;
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
		const cell = row.cells[columns.fields[field] ?? -1] ?? { text: '' };
		const number = text(field) === '' ? null : readFigure(cell, columns);
		if (number === null || (number !== undefined && Math.abs(number) <= largestFigure)) return number;
		isKnown = false;
		tell(number === undefined ? refuseFigure(cell, columns) : 'cell.too-large', row.row, field, text(field));
		return null;
	};
	const gas = read('gas', 'word.gas-unknown', words.readGas) ?? 'CO2e';
	// Which gas tonnes CO2e are of. Beside another gas it would say two things of the same tonnes.
	const gasOfCo2e = read('gasOfCo2e', 'word.part-unknown', (word) => {
		const found = words.readGas(word);
		return gas === 'CO2e' ? weightedGases.find((each) => each === found) : undefined;
	});
	const result: AccountRow = {
		...whole,
		subSector: read('subSector', 'word.sub-sector-unknown', (word) => readPartOf(word, whole)) ?? whole.subSector,
		carrier: read('carrier', 'word.carrier-unknown', words.readCarrier),
		gas: gasOfCo2e ?? gas,
		part: read('part', 'word.part-unknown', words.readPart) ?? 'emission',
		scope: read('scope', 'cell.number-form', (word) => ([1, 2, 3] as const).find((scope) => String(scope) === word)),
		activity: figure('activity'),
		activityUnit: text('activityUnit') || null,
		factor: figure('factor'),
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
	if (!isKnown) return undefined;
	return gasOfCo2e === null ? result : stateAsCo2e(result);
}

/** A part of what the row calls its sector: of a sector that is a part of ours, nothing but that part. */
function readPartOf(word: string, { sector, subSector }: NonNullable<ReturnType<typeof words.readSectorAndPart>>): SubSector | undefined {
	const found = words.readSubSector(word, sector);
	return subSector === null || found === subSector ? found : undefined;
}

/** Whether tonnes that are not stated follow from the line itself: one row with its activity and its factor is of one year. */
export function isCalculable({ activity, factor, notation }: AccountRow, { years }: Columns): boolean {
	return years.size === 0 && activity !== null && factor !== null && notation === null;
}

/**
 * The line with its activity times its factor as tonnes; undefined when they cannot be multiplied, which is then told. `hasGas` says that
 * the row names its gas itself; where it does not, the factor's unit may.
 */
export function calculateLine(line: AccountRow, hasGas: boolean, row: number, tell: Told): AccountRow | undefined {
	const product = multiplyLine(line);
	const refuse = (code: TableProblemCode) => tell(code, row, 'tonnes', `${line.activityUnit ?? '–'} × ${line.factorUnit ?? '–'}`);
	if (!product || product.kind === 'unit-unknown') return refuse('product.unit-unknown');
	if (product.kind === 'other-kind') return refuse('product.other-kind');
	const { tonnes, gas } = product;
	if (Math.abs(tonnes) > mostTonnes) return tell('cell.too-large', row, 'factor', String(line.factor));
	const calculated = { ...line, tonnes, origin: 'activity x factor' } as const;
	if (gas === 'CO2e') return stateAsCo2e(calculated);
	if (gas !== null && !hasGas) return { ...calculated, gas };
	return isSameGas(gas, line.gas) ? calculated : refuse('product.other-gas');
}
