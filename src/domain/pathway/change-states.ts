import { applyWhatIf, type WhatIf } from './apply-what-if.ts';
import { chooseCounted } from './coalition.ts';
import type { CompiledScenario } from './compiled.ts';
import { reach } from './check-relations.ts';

/** A measure that is told otherwise after than before; left out where it is as the scenario states it. */
export type Change = { readonly measure: string; readonly before?: WhatIf | undefined; readonly after?: WhatIf | undefined };

/** Measures that are related, directly or through others: how one stands depends on no measure outside. */
export type Kin = {
	/** Places of the measures, and of what they do. */
	readonly members: readonly number[];
	readonly operations: readonly number[];
	/** Places in the list of changes of those that are changed. */
	readonly changed: readonly number[];
};

/** A scenario in which each change is made or not. */
export type ChangeStates = {
	readonly model: CompiledScenario;
	/** 1 for each measure that is counted as the changes are made now. */
	readonly active: Uint8Array;
	/** Those with a changed measure among them. */
	readonly kins: readonly Kin[];
	/** Makes the changes of one kin that are 1 in `made`, and takes the others back. */
	readonly settle: (kin: Kin, made: Uint8Array) => void;
};

/** By member, by member and year, and by operation. */
type State = { readonly active: readonly number[]; readonly profile: Float64Array; readonly amount: readonly number[] };

/** Of a larger kin no set of changes comes often enough to be worth its room. */
const mostKept = 12;

/**
 * Makes a scenario whose changes can be made and taken back many times. How a kin stands with the same changes is found once.
 * @param kept what is told before and after alike
 */
export function createChangeStates(stated: CompiledScenario, changes: readonly Change[], kept: readonly WhatIf[]): ChangeStates {
	const start = applyWhatIf(stated, [...kept, ...changes.flatMap(({ before }) => before ?? [])]);
	const active = chooseCounted(start);
	const known = new Map<Kin, Map<string, State>>();
	const settle: ChangeStates['settle'] = (kin, made) => {
		const states = known.get(kin) ?? new Map<string, State>();
		known.set(kin, states);
		const key = kin.changed.map((place) => made[place]).join('');
		const state = states.get(key) ?? findState(stated, [...kept, ...tell(changes, kin, made)], kin);
		if (kin.changed.length <= mostKept) states.set(key, state);
		place(start, kin, state, active);
	};
	return { model: start, active, kins: listKins(start, changes), settle };
}

/** Measures that are bound by any relation, whichever of the two says so. */
function listKins({ measures, operations }: CompiledScenario, changes: readonly Change[]): Kin[] {
	const places = new Map(measures.map(({ measure }, at) => [measure.id, at]));
	const related = measures.map((): number[] => []);
	measures.forEach(({ measure }, at) => {
		for (const relation of measure.relations) {
			const other = 'measure' in relation ? places.get(relation.measure) : undefined;
			if (other === undefined) continue;
			related[at]?.push(other);
			related[other]?.push(at);
		}
	});
	const kins = new Map<number, Kin & { changed: number[] }>();
	changes.forEach(({ measure }, change) => {
		const own = places.get(measure) ?? -1;
		const members = [...reach(related, [own])];
		const acts = [...operations.keys()].filter((each) => members.includes(operations[each]?.measure ?? -1));
		const kin = kins.get(own) ?? { members, operations: acts, changed: [] };
		for (const member of kin.members) kins.set(member, kin);
		kin.changed.push(change);
	});
	return [...new Set(kins.values())];
}

function tell(changes: readonly Change[], { changed }: Kin, made: Uint8Array): WhatIf[] {
	return changed.flatMap((at) => (made[at] === 1 ? changes[at]?.after : changes[at]?.before) ?? []);
}

function findState(stated: CompiledScenario, told: readonly WhatIf[], kin: Kin): State {
	const { measures, numbers, years } = applyWhatIf(stated, told);
	const count = years.length;
	const profile = new Float64Array(kin.members.length * count);
	kin.members.forEach((member, at) => profile.set(numbers.profile.subarray(member * count, (member + 1) * count), at * count));
	return {
		active: kin.members.map((member) => (measures[member]?.standing === 'counted' ? 1 : 0)),
		profile,
		amount: kin.operations.map((each) => numbers.amount[each]!),
	};
}

/** Puts how a kin stands into the scenario. */
function place({ numbers, years }: CompiledScenario, { members, operations }: Kin, state: State, active: Uint8Array): void {
	const count = years.length;
	for (let at = 0; at < members.length; at++) {
		const member = members[at]!;
		active[member] = state.active[at]!;
		for (let year = 0; year < count; year++) numbers.profile[member * count + year] = state.profile[at * count + year]!;
	}
	for (let at = 0; at < operations.length; at++) numbers.amount[operations[at]!] = state.amount[at]!;
}
