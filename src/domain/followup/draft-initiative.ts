import type { Co2Relation, Priority, Quantity, Sphere } from '../plan/initiative.ts';
import type { CalendarDate } from '../shared/calendar-date.ts';
import type { SourceCell } from '../shared/source-cell.ts';
import type { Fulfilment, Progress, State } from './assessment.ts';
import type { ReadAction, ReadProblemCode } from './read-problem.ts';

/**
 * One initiative as an importer understood it, before anybody has accepted it. `null` where the document has nothing.
 * This is the element of `initiatives` in `fremdrift read FILE --json`.
 */
export type DraftInitiative = {
	readonly number: string;
	readonly section: string | null;
	readonly title: string;
	readonly sector: string | null;
	readonly startDate: CalendarDate | null;
	readonly deadline: CalendarDate | null;
	readonly state: State | null;
	readonly stateText: string | null;
	readonly priority: Priority | null;
	readonly priorityText: string | null;
	readonly progress: Progress | null;
	readonly fulfilment: Fulfilment | null;
	readonly fulfilmentText: string | null;
	readonly remark: string | null;
	readonly budget: string | null;
	readonly responsible: string | null;
	readonly co2Relation: Co2Relation | null;
	readonly co2RelationText: string | null;
	readonly sphere: Sphere | null;
	readonly quantity: Quantity | null;
	/** The committees, themes and UN goals (`1` to `17`) it belongs to, in the document's order; none when the document names none. */
	readonly committee: readonly string[];
	readonly theme: readonly string[];
	readonly sdg: readonly string[];
	readonly source: SourceCell;
};

/** The fields of a draft that a document's column can give. */
export const draftFields = [
	'number',
	'section',
	'title',
	'sector',
	'startDate',
	'deadline',
	'state',
	'priority',
	'progress',
	'fulfilment',
	'remark',
	'budget',
	'responsible',
	'co2Relation',
	'sphere',
	'quantity',
	'committee',
	'theme',
	'sdg',
] as const;
export type DraftField = (typeof draftFields)[number];

/** Something the reader met that a person should know: where, which text, and what was done with it. */
export type ReadProblem = {
	/** `question` wants a person's answer; `note` only tells. */
	readonly severity: 'error' | 'question' | 'note';
	/** Dotted and stable, such as `date.unreadable`; its sentence is in `text/`. */
	readonly code: ReadProblemCode;
	readonly file: string;
	readonly sheet: string | null;
	readonly page: number | null;
	readonly row: number | null;
	/** Heading of the column as the document writes it. */
	readonly column: string | null;
	readonly field: DraftField | null;
	readonly number: string | null;
	/** The cell's own text. */
	readonly text: string | null;
	/** What was done, such as `kept-as-text`, `left-empty`, `row-skipped`, `read-as`. */
	readonly action: ReadAction;
	/** What it was read as, when it was. */
	readonly value: string | null;
};

/** How the reader understood a table's columns: the heading's own text and the field it was taken for (null: not used). */
export type ColumnMapping = {
	readonly sheet: string | null;
	readonly columns: readonly { readonly heading: string; readonly field: DraftField | null }[];
};

/** All that a reader understood of one file. */
export type ReadResult = {
	readonly initiatives: readonly DraftInitiative[];
	readonly problems: readonly ReadProblem[];
	readonly mappings: readonly ColumnMapping[];
	/** What the document calls itself, when it says so. */
	readonly title: string | null;
};
