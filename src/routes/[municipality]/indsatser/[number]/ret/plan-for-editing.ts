import { can } from '#domain/access/policy.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import type { Initiative } from '#domain/plan/initiative.ts';
import type { MunicipalityProfile, Section } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '#usecases/context.ts';
import { viewMunicipality } from '#usecases/plan/view-municipality.ts';
import { listRoundRuns } from '#usecases/round/list-round-runs.ts';
import { viewBoard } from '#usecases/round/view-board.ts';
import type { Board, RoundPerson } from '#usecases/round/views.ts';

/** What the pages that change the plan are made from. */
export type PlanForEditing = {
	readonly municipality: MunicipalityProfile;
	/** The round that runs and can be changed in: the plan's lines come and go in a round. */
	readonly run: RoundRun | null;
	readonly initiatives: readonly Initiative[];
	readonly sections: readonly Section[];
	readonly people: Board['people'];
	readonly units: Board['units'];
	/** Who is asked in the round, by initiative. */
	readonly asked: ReadonlyMap<string, readonly RoundPerson[]>;
	/** The unit that each belongs to. */
	readonly unitOf: ReadonlyMap<string, Board['units'][number]>;
	/** Ids of those that are new in the round. */
	readonly added: ReadonlySet<string>;
	/** Ids of those about which something is said in the round. */
	readonly answered: ReadonlySet<string>;
	/** Whose text that is not sent in there is about an initiative; not what it says. */
	readonly drafts: ReadonlyMap<string, RoundPerson>;
};

/** The plan as it stands now, in the round that runs or outside one. Throws forbidden `access.denied`, not-found `plan.unknown`. */
export async function readPlanForEditing(context: Context, input: { readonly municipality: string }): Promise<PlanForEditing> {
	const { municipality, plan } = await viewMunicipality(context, input);
	if (!can(context.actor, 'plan.edit', { municipalityCode: municipality.code })) {
		throw new DomainError('forbidden', 'access.denied', { action: 'plan.edit', municipality: municipality.code });
	}
	if (!plan) throw new DomainError('not-found', 'plan.unknown', { municipality: municipality.name });
	const running = (await listRoundRuns(context, input)).find(({ run }) => run.stage !== 'published');
	const board = running && (await viewBoard(context, { ...input, year: running.run.year }));
	if (!board?.mayEdit) {
		const nobody = {
			run: null,
			people: [],
			units: [],
			asked: new Map<string, never>(),
			unitOf: new Map<string, never>(),
			added: new Set<string>(),
			answered: new Set<string>(),
			drafts: new Map<string, never>(),
		};
		return { municipality, initiatives: plan.initiatives, sections: plan.sections, ...nobody };
	}
	return {
		municipality,
		run: board.run,
		initiatives: board.rows.map(({ initiative }) => initiative),
		sections: board.sections,
		people: board.people,
		units: board.units,
		asked: new Map(board.rows.map(({ initiative, persons }) => [initiative.id, persons])),
		unitOf: new Map(
			board.rows.flatMap(({ initiative, unitId }) => {
				const unit = board.units.find(({ id }) => id === unitId);
				return unit ? [[initiative.id, unit] as const] : [];
			}),
		),
		added: new Set(board.events.flatMap(({ kind, initiative }) => (kind === 'added' || kind === 'split' ? [initiative.id] : []))),
		answered: new Set(board.rows.filter(({ assessment }) => assessment).map(({ initiative }) => initiative.id)),
		drafts: new Map(board.rows.flatMap(({ initiative, draft }) => (draft ? [[initiative.id, draft.who] as const] : []))),
	};
}
