import { isDeepStrictEqual } from 'node:util';
import { appendChanges } from '#storage/changes.ts';
import type { ScenarioFields } from '#storage/scenarios.ts';
import type { ChangeAction, ChangeReason } from '#storage/schema/history.ts';
import type { WriteTx } from '#storage/transactions.ts';

export type ScenarioOccasion = { readonly who: string; readonly at: Date; readonly reason: ChangeReason };

/** Adds to the history what of a scenario came, went or became another; null is "was not there". */
export async function appendScenarioChange(
	tx: WriteTx,
	occasion: ScenarioOccasion,
	id: string,
	{ before, after }: { readonly before: ScenarioFields | null; readonly after: ScenarioFields | null },
): Promise<void> {
	const action: ChangeAction = before === null ? 'added' : after === null ? 'removed' : 'changed';
	const sides = keepDifferences(before && listParts(before), after && listParts(after));
	if (action === 'changed' && Object.keys(sides.after ?? {}).length === 0) return;
	const what = { ...occasion, note: null, importId: null };
	await appendChanges(tx, what, [{ entity: 'scenario', action, planId: null, entityId: id, year: null, ...sides }]);
}

type Parts = Readonly<Record<string, unknown>>;

/** Flat, a measure to a field, so that the history of a large scenario holds no more than what was changed. */
function listParts({ kind, title, document }: ScenarioFields): Parts {
	const { scenario, ...beside } = document;
	const { measures, title: _title, ...rest } = scenario;
	const byMeasure = Object.fromEntries(measures.map((measure) => [`measure ${measure.id}`, measure]));
	return { kind, title, ...rest, ...beside, ...byMeasure };
}

function keepDifferences(before: Parts | null, after: Parts | null): { before: Parts | null; after: Parts | null } {
	if (before === null || after === null) return { before, after };
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	const differing = names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
	const pick = (parts: Parts) => Object.fromEntries(differing.map((name) => [name, parts[name] ?? null]));
	return { before: pick(before), after: pick(after) };
}
