import {
	fulfilmentColours,
	progressColours,
	type Colour,
	type Fulfilment,
	type Progress,
	type State,
} from '#domain/followup/assessment.ts';
import type { DraftField, DraftInitiative } from '#domain/followup/draft-initiative.ts';
import type { ReadAction, ReadProblemCode } from '#domain/followup/read-problem.ts';
import { isPerhapsSeveral, longestTag, splitTags } from '#domain/plan/tag-texts.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import type { Columns } from './choose-columns.ts';
import { asFulfilment, asProgress, readColour } from './colours.ts';
import { dayOf, readDate, readSerialDate } from './dates.ts';
import { readFill } from './fill-colour.ts';
import { cellAt } from './find-header.ts';
import { foldWords, isBlank, manyLines, oneLine } from './fold.ts';
import type { ProblemList } from './problem-list.ts';
import { englishQuantityHeadings, readQuantity } from './quantities.ts';
import { readSdgs } from './sdgs.ts';
import { withoutMissing, type Cell, type Table, type TableRow } from './table.ts';
import { readCo2Relation, readGivenUp, readPriority, readSphere, readState, type WordAnswer } from './words.ts';

/** A row to be understood, with what its table has already settled about it. */
export type RowToRead = {
	readonly table: Table;
	readonly row: TableRow;
	readonly columns: Columns;
	readonly number: string;
	readonly title: string;
	readonly section: string | null;
	/** Columns where some cells' backgrounds are colours of the scale: only there is a white background a colour. */
	readonly coloured: ReadonlySet<DraftField>;
};

type Tell = (field: DraftField, severity: 'question' | 'note', code: ReadProblemCode, action: ReadAction, value?: string) => void;
type Reading = {
	readonly cell: (field: DraftField) => Cell;
	readonly heading: (field: DraftField) => string | null;
	readonly tell: Tell;
	readonly isGround: (cell: Cell) => boolean;
	readonly coloured: ReadonlySet<DraftField>;
};

/** Understands one row as an initiative. What cannot be understood is left empty or kept as text, and told. */
export function readRow(toRead: RowToRead, problems: ProblemList): DraftInitiative {
	const { row, columns, number, title, section } = toRead;
	const reading = openReading(toRead, problems);
	const { cell, tell } = reading;
	const text = (field: DraftField) => oneLine(cell(field).text);
	const lines = (field: DraftField) => manyLines(cell(field).text);
	const fulfilment = readFulfilment(reading);
	return {
		number,
		section: (columns.byField.has('section') ? text('section') : null) ?? section,
		title,
		sector: text('sector'),
		startDate: readDay('startDate', cell, tell),
		deadline: readDay('deadline', cell, tell),
		state: readOwnState(cell, tell),
		stateText: text('state'),
		priority: readWords('priority', cell, readPriority, tell),
		priorityText: text('priority'),
		progress: readProgress(reading),
		fulfilment: fulfilment.colour,
		fulfilmentText: fulfilment.text,
		remark: lines('remark'),
		budget: lines('budget'),
		responsible: text('responsible'),
		co2Relation: readCo2(cell, tell),
		co2RelationText: lines('co2Relation'),
		sphere: readWords('sphere', cell, readSphere, tell),
		quantity: readAmount(reading),
		committee: readNames('committee', cell, tell),
		theme: readNames('theme', cell, tell),
		sdg: readGoals(cell, tell),
		source: {
			...toRead.table.place,
			page: row.page ?? toRead.table.place.page,
			row: row.row,
			cells: keepCells(row, columns),
			...listInferred(row, columns),
		},
	};
}

function openReading(toRead: RowToRead, problems: ProblemList): Reading {
	const { table, row, columns, number, coloured } = toRead;
	const column = (field: DraftField) => columns.byField.get(field);
	const cell = (field: DraftField) => withoutMissing(cellAt(row, column(field) ?? Infinity));
	const heading = (field: DraftField) => columns.headings[column(field) ?? Infinity] ?? null;
	const ground = column('title') === undefined ? undefined : cell('title').fill;
	return {
		cell,
		heading,
		coloured,
		// A row striped or painted as a whole says nothing in its colour cells.
		isGround: (own) => own.fill !== undefined && own.fill === ground,
		tell: (field, severity, code, action, value) => {
			const own = cell(field);
			const place = { sheet: table.place.sheet, page: row.page ?? table.place.page, row: own.row ?? row.row };
			problems.add({ ...place, severity, code, action, field, number, column: heading(field), text: own.text || own.fill || null, value });
		},
	};
}

function readWords<Value extends string>(
	field: DraftField & ('state' | 'priority' | 'sphere'),
	cell: Reading['cell'],
	read: (text: string) => WordAnswer<Value>,
	tell: Tell,
): Value | null {
	const { text } = cell(field);
	if (isBlank(text)) return null;
	const answer = read(text);
	if (!('how' in answer)) tell(field, 'question', `${field}.unknown`, field === 'sphere' ? 'left-empty' : 'kept-as-text');
	else if (answer.how === 'first-of-two') tell(field, 'note', `${field}.two-given`, 'read-as', answer.value);
	else if (answer.how === 'start') tell(field, 'note', `${field}.read-from-start`, 'read-as', answer.value);
	return answer.value;
}

/** A document's own word for given up is asked about: it counts as on hold until the initiative is taken out of the plan. */
function readOwnState(cell: Reading['cell'], tell: Tell): State | null {
	const { text } = cell('state');
	const given = readGivenUp(text);
	// "Udgår ikke" begins with the word and says the opposite: only the whole text is taken for it.
	if (readState(text).value !== null || !('how' in given) || given.how !== 'whole') return readWords('state', cell, readState, tell);
	tell('state', 'question', 'state.given-up', 'read-as', 'on hold');
	return 'on hold';
}

function readCo2(cell: Reading['cell'], tell: Tell) {
	const { text } = cell('co2Relation');
	if (isBlank(text)) return null;
	const { value } = readCo2Relation(text);
	if (value === null) tell('co2Relation', 'note', 'co2-relation.unknown', 'kept-as-text');
	return value;
}

function readAmount({ cell, tell, heading }: Reading) {
	const { text, value } = cell('quantity');
	if (isBlank(text)) return null;
	const isEnglish = englishQuantityHeadings.has(foldWords(heading('quantity') ?? ''));
	const quantity = readQuantity(text, typeof value === 'number' ? 'stored' : isEnglish ? 'english' : 'danish');
	if (!quantity) tell('quantity', 'question', 'quantity.unreadable', 'left-empty');
	return quantity;
}

function readNames(field: 'committee' | 'theme', cell: Reading['cell'], tell: Tell): readonly string[] {
	const { text } = cell(field);
	if (isBlank(text)) return [];
	const names = splitTags(field, text);
	if (names.some((name) => name.length > longestTag)) {
		tell(field, 'question', 'tag.too-long', 'left-empty');
		return [];
	}
	if (field === 'theme' && isPerhapsSeveral(text)) tell(field, 'note', 'theme.perhaps-several', 'noted');
	return names;
}

function readGoals(cell: Reading['cell'], tell: Tell): readonly string[] {
	const { text } = cell('sdg');
	if (isBlank(text)) return [];
	const { goals, isWhole } = readSdgs(text);
	if (!isWhole && goals.length > 0) tell('sdg', 'question', 'sdg.unknown', 'read-as', goals.join(', '));
	else if (!isWhole) tell('sdg', 'question', 'sdg.unknown', 'left-empty');
	return goals;
}

function readDay(field: 'startDate' | 'deadline', cell: Reading['cell'], tell: Tell): CalendarDate | null {
	const { text, value, kind } = cell(field);
	if (isBlank(text)) return null;
	const stored = value instanceof Date ? dayOf(value) : undefined;
	if (stored) return stored;
	// A bare number in a column of dates is Excel's count of days, when it falls between 1954 and 2119.
	const serial = kind !== 'text' && typeof value === 'number' ? value : /^\d{5}$/.test(text.trim()) ? Number(text) : NaN;
	const counted = serial >= 20_000 && serial < 80_000 ? readSerialDate(serial) : undefined;
	if (counted) return counted;
	const answer = readDate(text);
	if (answer.kind === 'day') return answer.date;
	const codes = { impossible: 'date.impossible', part: 'date.not-a-day', unreadable: 'date.unreadable' } as const;
	tell(field, 'question', codes[answer.kind], 'left-empty');
	return null;
}

/** The colour a cell's background says, null when it has none that means anything. */
function readBackground(
	field: 'progress' | 'fulfilment',
	scale: readonly Colour[],
	{ cell, tell, isGround, coloured }: Reading,
): Colour | null {
	const own = cell(field);
	if (own.fill === undefined || isGround(own) || (own.fill === 'FFFFFF' && !coloured.has(field))) return null;
	const answer = readFill(own.fill, scale);
	if (answer.colour === null && own.fill !== 'FFFFFF' && coloured.has(field)) tell(field, 'question', 'colour.fill-unknown', 'left-empty');
	if (answer.colour !== null && answer.close !== null) tell(field, 'question', 'colour.fill-uncertain', 'read-as', answer.colour);
	return answer.colour;
}

/** White is what is left unpainted, and a pale red ground is as often meant for red as for pink: the word says which. */
function contradicts(background: Colour | null, word: Colour): boolean {
	if (background === null || background === 'white' || background === word) return false;
	return !(background === 'pink' && word === 'red');
}

function readProgress(reading: Reading): Progress | null {
	const { cell, tell } = reading;
	const { text } = cell('progress');
	const word = readColour(text);
	const background = readBackground('progress', progressColours, reading);
	if (word === null && !isBlank(text))
		tell('progress', 'question', 'colour.unknown', background ? 'read-as' : 'left-empty', background ?? undefined);
	if (word === 'pink') tell('progress', 'question', 'colour.not-in-scale', 'left-empty');
	if (word !== null && contradicts(background, word)) tell('progress', 'question', 'colour.word-and-fill-differ', 'read-as', word);
	const colour = word ?? background;
	return colour && asProgress(colour);
}

function readFulfilment(reading: Reading): { colour: Fulfilment | null; text: string | null } {
	const { cell, tell } = reading;
	const { text } = cell('fulfilment');
	const word = readColour(text);
	const background = readBackground('fulfilment', fulfilmentColours, reading);
	const colour = word ? asFulfilment(word) : background && asFulfilment(background);
	const isProse = word === null ? !isBlank(text) : colour === null;
	if (word === 'white') tell('fulfilment', 'question', 'colour.not-in-scale', 'kept-as-text');
	else if (isProse) tell('fulfilment', 'note', 'fulfilment.prose', 'kept-as-text');
	if (word !== null && contradicts(background, word)) tell('fulfilment', 'question', 'colour.word-and-fill-differ', 'read-as', word);
	return { colour, text: isProse ? manyLines(text) : null };
}

/** The row's own texts by field, and by heading where no field was recognised. */
function keepCells(row: TableRow, columns: Columns): Record<string, string> {
	const kept: Record<string, string> = {};
	row.cells.forEach((cell, column) => {
		const key = columns.fields[column] ?? columns.headings[column] ?? '';
		const text = cell.text || (cell.fill && columns.fields[column] ? `#${cell.fill}` : '');
		if (text) kept[key] = kept[key] === undefined ? text : `${kept[key]}\n${text}`;
	});
	return kept;
}

function listInferred(row: TableRow, columns: Columns): { inferred?: string[] } {
	const inferred = row.cells.flatMap((cell, column) => (cell.inferred && columns.fields[column] ? [columns.fields[column]] : []));
	return inferred.length > 0 ? { inferred } : {};
}
