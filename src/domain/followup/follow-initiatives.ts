import type { Measure } from '../pathway/model.ts';
import { getNumberKey } from '../plan/number-key.ts';
import type { PathDocument } from './path-document.ts';

type Line = { readonly id: string; readonly number: string };

/**
 * Ties measures to the initiatives that bear their numbers, before the plan is changed: a number may go to another initiative afterwards.
 * A measure that is tied stays tied. The same document where nothing is to be tied.
 */
export function tieToInitiatives(document: PathDocument, lines: readonly Line[]): PathDocument {
	const ids = new Map(lines.map(({ id, number }) => [getNumberKey(number), id]));
	const known = document.initiativeIds ?? {};
	const added = listMeasures(document).flatMap(({ id, initiative }) => {
		const of = initiative === null ? undefined : ids.get(getNumberKey(initiative));
		return of === undefined || known[id] ? [] : [[id, [of]] as const];
	});
	return added.length === 0 ? document : { ...document, initiativeIds: { ...known, ...Object.fromEntries(added) } };
}

/** Lets measures of an initiative that went into another follow it there. The one it was stays known: the merging can be taken back. */
export function tieToSuccessor(document: PathDocument, gone: string, successor: string): PathDocument {
	const known = Object.entries(document.initiativeIds ?? {});
	if (!known.some(([, ids]) => ids.includes(gone))) return document;
	return {
		...document,
		// What it went into before that was taken back counts no more.
		initiativeIds: Object.fromEntries(
			known.map(([id, ids]) => [id, ids.includes(gone) ? [...ids.slice(0, ids.indexOf(gone) + 1), successor] : ids]),
		),
	};
}

/** The measures under the numbers that their initiatives have in the newest of some rounds that knows them, newest round first. */
export function followInitiatives(document: PathDocument, rounds: readonly (readonly Line[])[]): PathDocument {
	if (!document.initiativeIds) return document;
	const follow = (measure: Measure): Measure => {
		const ids = document.initiativeIds?.[measure.id] ?? [];
		if (ids.length === 0) return measure;
		// The newest round decides whether it went into another; what is no longer there keeps the last number it had.
		const now = findFirst(rounds[0] ?? [], ids);
		const number = (now ?? rounds.flatMap((lines) => findFirst(lines, ids) ?? [])[0])?.number ?? measure.initiative;
		const isTaken = !now && (rounds[0] ?? []).some((line) => number !== null && getNumberKey(line.number) === getNumberKey(number));
		// Under its old number it would be another's.
		return { ...measure, initiative: isTaken ? null : number };
	};
	const { scenario, candidates } = document;
	return { ...document, scenario: { ...scenario, measures: scenario.measures.map(follow) }, candidates: candidates.map(follow) };
}

/** The line of the first of some initiatives that is there. */
function findFirst(lines: readonly Line[], ids: readonly string[]): Line | undefined {
	return ids.flatMap((id) => lines.find((line) => line.id === id) ?? [])[0];
}

function listMeasures({ scenario, candidates }: PathDocument): Measure[] {
	return [...scenario.measures, ...candidates];
}
