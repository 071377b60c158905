import { describe, expect, it } from 'vitest';
import { actions, can, roles, type Action, type Role } from './policy.ts';

const open: readonly Action[] = ['plan.read', 'report.render', 'data.export'];
const own = (role: Role) => ({ id: 'a', role, municipalityCode: '0340' });

describe('who may do what', () => {
	it.each(roles.flatMap((role) => open.map((action) => [role, action] as const)))('%s may %s everywhere', (role, action) => {
		expect(can(own(role), action, { municipalityCode: '0340' })).toBe(true);
		expect(can(own(role), action, { municipalityCode: '0151' })).toBe(true);
	});

	it('a reader may do nothing else', () => {
		for (const action of actions) expect(can(own('reader'), action, { municipalityCode: '0340' })).toBe(open.includes(action));
	});

	it('a coordinator follows up in the own municipality and does not run the service', () => {
		expect(can(own('coordinator'), 'plan.import', { municipalityCode: '0340' })).toBe(true);
		expect(can(own('coordinator'), 'import.undo', { municipalityCode: '0340' })).toBe(true);
		expect(can(own('coordinator'), 'plan.import', { municipalityCode: '0151' })).toBe(false);
		expect(can(own('coordinator'), 'plan.import', { municipalityCode: null })).toBe(false);
		expect(can(own('coordinator'), 'service.manage', { municipalityCode: '0340' })).toBe(false);
	});

	it('the local demo acts in every municipality', () => {
		const demo = { id: 'demo', role: 'coordinator', municipalityCode: null } as const;
		expect(can(demo, 'finding.dismiss', { municipalityCode: '0340' })).toBe(true);
		expect(can(demo, 'finding.dismiss', { municipalityCode: '0151' })).toBe(true);
	});

	it('an administrator of one municipality does not run the whole installation', () => {
		expect(can(own('administrator'), 'service.manage', { municipalityCode: null })).toBe(false);
		expect(can({ ...own('administrator'), municipalityCode: null }, 'service.manage', { municipalityCode: null })).toBe(true);
	});
});
