import { expect, it } from 'vitest';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { describeUnitOutcome } from './describe-unit-outcome.ts';

const unit = { id: 'new', name: 'Plan og Miljø' };
const [anna, bo] = [
	{ id: 'anna', name: 'Prøveperson Anna', role: 'owner', unitId: 'old' },
	{ id: 'bo', name: 'Prøveperson Bo', role: 'owner', unitId: 'new' },
] as const;
const asked = [anna, bo].map(({ unitId: _, ...person }) => ({ ...person, hasLeft: false }));
const plan = { run: {} as RoundRun, people: [anna, bo], asked: new Map([['a', asked]]), unitOf: new Map([['a', unit]]) };
const line = { id: 'a', responsible: 'Plan og Miljø' };

it('names who is still asked and is not of the unit that an initiative moved to', () => {
	expect(describeUnitOutcome(plan, line, 'moved', 'da')).toEqual({
		text: 'Indsatsen hører nu til Plan og Miljø.',
		asked: 'Prøveperson Anna bliver stadig spurgt om den.',
	});
	expect(describeUnitOutcome({ ...plan, asked: new Map([['a', asked.slice(1)]]) }, line, 'moved', 'da').asked).toBeNull();
});

it('says where an initiative stays when its responsible body is no unit, or is emptied', () => {
	const describe = (outcome: 'no such unit' | 'no body', of = plan) => describeUnitOutcome(of, line, outcome, 'da').text;
	expect(describe('no such unit')).toBe('Den nye ansvarlige er ingen af jeres enheder: indsatsen hører stadig til Plan og Miljø.');
	expect(describe('no body')).toBe('Planen nævner ingen ansvarlig mere: indsatsen hører stadig til Plan og Miljø.');
	expect(describe('no body', { ...plan, unitOf: new Map() })).toContain('hører ikke til nogen enhed');
	const outside = { ...plan, run: null, people: [], asked: new Map(), unitOf: new Map() };
	expect(describeUnitOutcome(outside, line, 'no body', 'da').text).toBe('Indsatsen er ikke flyttet til en anden enhed.');
});
