import type { Choice, Scenario } from './model.ts';
import { createFinding, type FindingFacts, type PathwayFinding } from './pathway-finding.ts';

export type ChosenCells = { readonly cells: readonly number[]; readonly findings: readonly PathwayFinding[] };

/**
 * The places of the cells that an effect names. A sector or carrier that is nowhere is a finding, never passed over. Removals are
 * taken only by effects on the need, which change how much there is of something.
 */
export function chooseCells(
	{ cells }: Scenario,
	{ sectors, carriers, removals }: { sectors: Choice; carriers: Choice; removals: boolean },
	about: FindingFacts,
): ChosenCells {
	const inSectors = [...cells.keys()].filter((place) => isChosen(sectors, cells[place]?.sector));
	const matching = inSectors.filter((place) => isChosen(carriers, cells[place]?.carrier));
	const missing = [
		...listAbsent(sectors, new Set(cells.map(({ sector }) => sector))).map((sector) => ({ sector })),
		...listAbsent(carriers, new Set(inSectors.map((place) => cells[place]?.carrier))).map((carrier) => ({
			sector: sectors === 'all' ? null : sectors.join(', '),
			carrier,
		})),
	];
	if (missing.length > 0) return { cells: [], findings: missing.map((where) => createFinding('unmatched', { ...about, ...where })) };
	const chosen = removals ? matching : matching.filter((place) => !cells[place]?.removal);
	if (chosen.length > 0) return { cells: chosen, findings: [] };
	return { cells: [], findings: [createFinding(matching.length > 0 ? 'removal-only' : 'unmatched', about)] };
}

function isChosen(choice: Choice, name: string | undefined): boolean {
	return name !== undefined && (choice === 'all' || choice.includes(name));
}

function listAbsent(choice: Choice, known: ReadonlySet<string | undefined>): string[] {
	return choice === 'all' ? [] : choice.filter((name) => !known.has(name));
}
