import type { ImportProposal, ProposalRow } from '#domain/followup/import-proposal.ts';
import type { StoredPlan } from '../plan/plan-record.ts';

/**
 * Where in the plan's order the new rows of a document belong: after the row they follow in the document, before whatever
 * comes next in the plan. The ranks of what is stored stay as they are, so that adding one line changes no other.
 */
export function placeRows(stored: StoredPlan, proposal: ImportProposal): Map<ProposalRow, number> {
	const known = new Map(stored.initiatives.map(({ id, content }) => [id, content.rank]));
	const order = [...known.values()].sort((left, right) => left - right);
	const places = new Map<ProposalRow, number>();
	let run: ProposalRow[] = [];
	let after: number | null = null;
	const placeRun = () => {
		listRanks(order, after, run.length).forEach((rank, i) => places.set(run[i] as ProposalRow, rank));
		run = [];
	};
	for (const row of proposal.rows) {
		if (!row.draft) continue;
		const rank = row.initiativeId === null ? undefined : known.get(row.initiativeId);
		if (rank === undefined) {
			run.push(row);
			continue;
		}
		placeRun();
		after = rank;
	}
	placeRun();
	return places;
}

/** `count` ranks after `after` (null: before everything) and before the next of `order`, evenly apart. */
function listRanks(order: readonly number[], after: number | null, count: number): number[] {
	const next = after === null ? order[0] : order.find((rank) => rank > after);
	const start = after ?? (next === undefined ? 0 : next - count - 1);
	const step = next === undefined ? 1 : (next - start) / (count + 1);
	return Array.from({ length: count }, (_, i) => start + step * (i + 1));
}
