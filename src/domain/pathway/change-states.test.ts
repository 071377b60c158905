import { expect, it } from 'vitest';
import { makeMeasure, makeScenario, moveHeat, saveHeat } from '../../../test/made-scenario.ts';
import { createChangeStates } from './change-states.ts';
import { compileScenario } from './compile-scenario.ts';

const model = compileScenario(
	makeScenario({
		order: ['A', 'B', 'C'],
		measures: [
			makeMeasure('A', [moveHeat]),
			makeMeasure('B', [moveHeat], { relations: [{ kind: 'alternative to', measure: 'A' }] }),
			makeMeasure('C', [saveHeat]),
		],
	}),
);
const drop = (measure: string) => ({ measure, after: { measure, isDropped: true } });

it('makes a change and takes it back, with all that depends on it', () => {
	const { kins, active, settle } = createChangeStates(model, [drop('A')], []);
	expect(kins).toMatchObject([{ members: [0, 1], changed: [0] }]);
	const settled = (made: number) => {
		settle(kins[0]!, Uint8Array.of(made));
		return [...active];
	};
	expect([settled(0), settled(1), settled(0)]).toEqual([
		[1, 0, 1],
		[0, 1, 1],
		[1, 0, 1],
	]);
});

it('keeps apart what is not related, and what is told before and after alike', () => {
	const later = { measure: 'C', after: { measure: 'C', start: 2027, realisation: 0.5 } };
	const states = createChangeStates(model, [later], [{ measure: 'A', isDropped: true }]);
	expect(states.kins).toMatchObject([{ members: [2], operations: [2], changed: [0] }]);
	expect([...states.active]).toEqual([0, 1, 1]);
	states.settle(states.kins[0]!, Uint8Array.of(1));
	expect([...states.active]).toEqual([0, 1, 1]);
	const { profile, amount } = states.model.numbers;
	const count = model.years.length;
	expect([...profile.subarray(2 * count, 3 * count)]).toEqual([0, 0, 1, 1, 1, 1]);
	expect(amount[2]).toBeCloseTo(0.1, 12);
	// The scenario it was made of stays as it is.
	expect(model.numbers.amount[2]).toBeCloseTo(0.2, 12);
});
