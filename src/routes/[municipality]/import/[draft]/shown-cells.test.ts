import { expect, it } from 'vitest';
import type { ProposalRow, ProposedCell } from '#domain/followup/import-proposal.ts';
import { listShownCells } from './shown-cells.ts';

const cell = (field: ProposedCell['field'], after: string | null, kind: ProposedCell['kind']): ProposedCell => ({
	field,
	before: null,
	after,
	kind,
});
const row = (kind: ProposalRow['kind'], cells: readonly ProposedCell[]): ProposalRow => ({
	kind,
	number: '1',
	title: 'Solceller',
	initiativeId: null,
	draft: null,
	cells,
	hints: [],
});
const fields = (shown: readonly ProposedCell[]) => shown.map(({ field }) => field);

it('shows what changes, and of a new initiative all that is said of it', () => {
	const cells = [
		cell('title', 'Solceller', 'added'),
		cell('sector', 'Energi', 'unchanged'),
		cell('remark', 'Ny', 'changed'),
		cell('budget', null, 'unchanged'),
	];
	expect(fields(listShownCells(row('changed', cells), 'da'))).toEqual(['title', 'remark']);
	expect(fields(listShownCells(row('new', cells), 'da'))).toEqual(['sector', 'remark']);
});

it("leaves out the document's word where it only repeats ours, and shows it where it says something else", () => {
	const same = [cell('state', 'in progress', 'added'), cell('stateText', 'i gang', 'added')];
	expect(fields(listShownCells(row('changed', same), 'da'))).toEqual(['state']);
	const other = [cell('state', 'on hold', 'added'), cell('stateText', 'Aktuelt i bero', 'added')];
	expect(fields(listShownCells(row('changed', other), 'da'))).toEqual(['state', 'stateText']);
});
