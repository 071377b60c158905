import type { Fulfilment, Progress } from '#domain/followup/assessment.ts';
import type { Municipality } from '#domain/plan/plan.ts';
import type { Context } from '../context.ts';

export type FoundInitiative = {
	readonly municipality: Pick<Municipality, 'code' | 'slug' | 'name'>;
	readonly number: string;
	readonly title: string;
	readonly sector: string | null;
	readonly responsible: string | null;
	/** Colours of the latest round. */
	readonly progress: Progress | null;
	readonly fulfilment: Fulfilment | null;
};

export type SearchView = {
	readonly text: string;
	readonly municipalities: readonly Municipality[];
	readonly initiatives: readonly FoundInitiative[];
	/** How many initiatives matched in all; `initiatives` holds the best of them. */
	readonly total: number;
};

/** Finds municipalities by name and initiatives of published plans by words, with Danish stemming. An empty text finds nothing. */
export async function searchEverything(context: Context, input: { readonly text: string; readonly limit?: number }): Promise<SearchView> {
	throw new Error(`unfinished ${typeof context} ${input.text}`);
}
