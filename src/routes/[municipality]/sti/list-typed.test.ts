import { expect, test } from 'vitest';
import { listTyped } from './list-typed.ts';

test('what was typed for a path is named as on the page, and what the form keeps for itself is left out', () => {
	const list = { title: 'Hvad nu hvis', 'start solceller': '2026', 'full solceller': '2030', 'realisation solceller': '80', copyTitle: '' };
	expect(listTyped(list, 'da')).toEqual([
		'Navn: Hvad nu hvis',
		'solceller: Start: 2026',
		'solceller: Fuld effekt: 2030',
		'solceller: Realisering, procent: 80',
	]);
	const cell = { 'cell.0.place': '0', 'cell.0.sector': 'Transport', 'cell.0.carrier': 'Diesel', 'cell.0.removal': 'on' };
	expect(listTyped({ cells: '1', id: 'a', version: 'KF25', ...cell, 'rate.society': '3,5' }, 'da')).toEqual([
		'National fremskrivning: KF25',
		'Transport, Diesel: Sektor: Transport',
		'Transport, Diesel: Kilde eller brændsel: Diesel',
		'Transport, Diesel: Optag, fx skov (faktoren er negativ)',
		expect.stringMatching(/^samfundet: .+: 3,5$/),
	]);
});

test('what was typed for a measure is named by its effect, the ends of an amount and the words of its lists', () => {
	const one = {
		'effect.0.kind': 'set factor',
		'effect.0.factor': '120',
		'effect.0.factorValidTo': '2030',
		'effect.0.factorBasis': 'direct',
	};
	const typed = {
		effects: '1',
		scenarioVersion: '4',
		newKind: 'move',
		...one,
		ramp: 'linear',
		'realisation.mid': '80',
		'realisation.low': '60',
	};
	const lines = listTyped(typed, 'da');
	expect(lines).toContain('Gælder til og med: 2030');
	expect(lines).toContain('Ny faktor, kg CO2e pr. enhed: 120');
	expect(lines).toContain('Vejen dertil: lige linje');
	expect(lines.slice(-2)).toEqual(['Realisering, procent: 80', 'Realisering, procent: Lav: 60']);
	expect(lines.join()).not.toMatch(/effect|factor|set |direct|linear|move|scenarioVersion/);
	const two = listTyped({ ...typed, effects: '2', 'effect.1.kind': 'uptake', 'effect.1.tonnes.mid': '5' }, 'en');
	expect(two.at(-1)).toMatch(/^.+: Tonnes CO2e a year: 5$/);
	expect(listTyped({ somethingNew: 'x' }, 'da')).toEqual(['somethingNew: x']);
});

test('what was chosen from a list is said in its words, and a measure by its title where it is known', () => {
	const titles = new Map([['solceller', 'Solceller på tage']]);
	const cell = { 'cell.0.sector': 'Landbrug', 'cell.0.carrier': 'Køer', 'cell.0.unit': 'head', 'cell.0.set': 'unstated' };
	expect(listTyped({ ...cell, inside: 'solceller\nukendt', replacedBy: 'solceller', kind: 'dropped' }, 'da', titles)).toEqual([
		'Landbrug, Køer: Sektor: Landbrug',
		'Landbrug, Køer: Kilde eller brændsel: Køer',
		'Landbrug, Køer: Enhed: dyr',
		expect.stringMatching(/: ikke oplyst$/i),
		expect.stringMatching(/: Solceller på tage; ukendt$/),
		expect.stringMatching(/: Solceller på tage$/),
		expect.stringMatching(/: Faldet bort$/i),
	]);
	expect(listTyped({ 'start solceller': '2026', 'effect.0.per': 'head' }, 'da', titles)).toEqual([
		'Solceller på tage: Start: 2026',
		'Enhed: dyr',
	]);
});
