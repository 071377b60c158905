import type { PersonRole } from '#domain/access/person.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

const messages: Record<PersonRole, (inputs: Record<string, never>, options: { locale: Locale }) => string> = {
	owner: m.people_role_owner,
	'unit lead': m.people_role_unit_lead,
	coordinator: m.people_role_coordinator,
	administrator: m.people_role_administrator,
	'alliance secretary': m.people_role_alliance_secretary,
};

/** The word for what a person is to the municipality. */
export function roleLabel(role: PersonRole, locale: Locale): string {
	return messages[role]({}, { locale });
}
