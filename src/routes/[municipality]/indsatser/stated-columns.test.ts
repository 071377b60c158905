import { describe, expect, it } from 'vitest';
import { makeFollowUp } from '../../../../test/made-up-follow-up.ts';
import { listStatedColumns } from './stated-columns.ts';

describe('listStatedColumns', () => {
	const [first] = makeFollowUp([{ number: '1', responsible: null }]).lines;
	const initiative = { ...first!.initiative, sphere: null, quantity: null, deadline: null, responsible: null };

	it('keeps a place for the answerable body in a round, also when nobody is named', () => {
		expect(listStatedColumns([initiative], true)).toEqual(['responsible']);
	});

	it('shows what the plan states where there is no round', () => {
		expect(listStatedColumns([initiative], false)).toEqual([]);
		const promising = { ...initiative, sphere: 'owner' as const, quantity: { value: 0, unit: '%', basis: null } };
		expect(listStatedColumns([initiative, promising], false)).toEqual(['sphere', 'quantity']);
	});
});
