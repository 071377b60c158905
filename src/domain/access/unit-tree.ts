import type { OrganisationUnit } from './person.ts';

/** A unit in its place: `depth` is 0 at the top. */
export type PlacedUnit = { readonly unit: OrganisationUnit; readonly depth: number };

/** The units with those below them, each below its own; among themselves in the order given. */
export function placeUnits(units: readonly OrganisationUnit[]): PlacedUnit[] {
	const known = new Set(units.map(({ id }) => id));
	const below = Map.groupBy(units, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
	const placed: PlacedUnit[] = [];
	const place = (parentId: string | null, depth: number) => {
		for (const unit of below.get(parentId) ?? []) {
			placed.push({ unit, depth });
			place(unit.id, depth + 1);
		}
	};
	place(null, 0);
	return placed;
}

/** The ids of a unit and of all that lie below it. */
export function listUnitsBelow(units: readonly OrganisationUnit[], id: string): string[] {
	const found = [id];
	for (const at of found) for (const unit of units) if (unit.parentId === at && !found.includes(unit.id)) found.push(unit.id);
	return found;
}
