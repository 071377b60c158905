import { stateStanding, type StandingKind } from '#domain/followup/state-standing.ts';
import type { StatedStanding } from '#domain/followup/path-document.ts';
import { parseDanishNumber } from '#domain/shared/danish-number.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { parseYear } from '#domain/shared/year.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { changeScenario, type ScenarioKey } from './change-scenario.ts';

/** As typed; only what the kind asks for is read. */
export type TypedStanding = {
	readonly kind: StandingKind | undefined;
	/** Year of the round it holds from. */
	readonly since: string;
	readonly start: string;
	/** Per cent, the Danish way. */
	readonly realisation: string;
	readonly replacedBy: string;
	readonly reason: string;
	readonly source: string;
};
export type SaveStandingInput = {
	readonly municipality: string;
	readonly scenario: ScenarioKey;
	readonly measureId: string;
	readonly standing: TypedStanding;
};

/**
 * States how a measure stands from a round on, where the round's own state and dates do not say it.
 * @throws DomainError invalid `standing.kind-missing`, `standing.since-missing`, `standing.start-form`, `standing.realisation-form`,
 *   `standing.replaced-by-missing`, `standing.reason-missing`, `standing.not-later`, `standing.replaced-by-itself`; not-found
 *   `measure.unknown`, `scenario.unknown`; conflict `scenario.changed-meanwhile`
 */
export async function saveStanding(context: Context, { municipality, scenario, measureId, standing }: SaveStandingInput): Promise<void> {
	const { code } = await requireMay(context, 'pathway.edit', municipality);
	const statement = readStanding(measureId, standing);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, (tx) => changeScenario(tx, occasion, scenario, (document) => stateStanding(document, statement)));
}

function readStanding(measure: string, { kind, ...typed }: TypedStanding): StatedStanding {
	const refuse = (error: string, field: string) => new DomainError('invalid', error, { field });
	if (kind === undefined) throw refuse('standing.kind-missing', 'kind');
	const since = parseYear(typed.since);
	if (since === undefined) throw refuse('standing.since-missing', 'since');
	const start = kind === 'delayed' ? parseYear(typed.start) : null;
	if (start === undefined) throw refuse('standing.start-form', 'start');
	const perCent = kind === 'reduced' ? parseDanishNumber(typed.realisation) : null;
	if (perCent === undefined || (perCent !== null && (perCent < 0 || perCent > 100)))
		throw refuse('standing.realisation-form', 'realisation');
	const replacedBy = kind === 'replaced' ? typed.replacedBy : null;
	if (replacedBy === '') throw refuse('standing.replaced-by-missing', 'replacedBy');
	if (typed.reason === '') throw refuse('standing.reason-missing', 'reason');
	const isDropped = kind === 'dropped' || kind === 'replaced';
	const realisation = perCent === null ? null : perCent / 100;
	return {
		measure,
		since,
		start,
		isDropped,
		realisation,
		replacedBy,
		reason: typed.reason.slice(0, 1000),
		source: typed.source.slice(0, 1000) || null,
	};
}
