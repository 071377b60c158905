import type { WhatIf } from './apply-what-if.ts';
import { createChangeStates, type Change, type ChangeStates, type Kin } from './change-states.ts';
import { takeUptakes } from './calculate-net.ts';
import { addBlock } from './coalition.ts';
import type { Block, CompiledScenario } from './compiled.ts';
import { createWorkspace, evaluate } from './evaluate.ts';
import type { YearFigures } from './pathway.ts';
import { createRandom } from './random.ts';
import { sampleShares } from './sample-shapley.ts';
import { shapleyDefaults } from './shapley.ts';
import type { Game, ShapleyOptions } from './shapley-game.ts';
import { shareExactly } from './share-exactly.ts';
import { writeFigures } from './year-figures.ts';

/** What each of several changes does to the emissions. */
export type ChangeShares = {
	/** By the measure that is changed: tonnes emitted more for it, year by year; negative where it is less. */
	readonly tonnes: ReadonlyMap<string, YearFigures>;
	/** How they were found where there were too many changes to try every set of them; null where all is exact. */
	readonly sampled: { readonly seed: number; readonly pairs: number } | null;
};

// Changes may lift each other, and then no share is small against the sum: a page cannot wait for as many orders as an account can.
const mostPairs = 400;

/**
 * Shares what is emitted otherwise in one state of a scenario than in another among the measures that are told otherwise: what each
 * change does on average over all orders in which they could have come. What steps in for a measure, or falls with it, is part of the
 * change of that measure. The shares add up to the difference in every year.
 */
export function shareChanges(
	model: CompiledScenario,
	{ before, after }: { readonly before: readonly WhatIf[]; readonly after: readonly WhatIf[] },
	wanted: Partial<ShapleyOptions> = {},
): ChangeShares {
	const options = { ...shapleyDefaults, mostPairs, ...wanted };
	const changes = listChanges(before, after);
	const kept = before.filter(({ measure }) => changes.every((change) => change.measure !== measure));
	const count = model.years.length;
	const [tonnes, variance] = [new Float64Array(changes.length * count), new Float64Array(changes.length * count)];
	const random = createRandom(options.seed);
	let pairs = 0;
	for (const game of listGames(createChangeStates(model, changes, kept), changes.length)) {
		if (game.players.length <= options.exactUpTo) shareExactly(game, tonnes);
		else pairs = Math.max(pairs, sampleShares(game, { tonnes, variance, random, options }));
	}
	const rows = changes.map(({ measure }, place) => {
		const saved = tonnes.subarray(place * count, (place + 1) * count);
		return [measure, writeFigures(saved.map((each) => -each))] as const;
	});
	return { tonnes: new Map(rows), sampled: pairs === 0 ? null : { seed: options.seed, pairs } };
}

/** By name, so that no order in which measures are given decides which orders are tried. */
function listChanges(before: readonly WhatIf[], after: readonly WhatIf[]): Change[] {
	const find = (told: readonly WhatIf[], id: string) => told.findLast(({ measure }) => measure === id);
	const measures = [...new Set([...before, ...after].map(({ measure }) => measure))].sort();
	return measures
		.map((measure) => ({ measure, before: find(before, measure), after: find(after, measure) }))
		.filter((change) => !isSame(change.before, change.after));
}

/** Whether the same is told of a measure; nothing told is as the scenario states it. */
export function isSame(one: WhatIf | null | undefined, two: WhatIf | null | undefined): boolean {
	const isDropped = (told: typeof one) => told?.isDropped === true;
	if (isDropped(one) || isDropped(two)) return isDropped(one) === isDropped(two);
	const write = (told: typeof one) => JSON.stringify([told?.start, told?.realisation, told?.pauses?.map(({ from, to }) => [from, to])]);
	return write(one) === write(two);
}

/** What the same changes have a part in: blocks of cells, and uptakes, which act on no cell. */
type Part = { readonly kins: readonly Kin[]; readonly blocks: Block[]; readonly uptakes: number[] };

/** The emission is a sum of parts, so each is shared among the changes that matter to it, and those that matter to none are in no game. */
function listGames(states: ChangeStates, changes: number): Game[] {
	const { model, kins } = states;
	const parts = new Map<string, Part>();
	const find = (places: readonly number[]) => {
		const own = kins.filter(({ members }) => places.some((place) => members.includes(place)));
		const key = own.map((kin) => kins.indexOf(kin)).join();
		const part = parts.get(key) ?? { kins: own, blocks: [], uptakes: [] };
		parts.set(key, part);
		return part;
	};
	for (const block of model.blocks) find(block.players).blocks.push(block);
	model.operations.forEach(({ kind, measure }, place) => {
		if (kind === 'uptake') find([measure]).uptakes.push(place);
	});
	const space = createWorkspace(model);
	const made = new Uint8Array(changes);
	return [...parts.values()].flatMap((part) => (part.kins.length === 0 ? [] : [createGame(states, part, { space, made })]));
}

function createGame(
	{ model, active, settle }: ChangeStates,
	{ kins, blocks, uptakes }: Part,
	{ space, made }: { space: ReturnType<typeof createWorkspace>; made: Uint8Array },
): Game {
	const players = kins.flatMap(({ changed }) => changed).sort((one, two) => one - two);
	const play: Game['play'] = (come, row) => {
		for (let player = 0; player < players.length; player++) made[players[player]!] = come[player]!;
		for (const kin of kins) settle(kin, made);
		row.fill(0);
		for (const block of blocks) {
			evaluate(model, active, block.selection, space);
			addBlock(block, space.emission, row, 1);
		}
		takeUptakes(model, uptakes, active, row);
	};
	return { players, count: model.years.length, play };
}
