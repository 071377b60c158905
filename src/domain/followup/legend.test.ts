import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { priorities } from '../plan/initiative.ts';
import { states } from './assessment.ts';
import { legendColour, type Legend } from './legend.ts';
import { legendSchema } from './legend-schema.ts';

const folder = join(import.meta.dirname, '../../../reference/legends');
const readLegend = (file: string): Legend => legendSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
const soroe = readLegend('soroe-2023.json');

describe('the reading guides that are shipped', () => {
	it.each(readdirSync(folder))('%s fits the schema and is named by its id', (file) => {
		expect(`${readLegend(file).id}.json`).toBe(file);
	});

	it.each(readdirSync(folder))('%s has no line that an earlier line hides, and no priority that it does not list', (file) => {
		const legend = readLegend(file);
		const pairs = legend.progress.flatMap((rule) =>
			rule.priorities.flatMap((priority) => rule.states.map((state) => `${priority}/${state}`)),
		);
		expect(new Set(pairs).size).toBe(pairs.length);
		for (const rule of legend.progress) for (const priority of rule.priorities) expect(legend.priorities).toContain(priority);
	});
});

describe("Sorø's reading guide", () => {
	const colours: Record<string, string> = {
		'prioritised/in progress': 'green',
		'prioritised/partly in progress': 'yellow',
		'prioritised/planning': 'yellow',
		'prioritised/not started': 'red',
		'prioritised/on hold': 'red',
		'planned prioritised/not started': 'white',
		'planned prioritised/on hold': 'white',
	};

	it.each(priorities.flatMap((priority) => states.map((state) => ({ priority, state }))))('$priority, $state', ({ priority, state }) => {
		const answer = legendColour(soroe, priority, state);
		expect(answer.kind === 'colour' ? answer.rule.colour : 'silent').toBe(colours[`${priority}/${state}`] ?? 'silent');
	});

	it('is silent where priority or state is not stated', () => {
		expect(legendColour(soroe, null, 'in progress')).toEqual({ kind: 'silent' });
		expect(legendColour(soroe, 'prioritised', null)).toEqual({ kind: 'silent' });
	});

	it('holds for any priority and for none where a line names none', () => {
		const legend = { ...soroe, progress: [{ ...soroe.progress[0]!, priorities: [] }] };
		for (const priority of [...priorities, null]) {
			expect(legendColour(legend, priority, 'in progress')).toMatchObject({ kind: 'colour', rule: { colour: 'green' } });
			expect(legendColour(legend, priority, 'on hold')).toEqual({ kind: 'silent' });
		}
	});

	it('explains four colours of fulfilment', () => {
		expect(soroe.fulfilment.map((rule) => rule.colour)).toEqual(['green', 'yellow', 'red', 'pink']);
	});
});

describe('the schema of a reading guide', () => {
	it.each([
		['a colour that does not exist', { ...soroe, progress: [{ ...soroe.progress[0], colour: 'blue' }] }],
		['a line without states', { ...soroe, progress: [{ ...soroe.progress[0], states: [] }] }],
		['a sentence in one language', { ...soroe, title: { da: 'Læsevejledning' } }],
		['a field nobody knows', { ...soroe, note: 'x' }],
		['no priorities', { ...soroe, priorities: [] }],
	])('refuses %s', (_, legend) => {
		expect(legendSchema.safeParse(legend).success).toBe(false);
	});
});
