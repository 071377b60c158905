import { describe, expect, it } from 'vitest';
import { proposePeople, type ListedPerson } from './people-list.ts';
import type { Person } from './person.ts';

const et: Person = {
	...{ id: 'p1', name: 'Prøveperson Et', email: 'Et@example.org', role: 'unit lead', unitId: 'u1' },
	...{ bounce: null, leftAt: null, erasedAt: null, version: 1 },
};
const here = {
	people: [et, { ...et, id: 'p2', name: 'Prøveperson To', email: 'to@example.org', leftAt: new Date(0) }],
	units: [{ id: 'u1', name: 'Teknik, miljø og drift', parentId: null, version: 1 }],
	initiatives: [
		{ id: 'i1', number: '1' },
		{ id: 'i20', number: '20a' },
	],
	mayManageAdministrators: false,
};
const list = (person: Partial<ListedPerson>): ListedPerson => ({
	...{ row: 2, name: 'Prøveperson Et', email: 'et@example.org', unit: '', role: null, roleText: '', numbers: [] },
	...person,
});
const propose = (...rows: Partial<ListedPerson>[]) => proposePeople(rows.map(list), here);

describe('a list of people compared with who is here', () => {
	it('knows people by their address in any case, and leaves what it does not state', () => {
		expect(propose({})).toMatchObject([{ kind: 'unchanged', person: { id: 'p1' }, role: 'unit lead', unit: { id: 'u1' } }]);
		expect(propose({ name: 'Prøveperson Et B.' })[0]?.kind).toBe('changed');
	});

	it('makes somebody new an owner when no role is stated, in a unit that is there however it is spelled', () => {
		expect(propose({ email: 'ny@example.org', unit: 'Teknik, Miljø & drift', numbers: ['1', '20 A'] })).toMatchObject([
			{ kind: 'new', role: 'owner', unit: { id: 'u1' }, initiatives: [{ id: 'i1' }, { id: 'i20' }] },
		]);
		expect(propose({ email: 'ny@example.org', unit: 'teknik miljø og drift' })[0]?.unit).toEqual({
			id: 'u1',
			name: 'Teknik, miljø og drift',
		});
	});

	it('gives nobody initiatives who may only read', () => {
		const secretary = { email: 'ny@example.org', role: 'alliance secretary', roleText: 'Sekretariat' } as const;
		expect(propose({ ...secretary, numbers: ['1'] })).toMatchObject([{ kind: 'unusable', problems: [{ code: 'may-not-answer' }] }]);
		expect(propose(secretary)).toMatchObject([{ kind: 'new', problems: [] }]);
	});

	it('tells what somebody would keep to answer in a role that is never asked, less what the list gives to others', () => {
		const work = new Map([
			[
				'p1',
				{
					owned: [
						{ id: 'i1', number: '1' },
						{ id: 'i20', number: '20a' },
					],
					asked: ['20a', '3'],
					standsIn: true,
				},
			],
		]);
		const secretary = list({ role: 'alliance secretary', roleText: 'Sekretariat' });
		const tell = (...others: ListedPerson[]) => proposePeople([secretary, ...others], { ...here, work })[0];
		expect(tell()).toMatchObject({ kind: 'unusable', problems: [{ code: 'has-work', text: '1, 3, 20a' }, { code: 'stands-in' }] });
		expect(tell(list({ email: 'ny@example.org', numbers: ['1', '20a'] }))?.problems[0]).toEqual({ code: 'has-work', text: '3, 20a' });
		expect(proposePeople([list({ name: 'Prøveperson Et B.' })], { ...here, work })).toMatchObject([{ kind: 'changed', problems: [] }]);
	});

	it('brings a unit once, however often it is named', () => {
		const units = propose({ email: 'a@example.org', unit: 'Natur og vej' }, { email: 'b@example.org', unit: 'Natur og  vej' }).map(
			({ unit }) => unit,
		);
		expect(units).toEqual([
			{ id: null, name: 'Natur og vej' },
			{ id: null, name: 'Natur og vej' },
		]);
		expect(propose({ unit: 'Natur og vej' })[0]?.kind).toBe('changed');
	});

	it.each([
		['name-missing', { name: '' }],
		['email-missing', { email: '' }],
		['email-form', { email: 'et@localhost' }],
		['role-unknown', { roleText: 'Borgmester' }],
		['administrator-only', { role: 'administrator', roleText: 'Administrator' }],
		['number-unknown', { numbers: ['99'] }],
		['has-left', { email: 'to@example.org' }],
	] as const)('tells of %s', (code, person) => {
		const [row] = propose(person);
		expect(row?.kind).toBe('unusable');
		expect(row?.problems.map((problem) => problem.code)).toEqual([code]);
	});

	it('tells of an address that stands twice, at the second', () => {
		expect(propose({}, { row: 3, email: 'ET@example.org' }).map(({ problems }) => problems.map(({ code }) => code))).toEqual([
			[],
			['email-twice'],
		]);
	});
});
