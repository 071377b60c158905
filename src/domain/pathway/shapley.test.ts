import { describe, expect, it } from 'vitest';
import { makeMeasure, makeScenario, moveHeat, saveHeat } from '../../../test/made-scenario.ts';
import { attributeEffects } from './attribute-effects.ts';
import { createBlockGame } from './block-game.ts';
import { activate, addBlock, chooseCounted, listUptakes } from './coalition.ts';
import { compileScenario } from './compile-scenario.ts';
import { createWorkspace, evaluate } from './evaluate.ts';
import { createRandom, shuffle } from './random.ts';
import { sampleShares } from './sample-shapley.ts';
import { shapleyDefaults, shareByShapley } from './shapley.ts';
import { shareExactly } from './share-exactly.ts';

const measures = [makeMeasure('A', [saveHeat]), makeMeasure('B', [moveHeat]), makeMeasure('U', [{ kind: 'uptake', tonnes: 30 }])];
const model = compileScenario(makeScenario({ measures }));
const firstYears = (table: Float64Array) => model.measures.map((_, place) => Number(table[place * model.years.length]?.toFixed(6)));

/** The first block (gas) as a game between A and B. */
const playBlock = () => {
	const [block] = model.blocks;
	if (!block) throw new Error('no block');
	const tonnes = new Float64Array(measures.length * model.years.length);
	const game = createBlockGame(model, block, createWorkspace(model));
	if (!game) throw new Error('no players');
	return { game, tonnes };
};

describe('one calculation', () => {
	it('takes only the active measures', () => {
		const space = createWorkspace(model);
		const emit = (active: readonly number[]) => {
			evaluate(model, Uint8Array.from(active), model.all, space);
			const row = new Float64Array(model.years.length);
			for (const block of model.blocks) addBlock(block, space.emission, row, 1);
			return row[0];
		};
		expect([emit([0, 0, 0]), emit([1, 0, 0]), emit([0, 1, 0]), emit([1, 1, 0])]).toEqual([5710, 4568, 3605, 2884]);
	});

	it('knows who is counted, and that a requirement must be chosen too', () => {
		const needing = compileScenario(
			makeScenario({
				measures: [makeMeasure('A', [saveHeat], { relations: [{ kind: 'requires', measure: 'B' }] }), makeMeasure('B', [moveHeat])],
			}),
		);
		const active = new Uint8Array(2);
		expect([...chooseCounted(needing)]).toEqual([1, 1]);
		activate(needing, Uint8Array.of(1, 0), active);
		expect([...active]).toEqual([0, 0]);
		activate(needing, Uint8Array.of(1, 1), active);
		expect([...active]).toEqual([1, 1]);
	});

	it('keeps uptakes apart, which act on no cell', () => {
		expect(firstYears(listUptakes(model))).toEqual([0, 0, 30]);
	});
});

describe('the attributions', () => {
	it('give alone, in order and last in', () => {
		const { standAlone, inOrder, lastIn } = attributeEffects(model);
		expect([standAlone, inOrder, lastIn].map(firstYears)).toEqual([
			[1142, 2105, 30],
			[1142, 1684, 30],
			[721, 1684, 30],
		]);
	});

	it('share a block exactly by its subsets', () => {
		const { game, tonnes } = playBlock();
		shareExactly(game, tonnes);
		// Of the gas alone: A saves 1,142 first and 571 last, B 2,855 first and 2,284 last.
		expect(firstYears(tonnes)).toEqual([856.5, 2569.5, 0]);
	});

	it('share a block by random orders too, and say how well', () => {
		const { game, tonnes } = playBlock();
		const variance = new Float64Array(tonnes.length);
		const pairs = sampleShares(game, { tonnes, variance, random: createRandom(1), options: shapleyDefaults });
		// With two measures an order and its reverse are all there are.
		expect(firstYears(tonnes)).toEqual([856.5, 2569.5, 0]);
		expect([pairs, variance[0]]).toEqual([16, 0]);
	});

	it('add up over blocks, and say whether they are exact', () => {
		const exact = shareByShapley(model);
		expect(firstYears(exact.tonnes)).toEqual([931.5, 1894.5, 30]);
		expect([exact.pairs, Math.max(...exact.error)]).toEqual([0, 0]);
		expect(shareByShapley(model, { exactUpTo: 1, seed: 9 })).toMatchObject({ pairs: 16, options: { seed: 9, exactUpTo: 1 } });
	});
});

describe('chance', () => {
	it('is the same for the same seed, and another for another', () => {
		const draw = (seed: number) => Array.from({ length: 4 }, createRandom(seed));
		expect(draw(1)).toEqual(draw(1));
		expect(draw(1)).not.toEqual(draw(2));
		const many = Array.from({ length: 20_000 }, createRandom(3));
		expect(Math.min(...many)).toBeGreaterThanOrEqual(0);
		expect(many.reduce((sum, value) => sum + value, 0) / many.length).toBeCloseTo(0.5, 2);
	});

	it('makes every order as likely as another', () => {
		const random = createRandom(5);
		const counts = new Map<string, number>();
		for (let round = 0; round < 6000; round++) {
			const order = Int32Array.of(1, 2, 3);
			shuffle(order, random);
			counts.set(order.join(''), (counts.get(order.join('')) ?? 0) + 1);
		}
		expect(counts.size).toBe(6);
		for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
	});
});
