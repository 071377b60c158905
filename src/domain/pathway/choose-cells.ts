import { getNameKey } from '../shared/name-key.ts';
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
	const known = inSectors.map((place) => cells[place]?.carrier ?? '');
	const within = sectors === 'all' ? null : sectors.join(', ');
	const missing = [
		...listAbsent(
			sectors,
			cells.map(({ sector }) => sector),
		).map(({ name, details }) => ({ sector: name, details })),
		...listAbsent(carriers, known).map(({ name, details }) => ({ sector: within, carrier: name, details })),
	];
	if (missing.length > 0) return { cells: [], findings: missing.map((where) => createFinding('unmatched', { ...about, ...where })) };
	const chosen = removals ? matching : matching.filter((place) => !cells[place]?.removal);
	if (chosen.length > 0) return { cells: chosen, findings: [] };
	return { cells: [], findings: [createFinding(matching.length > 0 ? 'removal-only' : 'unmatched', about)] };
}

function isChosen(choice: Choice, name: string | undefined): boolean {
	return name !== undefined && (choice === 'all' || choice.includes(name));
}

/** Names that are nowhere, with the one that was probably meant: the same in another case or with other spaces. */
function listAbsent(choice: Choice, known: readonly string[]): { readonly name: string; readonly details: Record<string, string> }[] {
	if (choice === 'all') return [];
	return choice
		.filter((name) => !known.includes(name))
		.map((name) => {
			const meant = known.find((other) => getNameKey(other) === getNameKey(name));
			const details: Record<string, string> = meant === undefined ? {} : { meant };
			return { name, details };
		});
}
