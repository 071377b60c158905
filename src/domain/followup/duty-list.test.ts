import { expect, it } from 'vitest';
import { makeLine, readExamplePath, readSoroeRound } from '../../../test/soroe-path.ts';
import type { Measure } from '../pathway/model.ts';
import { makeDutyList } from './duty-list.ts';
import type { PathRound } from './path-as-it-stands.ts';

const soroe = readExamplePath('soroe');
const saves: Measure = {
	...soroe.scenario.measures[0]!,
	id: 'saves',
	title: 'Mindre behov',
	initiative: '7',
	effects: soroe.scenario.cells.slice(0, 1).map(({ sector }) => ({ kind: 'reduce need', sector, carriers: 'all', share: 0.1 }) as const),
};
const lend = (measure: Measure) => ({
	...soroe,
	scenario: { ...soroe.scenario, measures: [measure], order: null },
	standings: [],
	candidates: [],
});
const offer = (rounds: readonly PathRound[], neighbour = lend(saves)) =>
	makeDutyList(
		{ ...soroe, candidates: [] },
		{ year: 2030, rounds: [readSoroeRound()], earliest: 2027, others: [{ name: 'Nabo', document: neighbour, rounds }] },
	).candidates.map(({ measure, from }) => [measure.title, from]);
const say = (state: 'in progress' | 'on hold', year = 2024): PathRound => ({ round: { year }, lines: [makeLine({ number: '7', state })] });

it('what another municipality does is offered, and nothing that it has put on hold or given up', () => {
	expect(offer([])).toEqual([['Mindre behov', 'Nabo']]);
	expect(offer([say('in progress')])).toEqual([['Mindre behov', 'Nabo']]);
	expect(offer([say('on hold')])).toEqual([]);
	expect(offer([say('in progress', 2025), say('on hold')])).toEqual([['Mindre behov', 'Nabo']]);
});

it.each([
	{ kind: 'outside the account' },
	{ kind: 'in the baseline', from: 'KF23' },
	{ kind: 'counted inside', measure: 'other' },
	{ kind: 'requires', measure: 'other' },
] as const)('what saves nothing of its own where it comes from is not offered to others: $kind', (relation) => {
	expect(offer([], lend({ ...saves, relations: [relation] }))).toEqual([]);
	expect(offer([], lend({ ...saves, relations: [{ kind: 'alternative to', measure: 'other' }] }))).toHaveLength(1);
});
