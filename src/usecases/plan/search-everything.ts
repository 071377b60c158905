import type { Fulfilment, Progress } from '#domain/followup/assessment.ts';
import type { Municipality } from '#domain/plan/plan.ts';
import { searchInitiatives, type FoundRow } from '#storage/search.ts';
import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';
import { readEntries } from './list-municipalities.ts';

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
	/** The words fit more than were looked at: there are more than `total`. */
	readonly isMore: boolean;
};

/** Finds municipalities by name and initiatives of published plans by words, with Danish stemming. An empty text finds nothing. */
export async function searchEverything(context: Context, input: { readonly text: string; readonly limit?: number }): Promise<SearchView> {
	requireMayAnywhere(context, 'plan.read');
	const text = input.text.trim().slice(0, 200);
	if (text === '') return { text, municipalities: [], initiatives: [], total: 0, isMore: false };
	return context.database.readPublic(async (tx) => {
		const entries = await readEntries(context.database, tx);
		const municipalities = entries.filter((entry) => isNamed(entry, text));
		const { rows, ...found } = await searchInitiatives(tx, text, Math.min(input.limit ?? 50, 200));
		return { text, municipalities, initiatives: rows.map(toFound), ...found };
	});
}

function isNamed({ name, slug, code }: Municipality, text: string): boolean {
	const wanted = text.toLocaleLowerCase('da').replace(/\s+kommune$/, '');
	return name.toLocaleLowerCase('da').includes(wanted) || slug === wanted || code === wanted;
}

function toFound({ code, slug, name, ...initiative }: FoundRow): FoundInitiative {
	return { municipality: { code, slug, name }, ...initiative };
}
