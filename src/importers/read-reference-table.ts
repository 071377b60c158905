import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** A row of a table the product ships with, by heading; an empty cell is the empty text. */
export type ReferenceRow = Readonly<Record<string, string>>;

/**
 * Reads one of the tables under `reference/`: UTF-8, commas, one row of headings. Unlike a municipality's document its form
 * is ours, so anything else is a fault of the installation and throws.
 */
export function readReferenceTable(text: string): ReferenceRow[] {
	return z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true, bom: true, skip_empty_lines: true }));
}
