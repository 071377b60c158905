import { can } from '#domain/access/policy.ts';
import { viewPeople } from '#usecases/people/view-people.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const view = await viewPeople(locals.context, { municipality: params.municipality });
	const find = (name: string) =>
		[...view.entries, ...view.left].find(({ person }) => person.id === url.searchParams.get(name))?.person.name ?? null;
	return {
		view: keepOnServer(view),
		/** Name of who was just saved, or has just left. */
		saved: find('gemt'),
		handed: find('stoppet'),
		erased: url.searchParams.has('slettet'),
		mayReadLog: can(locals.context.actor, 'audit.read', { municipalityCode: view.municipality.code }),
		municipality: describeHeader(view.municipality, view.hasPlan),
	};
};
