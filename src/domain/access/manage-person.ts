import { personRoles, type PersonRole } from './person.ts';
import type { Actor } from './policy.ts';

/**
 * Whether the actor may give a role, or change somebody who has it. Administrators are made and changed by administrators alone:
 * a coordinator could otherwise become one, by the role or by writing the own address on an administrator.
 */
export function mayManageRole(actor: Actor, role: PersonRole): boolean {
	return role !== 'administrator' || actor.role === 'administrator';
}

/** The roles to choose among for a person: those the actor may give, and the one the person has already. */
export function listGivableRoles(actor: Actor, current: PersonRole | null): PersonRole[] {
	return personRoles.filter((role) => role === current || mayManageRole(actor, role));
}

/** Whether a text has the form of an address that mail can go to: one @, a dotted name after it, no spaces, at most 254 characters. */
export function isEmail(text: string): boolean {
	return text.length <= 254 && /^[^@\s<>",;]+@[^@\s<>",;]+\.[^@\s<>",;.]+$/.test(text);
}
