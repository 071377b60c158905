import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenarioSchema } from './scenario-schema.ts';

const file = resolve(import.meta.dirname, '../../../examples/scenario-heating.json');
const example = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

describe('a scenario document', () => {
	it('may leave out what is not known, and gets "not stated" for it', () => {
		const scenario = scenarioSchema.parse(example);
		expect(scenario.cells[0]).toMatchObject({
			activitySpread: null,
			removal: false,
			factor: { basis: 'direct', year: null, validTo: null },
		});
		expect(scenario.measures[0]).toMatchObject({ initiative: null, realisation: 1, relations: [], potential: null });
		expect(scenario.discountRates).toEqual({ 'municipal cash': null, users: null, society: 0.035 });
	});

	it('comes back the same once it is filled in', () => {
		const scenario = scenarioSchema.parse(example);
		expect(scenarioSchema.parse(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario);
	});

	it.each([
		['a field that nobody knows', { ...example, colour: 'green' }],
		['a share above one', { ...example, measures: [{ ...(example.measures as object[])[0], realisation: 1.2 }] }],
		['years in the wrong order', { ...example, firstYear: 2031 }],
		['more years than a century', { ...example, firstYear: 1900 }],
		['a figure that is no number', { ...example, gwpSet: 'AR3' }],
	])('is refused with %s', (_, document) => {
		expect(scenarioSchema.safeParse(document).success).toBe(false);
	});
});
