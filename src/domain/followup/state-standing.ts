import { DomainError } from '../shared/domain-error.ts';
import type { PathDocument, StatedStanding } from './path-document.ts';

/** How a measure stands, in a person's words; what each says is in `StatedStanding`. */
export const standingKinds = ['as decided', 'delayed', 'reduced', 'dropped', 'replaced'] as const;
export type StandingKind = (typeof standingKinds)[number];

/** Which of the kinds a statement is. */
export function findStandingKind({ start, isDropped, realisation, replacedBy }: StatedStanding): StandingKind {
	if (isDropped) return replacedBy === null ? 'dropped' : 'replaced';
	if (realisation !== null) return 'reduced';
	return start === null ? 'as decided' : 'delayed';
}

/**
 * The document with a statement of how a measure stands from a round on; one for the same round is replaced.
 * @throws DomainError not-found `measure.unknown`; invalid `standing.not-later`, `standing.replaced-by-itself`
 */
export function stateStanding(document: PathDocument, statement: StatedStanding): PathDocument {
	const { scenario, candidates } = document;
	const measure = scenario.measures.find(({ id }) => id === statement.measure);
	if (!measure) throw new DomainError('not-found', 'measure.unknown', { id: statement.measure });
	const { start, replacedBy } = statement;
	if (start !== null && start < measure.timing.start)
		throw new DomainError('invalid', 'standing.not-later', { field: 'start', year: measure.timing.start });
	if (replacedBy === measure.id) throw new DomainError('invalid', 'standing.replaced-by-itself', { field: 'replacedBy' });
	if (replacedBy !== null && ![...scenario.measures, ...candidates].some(({ id }) => id === replacedBy))
		throw new DomainError('not-found', 'measure.unknown', { id: replacedBy });
	return { ...document, standings: [...withoutStanding(document, statement), statement].sort((one, two) => one.since - two.since) };
}

/** The document without what was stated of a measure from a round on. Throws not-found `standing.unknown`. */
export function withdrawStanding(document: PathDocument, of: Pick<StatedStanding, 'measure' | 'since'>): PathDocument {
	const standings = withoutStanding(document, of);
	if (standings.length === document.standings.length) throw new DomainError('not-found', 'standing.unknown');
	return { ...document, standings };
}

function withoutStanding({ standings }: PathDocument, { measure, since }: Pick<StatedStanding, 'measure' | 'since'>): StatedStanding[] {
	return standings.filter((each) => each.measure !== measure || each.since !== since);
}
