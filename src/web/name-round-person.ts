import { m } from '#text/paraglide/messages.js';
import type { Locale } from '#text/locale.ts';
import { nameWho } from './name-who.ts';

/** Who did something in a round: the person's name, the part played in the demo, or that the person is erased. */
export function nameRoundPerson(person: { readonly id: string; readonly name: string | null }, locale: Locale): string {
	if (person.name !== null) return person.name;
	// An id is no name: what is neither a person nor a known part has been erased.
	return /^[0-9a-f]{8}-/.test(person.id) ? m.round_person_erased({}, { locale }) : nameWho(person.id, locale);
}
