import { compareWords } from '../shared/natural-order.ts';
import { isSameSpelling } from '../shared/is-same-spelling.ts';
import { getNameKey } from '../shared/name-key.ts';
import type { OrganisationUnit } from './person.ts';

/** An initiative with the responsible body that the plan names for it. */
export type ResponsibleLine = { readonly initiativeId: string; readonly responsible: string | null };

/** One body that the plan names, in all its spellings, to be made a unit or linked to one that is there. */
export type UnitProposal = {
	/** The spelling used most. */
	readonly name: string;
	/** Every spelling with how often the plan uses it, most used first. */
	readonly spellings: readonly { readonly text: string; readonly count: number }[];
	readonly initiativeIds: readonly string[];
	/** The unit that is this body already; null when there is none. */
	readonly unitId: string | null;
	/** Name of the body that this one is a part of: what stands before the dash, where the plan or the units know it on its own. */
	readonly parentName: string | null;
};

type Spelling = { readonly text: string; readonly initiativeIds: string[] };

/**
 * The responsible bodies of a plan, each once: what is spelled in several ways is proposed as one, under the spelling used most.
 * "Teknik - Planafdeling" is proposed under "Teknik" when that is a body itself. In Danish order of names.
 */
export function proposeUnits(lines: readonly ResponsibleLine[], units: readonly OrganisationUnit[]): UnitProposal[] {
	const groups = groupSpellings(listSpellings(lines));
	const bodies = groups.map((group) => {
		const name = group[0]?.text ?? '';
		const unit = findUnitOf(
			units,
			group.map(({ text }) => text),
		);
		return {
			name,
			spellings: group.map(({ text, initiativeIds }) => ({ text, count: initiativeIds.length })),
			initiativeIds: group.flatMap(({ initiativeIds }) => initiativeIds),
			unitId: unit?.id ?? null,
		};
	});
	const known = [...bodies.map(({ name }) => name), ...units.map(({ name }) => name)];
	return bodies
		.map((body) => ({ ...body, parentName: findParentName(body.name, known) }))
		.sort((left, right) => compareWords(left.name, right.name));
}

function listSpellings(lines: readonly ResponsibleLine[]): Spelling[] {
	const spellings = new Map<string, Spelling>();
	for (const { initiativeId, responsible } of lines) {
		const text = responsible?.replace(/\s+/g, ' ').trim() ?? '';
		if (text === '') continue;
		const known = spellings.get(text);
		if (known) known.initiativeIds.push(initiativeId);
		else spellings.set(text, { text, initiativeIds: [initiativeId] });
	}
	return [...spellings.values()];
}

/** Spellings that hang together, each group most used first. */
function groupSpellings(spellings: readonly Spelling[]): Spelling[][] {
	const groups: Spelling[][] = [];
	for (const spelling of spellings) {
		const near = groups.filter((group) => group.some((other) => isSameSpelling(other.text, spelling.text)));
		for (const group of near) groups.splice(groups.indexOf(group), 1);
		groups.push([...near.flat(), spelling]);
	}
	const order = (left: Spelling, right: Spelling) =>
		right.initiativeIds.length - left.initiativeIds.length || compareWords(left.text, right.text);
	return groups.map((group) => group.sort(order));
}

/** The unit that is a body, by any spelling of its name: one spelled just so before one that is a slip apart; undefined when there is none. */
export function findUnitOf(units: readonly OrganisationUnit[], spellings: readonly string[]): OrganisationUnit | undefined {
	const keys = new Set(spellings.map(getNameKey));
	return (
		units.find(({ name }) => keys.has(getNameKey(name))) ?? units.find(({ name }) => spellings.some((text) => isSameSpelling(name, text)))
	);
}

function findParentName(name: string, known: readonly string[]): string | null {
	const [whole, ...parts] = name.split(/\s+[-–—]\s+/);
	if (!whole || parts.length === 0) return null;
	return known.find((other) => other !== name && isSameSpelling(other, whole)) ?? null;
}
