import { describe, expect, it } from 'vitest';
import { isEmail, listGivableRoles, mayManageRole } from './manage-person.ts';
import { personRoles } from './person.ts';
import { roles } from './policy.ts';

describe('who may make and change administrators', () => {
	it('are administrators alone; all other roles are for who may manage persons at all', () => {
		for (const role of roles) {
			const actor = { id: 'a', role, municipalityCode: '0340' };
			const managed = personRoles.filter((each) => mayManageRole(actor, each));
			expect(managed.includes('administrator'), role).toBe(role === 'administrator');
			expect(managed.length, role).toBe(role === 'administrator' ? personRoles.length : personRoles.length - 1);
		}
	});
});

describe('the roles to choose among', () => {
	it('are those the actor may give, with the one the person has', () => {
		const coordinator = { id: 'a', role: 'coordinator', municipalityCode: '0340' } as const;
		expect(listGivableRoles(coordinator, null)).not.toContain('administrator');
		expect(listGivableRoles(coordinator, 'administrator')).toEqual(personRoles);
		expect(listGivableRoles({ ...coordinator, role: 'administrator' }, null)).toEqual(personRoles);
	});
});

describe('the form of an address', () => {
	it.each(['et@example.org', 'Et.To+tre@post.example.org', 'æ@ø.example'])('%s is one', (text) => expect(isEmail(text)).toBe(true));
	it.each(['', 'et', 'et@', '@example.org', 'et@localhost', 'et@example.', 'e t@example.org', 'et@exa mple.org', 'a@b@c.org', 'a,b@c.org'])(
		'»%s« is none',
		(text) => expect(isEmail(text)).toBe(false),
	);
	it('is at most 254 characters long', () => expect(isEmail(`${'a'.repeat(250)}@b.dk`)).toBe(false));
});
