/** Where in a document a row stands, in the reader's own coordinates. */
export type SourcePlace = {
	/** File name without folders. */
	readonly file: string;
	/** Sheet name of a workbook; null for other formats. */
	readonly sheet: string | null;
	/** Page from 1; null where the format has none. */
	readonly page: number | null;
	/** Line or row from 1, as the reader of the file sees it. */
	readonly row: number | null;
};

/** A row's place and its cells' own texts, keyed by field ("progress") or by heading where no field was recognised. */
export type SourceCell = SourcePlace & {
	readonly cells: Readonly<Record<string, string>>;
	/**
	 * Fields (`progress`) whose column the reader had to infer, such as the one colour of a row that has room for two.
	 * Absent when every cell's column was certain. The plan check asks a person about them.
	 */
	readonly inferred?: readonly string[];
};
