import type { ProposalField, ProposalRow, ProposedCell } from '#domain/followup/import-proposal.ts';
import type { Locale } from '#text/locale.ts';
import { describeValue } from '#text/describe-value.ts';

/** The fields whose own words a document's text stands beside. */
const normalised: Readonly<Partial<Record<ProposalField, ProposalField>>> = {
	stateText: 'state',
	priorityText: 'priority',
	fulfilmentText: 'fulfilment',
	co2RelationText: 'co2Relation',
};

/**
 * The cells of a row that a person should see: those that change. In a new row everything is new: its number and title stand in
 * front already, and what is not said needs no line. A document's word that only repeats ours is left out.
 */
export function listShownCells(row: ProposalRow, locale: Locale): ProposedCell[] {
	return row.cells.filter((cell) => isNews(row, cell) && !repeatsOurs(row, cell, locale));
}

function isNews(row: ProposalRow, cell: ProposedCell): boolean {
	if (row.kind === 'new') return cell.after !== null && cell.field !== 'number' && cell.field !== 'title';
	return cell.kind !== 'unchanged' && cell.kind !== 'kept';
}

function repeatsOurs(row: ProposalRow, { field, after }: ProposedCell, locale: Locale): boolean {
	const beside = normalised[field];
	const ours = beside && row.cells.find((cell) => cell.field === beside)?.after;
	const word = beside && ours ? describeValue(beside, ours, locale) : null;
	return word !== null && after?.trim().toLowerCase() === word.toLowerCase();
}
