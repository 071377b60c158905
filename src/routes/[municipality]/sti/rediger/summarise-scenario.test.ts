import { expect, it } from 'vitest';
import { readExamplePath } from '../../../../../test/soroe-path.ts';
import { summariseScenario } from './summarise-scenario.ts';

const document = readExamplePath('soroe');
const { scenario } = document;

it('a figure that cannot be calculated says why, and one that can says nothing', () => {
	expect(summariseScenario(document, 2023).findings).toEqual([]);
	// An older path may have what a basis with a negative row is refused for today.
	const cells = scenario.cells.map((cell, place) => (place === 0 ? { ...cell, activity: -100 } : cell));
	const { tonnes, findings } = summariseScenario({ ...document, scenario: { ...scenario, cells } }, 2023);
	expect(tonnes).toBeNull();
	expect(findings.map(({ sector }) => sector)).toContain(scenario.cells[0]?.sector);
});
