/**
 * What every format reader gives: the document's own texts in rows and columns, with nothing understood yet.
 * Headings, words, colours and dates are recognised afterwards, in one place for all formats.
 */

/** One cell as the document has it. */
export type Cell = {
	/** The text a person sees; line breaks inside a cell are `\n`. Empty for an empty cell. */
	readonly text: string;
	/** Background colour as `RRGGBB`; absent when the cell has none. */
	readonly fill?: string;
	/** The stored value where the format has one beside the text; a formula's last calculated value. */
	readonly value?: number | Date | boolean | string;
	readonly kind?: 'text' | 'number' | 'date' | 'formula';
};

/** One row; `row` counts from 1 as the reader of the file sees it. */
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
};
