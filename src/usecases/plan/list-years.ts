import type { InitiativeView } from './view-initiative.ts';

type Predecessor = InitiativeView['origins']['predecessors'][number];
type Told = InitiativeView['history'][number];

/** What was said in one year: about the initiative itself, or about one that it came out of or that went into it. */
export type YearTold = Told & { readonly of: Omit<Predecessor, 'history'> | null };

/** Year for year, newest first; in one year what was said about the initiative itself comes first. */
export function listYears({
	history,
	origins,
}: Pick<InitiativeView, 'history'> & { readonly origins: Pick<InitiativeView['origins'], 'predecessors'> }): YearTold[] {
	const own: YearTold[] = history.map((told) => ({ ...told, of: null }));
	const others = origins.predecessors.flatMap(({ history: told, ...of }) => told.map((one): YearTold => ({ ...one, of })));
	return [...own, ...others].toSorted((one, other) => other.round.year - one.round.year);
}
