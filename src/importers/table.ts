import type { ReadProblem } from '#domain/followup/draft-initiative.ts';

/*
 * What every format reader gives: the document's own texts in rows and columns, with nothing understood yet.
 * Headings, words, colours and dates are recognised afterwards, in one place for all formats.
 */

/** One cell as the document has it. */
export type Cell = {
	/** The text a person sees; line breaks inside a cell are `\n`. Empty for an empty cell. */
	readonly text: string;
	/** Background colour as `RRGGBB`; absent when the cell has none. */
	readonly fill?: string;
	/** The stored value where the format has one beside the text; a formula's last calculated value. A date is midnight UTC. */
	readonly value?: number | Date | boolean | string;
	readonly kind?: 'text' | 'number' | 'date' | 'formula';
	/** Columns a merged cell covers, when more than one; the covered cells to the right are empty. */
	readonly columnSpan?: number;
	/** The cell is the lower part of one merged over several rows; it repeats that cell's text and fill. */
	readonly fromAbove?: boolean;
	/** The reader had to guess which column the text stands in. Ends up in the draft's `source.inferred`. */
	readonly inferred?: boolean;
	/** Row of this very cell, where it is another than its table row's (a sheet with one field per row). */
	readonly row?: number;
};

/** One row; `row` counts from 1 as the reader of the file sees it. Cells stand at their column's index. */
export type TableRow = {
	readonly row: number;
	/** Page the row stands on, from 1; null where the format has none. */
	readonly page: number | null;
	/** The document hides the row. It is read all the same, and noted. */
	readonly hidden: boolean;
	readonly cells: readonly Cell[];
};

/** One table of a document. */
export type Table = {
	readonly place: { readonly file: string; readonly sheet: string | null; readonly page: number | null };
	/** What stands above the table as its name; null when nothing does. */
	readonly title: string | null;
	readonly rows: readonly TableRow[];
	/** Columns that the document hides, counted from 0. They are read all the same. */
	readonly hiddenColumns?: readonly number[];
	/** What stands between the columns, where the document is separated values. */
	readonly delimiter?: string;
};

/** A document as its reader leaves it. `title` is what the document calls itself. */
export type ReadTables = {
	readonly tables: readonly Table[];
	readonly problems: readonly ReadProblem[];
	readonly title?: string | null;
};

const saysMissing = /^(?:[–—-]\s*)?(?:ikke oplyst|not stated)$/i;

/** Our reports and pages say "ikke oplyst", with or without a dash, where nothing is stated: that is an empty cell, whatever its background. */
export function withoutMissing(cell: Cell): Cell {
	return saysMissing.test(cell.text.trim()) ? { text: '' } : cell;
}
