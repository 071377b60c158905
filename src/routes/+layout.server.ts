import { can, type Actor } from '#domain/access/policy.ts';
import { splitLocale } from '#web/locale.ts';
import type { LayoutServerLoad } from './$types';

// No page needs script, and the framework sends none. The register and the upload page each bring a small file of their own.
export const csr = false;

export const load: LayoutServerLoad = ({ locals, url }) => {
	// `?/name` is the answer to a form, not a page that can be opened.
	const search = url.search.startsWith('?/') ? '' : url.search;
	const { locale, mayEdit, demo, open, person, owesCode, context } = locals;
	// Nothing of the session itself is for pages.
	const visitor = open && { name: person?.name ?? null, owesCode };
	return { locale, mayEdit, demo, visitor, seesRounds: seesRounds(context.actor), path: splitLocale(url.pathname).path + search };
};

/** True for who runs rounds, or leads a unit and goes through its answers. The pages ask again, of the municipality they are about. */
function seesRounds(actor: Actor): boolean {
	const { municipalityCode, unitIds = [] } = actor;
	return (
		can(actor, 'round.run', { municipalityCode }) ||
		(unitIds.length > 0 && can(actor, 'answer.review', { municipalityCode, unitId: unitIds[0] ?? null }))
	);
}
