import { error, redirect } from '@sveltejs/kit';
import { can } from '#domain/access/policy.ts';
import { parseYear } from '#domain/shared/year.ts';
import { viewMunicipality } from '#usecases/plan/view-municipality.ts';
import { listOwnAnswers } from '#usecases/round/list-own-answers.ts';
import { listRoundRuns } from '#usecases/round/list-round-runs.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { listUrls } from '#web/urls.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const { municipality, plan, rounds } = await viewMunicipality(context, { municipality: params.municipality });
	if (can(context.actor, 'answer.review', leadOf(context.actor, municipality.code)) && !mayRun(context.actor, municipality.code)) {
		// Who leads a unit has one page: the board of the newest round, with the own unit's initiatives.
		const { run } = await listOwnAnswers(context, { municipality: params.municipality });
		if (run) redirect(303, listUrls(locale).board(municipality.slug, run.year));
		error(404);
	}
	const runs = await listRoundRuns(context, { municipality: params.municipality });
	return {
		view: keepOnServer({ municipality, runs, imported: rounds.filter(({ year }) => runs.every(({ run }) => run.year !== year)) }),
		hasPlan: plan !== null,
		/** Year of the round that has just been withdrawn. */
		withdrawn: parseYear(url.searchParams.get('trukket') ?? '') ?? null,
		municipality: describeHeader(municipality, plan !== null),
	};
};

type Actor = App.Locals['context']['actor'];

function mayRun(actor: Actor, municipalityCode: string): boolean {
	return can(actor, 'round.run', { municipalityCode });
}

function leadOf({ unitIds = [] }: Actor, municipalityCode: string) {
	return { municipalityCode, unitId: unitIds[0] ?? null };
}
