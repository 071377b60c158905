import { describe, expect, it } from 'vitest';
import { putOwnFactors } from '#domain/account/emission-factor.ts';
import { getShippedFactors } from '#usecases/account/reference-tables.ts';
import { readExamplePath } from '../../../../../test/soroe-path.ts';
import { writeBasis } from './basis-texts.ts';
import { fillFactors, listChoices } from './fill-factors.ts';
import { readBasis } from './read-basis.ts';

const factors = putOwnFactors(await getShippedFactors(), []);
const choices = listChoices(factors, 'da');
const find = (unit: string) => choices.find((choice) => choice.includes(` ${unit}, `)) ?? '';
const texts = { ...writeBasis(readExamplePath('soroe')), 'cell.0.unit': 'TJ', 'cell.0.activity': '100', 'cell.0.source': '' };
const fill = (own: Readonly<Record<string, string>>) => fillFactors({ ...texts, ...own }, factors, 'da');

describe('a factor chosen from the table', () => {
	it('can be any that a path counts in, each once', () => {
		expect(choices.length).toBeGreaterThan(120);
		expect(new Set(choices).size).toBe(choices.length);
	});

	it('is written out in the fields, for the unit of the row', () => {
		const choice = find('kg CO2e/GJ');
		const value = Number(/: ([\d.,]+) kg/.exec(choice)?.[1]?.replace(',', '.'));
		const { texts: filled, errors } = fill({ 'cell.0.from': choice, 'cell.0.co2': '5', 'cell.0.change': '-1' });
		expect(errors).toEqual({});
		expect(Number(filled['cell.0.factor']?.replace(',', '.'))).toBeCloseTo(value * 1000, 3);
		expect(filled).toMatchObject({ 'cell.0.from': '', 'cell.0.co2': '', 'cell.0.change': '' });
		expect(filled['cell.0.source']).not.toBe('');
		expect('basis' in readBasis(filled, 'da')).toBe(true);
	});

	it('adds its gas to those that are there, with its source', () => {
		const one = fill({ 'cell.0.from': find('kg CO2/GJ') }).texts;
		const two = fillFactors({ ...one, 'cell.0.from': find('g CH4/GJ') }, factors, 'da').texts;
		expect(two).toMatchObject({ 'cell.0.factor': '', 'cell.0.co2': one['cell.0.co2'] });
		expect(Number(two['cell.0.ch4']?.replace(',', '.'))).toBeGreaterThan(0);
		expect(two['cell.0.source']?.split('; ').length).toBe(2);
		const read = readBasis(two, 'da');
		expect('basis' in read && read.basis.cells[0]?.kg).toMatchObject({ gases: { n2o: null } });
	});

	it('is refused at its field when it is none, or for another kind of unit, and what stands there stays', () => {
		const unknown = fill({ 'cell.0.from': 'naturgas' });
		expect(unknown.errors).toEqual({ 'cell.0.from': expect.stringContaining('listen') });
		expect(unknown.texts).toMatchObject({ 'cell.0.from': 'naturgas', 'cell.0.factor': texts['cell.0.factor' as keyof typeof texts] });
		const other = fill({ 'cell.0.from': find('g CO2/km') });
		expect(other.errors).toEqual({ 'cell.0.from': expect.stringContaining('pr. km') });
	});
});
