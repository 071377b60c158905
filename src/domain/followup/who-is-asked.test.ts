import { describe, expect, it } from 'vitest';
import type { Person } from '../access/person.ts';
import { assignInitiatives } from './who-is-asked.ts';

const person = (id: string, more: Partial<Person> = {}): Person => ({
	id,
	name: `Prøveperson ${id}`,
	email: `${id}@example.org`,
	role: 'owner',
	unitId: null,
	bounce: null,
	leftAt: null,
	erasedAt: null,
	version: 1,
	...more,
});
const people = [person('a'), person('b'), person('gone', { leftAt: new Date(0) }), person('lead', { role: 'unit lead', unitId: 'u' })];
const nobody = { owners: new Map(), lastYear: new Map(), units: new Map(), people };

describe('who is asked in a new round', () => {
	it('is nobody who may only read', () => {
		const reading = person('s', { role: 'alliance secretary' });
		const sources = { ...nobody, people: [...people, reading], owners: new Map([['1', ['s']]]), lastYear: new Map([['1', ['a']]]) };
		expect(assignInitiatives(['1'], sources)).toEqual(new Map([['1', ['a']]]));
	});

	it('is whoever answers for the initiative, else who was asked last year, else the lead of its unit', () => {
		const sources = {
			people,
			owners: new Map([['1', ['a', 'b']]]),
			lastYear: new Map([
				['1', ['lead']],
				['2', ['b']],
			]),
			units: new Map([
				['2', 'u'],
				['3', 'u'],
			]),
		};
		const asked = assignInitiatives(['1', '2', '3', '4'], sources);
		expect([...asked]).toEqual([
			['1', ['a', 'b']],
			['2', ['b']],
			['3', ['lead']],
		]);
	});

	it('is nobody who has left', () => {
		const owners = new Map([
			['1', ['gone', 'a']],
			['2', ['gone']],
		]);
		const lastYear = new Map([['2', ['b']]]);
		expect([...assignInitiatives(['1', '2'], { ...nobody, owners, lastYear })]).toEqual([
			['1', ['a']],
			['2', ['b']],
		]);
	});

	it('knows no lead who has left, and none of another unit', () => {
		const units = new Map([['1', 'v']]);
		expect(assignInitiatives(['1'], { ...nobody, units }).size).toBe(0);
		const left = [person('lead', { role: 'unit lead', unitId: 'v', leftAt: new Date(0) })];
		expect(assignInitiatives(['1'], { ...nobody, units, people: left }).size).toBe(0);
	});
});
