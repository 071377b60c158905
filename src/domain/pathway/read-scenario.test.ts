import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario } from './read-scenario.ts';

const text = readFileSync(resolve(import.meta.dirname, '../../../examples/scenario-heating.json'), 'utf8');
type Json = Record<string, unknown> & { cells: Record<string, unknown>[]; measures: Record<string, unknown>[] };

/** The problems of the example after a change, as code, place and what was expected. */
function problemsAfter(change: (document: Json) => void): string[] {
	const document = JSON.parse(text) as Json;
	change(document);
	return readScenario(document).problems.map(({ code, place, expected, field }) =>
		[code, place, expected, field].filter(Boolean).join(' '),
	);
}

describe('a scenario document', () => {
	it('with a measure that has no title is told of by the id of the measure', () => {
		const document = JSON.parse(text) as Json;
		document.measures[0] = { ...document.measures[0], id: 'varme', title: '' };
		expect(readScenario(document).problems).toMatchObject([{ place: 'measures[0].title', name: 'varme' }]);
	});

	it('in order is read', () => {
		expect(readScenario(JSON.parse(text)).scenario?.id).toBe('heating');
	});

	it.each([
		['a field is missing', (document: Json) => delete document.title, 'missing title'],
		['a field is missing inside', (document: Json) => delete document.measures[1]?.timing, 'missing measures[1].timing'],
		['a field is unknown', (document: Json) => (document.colour = 1), 'unknown-field {} colour'],
		['a number is written as text', (document: Json) => (document.firstYear = '2025'), 'form firstYear number'],
		['a word is not one of those', (document: Json) => (document.gwpSet = 'AR3'), 'choice gwpSet AR4, AR5, AR6'],
		['a share is above one', (document: Json) => (document.measures[0]!.realisation = 1.5), 'too-large measures[0].realisation 1'],
		['a title is empty', (document: Json) => (document.title = ' '), 'too-short title'],
		['there are no cells', (document: Json) => (document.cells = []), 'too-short cells'],
		['the years are turned', (document: Json) => (document.lastYear = 2020), 'year-order lastYear'],
		['there are too many years', (document: Json) => (document.lastYear = 2199), 'too-many-years lastYear 101'],
		[
			'an effect has no known kind',
			(document: Json) => (document.measures[0]!.effects = [{ kind: 'magic' }]),
			'shape measures[0].effects[0].kind',
		],
		['an activity is a text', (document: Json) => (document.cells[0]!.activity = '100'), 'form cells[0].activity number | object'],
		[
			'carriers are neither all nor a list',
			(document: Json) => (document.measures[0]!.effects = [{ kind: 'capture', carriers: 'gas', share: 1 }]),
			'form measures[0].effects[0].carriers "all" | array',
		],
		[
			'an efficiency is nothing',
			(document: Json) => (document.measures[0]!.effects = [{ kind: 'move', sector: 'a', from: 'b', to: 'c', share: 1, efficiencyTo: 0 }]),
			'not-above measures[0].effects[0].efficiencyTo 0',
		],
		[
			'a year is no year',
			(document: Json) => (document.cells[0]!.activity = { years: { often: 1 } }),
			'shape cells[0].activity.years.often',
		],
	])('says where %s', (_, change, expected) => {
		expect(problemsAfter(change)[0]).toBe(expected);
	});

	it('tells everything at once', () => {
		expect(problemsAfter((document) => Object.assign(document, { id: 1, title: 2, lastYear: null }))).toHaveLength(3);
		expect(readScenario('text').problems).toMatchObject([{ code: 'form', place: '{}' }]);
		expect(readScenario(null).problems).toHaveLength(1);
	});
});

describe('a number far beyond what there can be', () => {
	const gas = { years: { '2025': 1e300 } };
	it.each([
		['an activity', (document: Json) => (document.cells[0]!.activity = 1e300), 'cells[0].activity'],
		['an activity below zero', (document: Json) => (document.cells[0]!.activity = -1e300), 'cells[0].activity'],
		['an activity of a year', (document: Json) => (document.cells[0]!.activity = gas), 'cells[0].activity.years.2025'],
		['a factor', (document: Json) => (document.cells[0]!.factor = { kg: { co2e: 1e10 }, per: 'GJ' }), 'cells[0].factor.kg.co2e'],
		['tonnes', (document: Json) => (document.measures[0]!.effects = [{ kind: 'uptake', tonnes: 1e13 }]), 'measures[0].effects[0].tonnes'],
		['a cost', (document: Json) => ((document.measures[0]!.costs as Json[])[0]!.capital = 1e16), 'measures[0].costs[0].capital'],
	])('is refused with its bound and what it is about: %s', (_, change, place) => {
		const document = JSON.parse(text) as Json;
		document.measures[0]!.costs = [{ perspective: 'users', capital: 1, lifetime: 20 }];
		change(document);
		const { problems } = readScenario(document);
		expect(problems).toMatchObject([
			{ place, code: expect.stringMatching(/^too-(large|small)$/), expected: expect.stringMatching(/^-?10+$/) },
		]);
		const [cell, measure] = [document.cells[0]!, document.measures[0]!];
		expect(problems[0]?.name).toBe(place.startsWith('cells') ? `${String(cell.sector)}, ${String(cell.carrier)}` : measure.title);
	});

	it('is not what a whole country has', () => {
		const document = JSON.parse(text) as Json;
		Object.assign(document.cells[0]!, { unit: 'MJ', activity: 7e11, factor: { kg: { co2e: 0.06 }, per: 'MJ' } });
		expect(readScenario(document).problems).toEqual([]);
	});
});
