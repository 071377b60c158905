import type { Cell, Choice, Effect, Measure } from '../pathway/model.ts';

type Names = Pick<Cell, 'sector' | 'carrier'>;
/** Another name for a sector or a carrier, by the name it had. */
type Renames = ReadonlyMap<string, string>;
export type CellRenames = { readonly sectors: Renames; readonly carriers: Renames };

/**
 * What was renamed between two lists of cells; `was` says which cell each of the later ones was, undefined for a new one. A name counts
 * as renamed where every cell that is left of it has the same new name, which nothing had before and nothing else gets: otherwise it may
 * mean another thing.
 */
export function findRenames(before: readonly Names[], after: readonly Names[], was: readonly (Names | undefined)[]): CellRenames {
	const find = (read: (cell: Names) => string): Renames => {
		const [known, left] = [new Set(before.map(read)), new Set(after.map(read))];
		const renamed = [...known].flatMap((name) => {
			const names = new Set(after.flatMap((cell, place) => (was[place] && read(was[place]) === name ? [read(cell)] : [])));
			const [only] = names;
			return only !== undefined && names.size === 1 && !left.has(name) && !known.has(only) ? [[name, only] as const] : [];
		});
		return new Map(renamed.filter(([, to]) => renamed.filter(([, other]) => other === to).length === 1));
	};
	return { sectors: find(({ sector }) => sector), carriers: find(({ carrier }) => carrier) };
}

/** Measures that speak of sectors and carriers by their new names. */
export function renameInMeasures(measures: readonly Measure[], renames: CellRenames): Measure[] {
	return measures.map((measure) => ({ ...measure, effects: measure.effects.map((effect) => renameInEffect(effect, renames)) }));
}

function renameInEffect(effect: Effect, { sectors, carriers }: CellRenames): Effect {
	const one = (renames: Renames, name: string) => renames.get(name) ?? name;
	const some = (renames: Renames, choice: Choice): Choice => (choice === 'all' ? choice : choice.map((name) => one(renames, name)));
	return {
		...effect,
		...('sector' in effect ? { sector: one(sectors, effect.sector) } : {}),
		...('sectors' in effect ? { sectors: some(sectors, effect.sectors) } : {}),
		...('carriers' in effect ? { carriers: some(carriers, effect.carriers) } : {}),
		...('from' in effect ? { from: one(carriers, effect.from), to: one(carriers, effect.to) } : {}),
	};
}
