import { compactText } from './fold.ts';
import type { Table } from './table.ts';

/** The first heading of the tables that tell what changed, in our own report as a Word file. */
const told = ['Hvad er der sket', 'What happened'].map(compactText);

/** True for a table of our own report that tells what changed since the round before: its lines are not the round's initiatives. */
export function isOwnChanges({ rows }: Table): boolean {
	return told.includes(compactText(rows[0]?.cells[0]?.text ?? ''));
}
