import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, can, canForSome, roles, type Action, type Actor, type Role } from './policy.ts';

const open: readonly Action[] = ['plan.read', 'report.render', 'data.export'];
const own = (role: Role, more: Partial<Actor> = {}): Actor => ({ id: 'a', role, municipalityCode: '0340', ...more });
const here = { municipalityCode: '0340' };
const elsewhere = { municipalityCode: '0151' };

describe('who may do what', () => {
	it.each(roles.flatMap((role) => open.map((action) => [role, action] as const)))('%s may %s everywhere', (role, action) => {
		expect(can(own(role), action, here)).toBe(true);
		expect(can(own(role), action, elsewhere)).toBe(true);
	});

	it('a reader may do nothing else', () => {
		for (const action of actions) expect(can(own('reader'), action, here), action).toBe(open.includes(action));
	});

	it('an owner answers for what the person is asked about, and for whom the person stands in', () => {
		const owner = own('owner', { personIds: ['a', 'b'] });
		expect(can(owner, 'answer.give', { ...here, personIds: ['a'] })).toBe(true);
		expect(can(owner, 'answer.give', { ...here, personIds: ['b', 'c'] })).toBe(true);
		expect(can(owner, 'answer.give', { ...here, personIds: ['c'] })).toBe(false);
		expect(can(owner, 'answer.give', here)).toBe(false);
		expect(can(owner, 'answer.give', { ...elsewhere, personIds: ['a'] })).toBe(false);
		for (const action of ['answer.review', 'round.run', 'person.read', 'plan.import', 'audit.read'] as const) {
			expect(can(owner, action, { ...here, personIds: ['a'] }), action).toBe(false);
		}
	});

	it('a unit lead answers and reviews for the own units too, and does not run the round', () => {
		const lead = own('unit lead', { personIds: ['a'], unitIds: ['u', 'v'] });
		for (const action of ['answer.give', 'answer.review'] as const) {
			expect(can(lead, action, { ...here, unitId: 'v' })).toBe(true);
			expect(can(lead, action, { ...here, unitId: 'w' })).toBe(false);
			expect(can(lead, action, here)).toBe(false);
		}
		expect(can(lead, 'round.run', here)).toBe(false);
	});

	it('a coordinator runs the round in the own municipality and does not run the service', () => {
		for (const action of ['plan.import', 'import.undo', 'round.run', 'answer.give', 'report.publish', 'person.manage'] as const) {
			expect(can(own('coordinator'), action, here), action).toBe(true);
			expect(can(own('coordinator'), action, elsewhere), action).toBe(false);
			expect(can(own('coordinator'), action, { municipalityCode: null }), action).toBe(false);
		}
		for (const action of ['service.manage', 'audit.read', 'person.erase', 'tenant.export'] as const) {
			expect(can(own('coordinator'), action, here), action).toBe(false);
		}
	});

	it('an administrator of one municipality does not run the whole installation', () => {
		expect(can(own('administrator'), 'service.manage', { municipalityCode: null })).toBe(false);
		expect(can({ ...own('administrator'), municipalityCode: null }, 'service.manage', { municipalityCode: null })).toBe(true);
	});

	it('the local demo acts in every municipality', () => {
		const demo = { id: 'demo', role: 'coordinator', municipalityCode: null } as const;
		expect(can(demo, 'finding.dismiss', here)).toBe(true);
		expect(can(demo, 'finding.dismiss', elsewhere)).toBe(true);
	});

	it('who came by an answer link may give the own answers and nothing else, whatever the role', () => {
		const anyone = fc.record({
			role: fc.constantFrom(...roles),
			action: fc.constantFrom(...actions),
			unit: fc.boolean(),
			mine: fc.boolean(),
		});
		fc.assert(
			fc.property(anyone, ({ role, action, unit, mine }) => {
				const actor = own(role, { personIds: ['a'], unitIds: ['u'], onlyAnswers: true });
				const resource = { ...here, personIds: mine ? ['a'] : ['b'], unitId: unit ? 'u' : null };
				const allowed = open.includes(action) || (action === 'answer.give' && mine && role !== 'reader' && role !== 'alliance secretary');
				expect(can(actor, action, resource)).toBe(allowed);
			}),
		);
	});

	it('is led to a review who reviews for any initiative, and nobody else', () => {
		const lead = own('unit lead', { personIds: ['a'], unitIds: ['u'] });
		expect(canForSome(lead, 'answer.review', '0340')).toBe(true);
		expect(canForSome(lead, 'answer.review', '0151')).toBe(false);
		expect(canForSome({ ...lead, unitIds: [], personIds: [] }, 'answer.review', '0340')).toBe(false);
		expect(canForSome({ ...lead, onlyAnswers: true }, 'answer.review', '0340')).toBe(false);
		expect(canForSome(own('owner', { personIds: ['a'] }), 'answer.review', '0340')).toBe(false);
	});

	it('nobody who belongs to one municipality does anything but read in another', () => {
		const anyone = fc.record({ role: fc.constantFrom(...roles), action: fc.constantFrom(...actions) });
		fc.assert(
			fc.property(anyone, ({ role, action }) => {
				const actor = own(role, { personIds: ['a'], unitIds: ['u'] });
				expect(can(actor, action, { ...elsewhere, personIds: ['a'], unitId: 'u' })).toBe(open.includes(action));
			}),
		);
	});
});
