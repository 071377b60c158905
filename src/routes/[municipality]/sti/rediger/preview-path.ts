import { editPath, type PathEdit } from '#domain/followup/edit-path.ts';
import type { PathDocument } from '#domain/followup/path-document.ts';
import { applyWhatIf } from '#domain/pathway/apply-what-if.ts';
import { attributeEffects } from '#domain/pathway/attribute-effects.ts';
import { calculateNet } from '#domain/pathway/calculate-net.ts';
import type { CompiledScenario } from '#domain/pathway/compiled.ts';
import { compileScenario } from '#domain/pathway/compile-scenario.ts';
import { orderMeasures } from '#domain/pathway/order-measures.ts';

/**
 * One measure as it stands in the form. Per cent, as a slider has it. `range` is what is stored of an uncertain realisation; it is given
 * up when the slider is moved from its most likely value.
 */
export type EditedRow = {
	measure: string;
	title: string;
	start: number;
	full: number;
	realisation: number;
	range?: { readonly low: number; readonly mid: number; readonly high: number };
};

/** The rows of a scenario's form, in the order the measures are counted in. */
export function listRows({ scenario }: PathDocument): EditedRow[] {
	const { measures } = scenario;
	const placed = orderMeasures(scenario).places.flatMap((place) => measures[place] ?? []);
	return placed.map(({ id, title, timing, realisation }) => ({
		measure: id,
		title,
		start: timing.start,
		full: timing.full,
		realisation: toPerCent(typeof realisation === 'number' ? realisation : realisation.mid),
		...(typeof realisation !== 'number' && {
			range: { low: toPerCent(realisation.low), mid: toPerCent(realisation.mid), high: toPerCent(realisation.high) },
		}),
	}));
}

function toPerCent(share: number): number {
	return Math.round(share * 100);
}

/** The rows as they were typed, over those that are stored; measures that were not on the page then keep what is stored, at the end. */
export function putTyped(stored: readonly EditedRow[], { measures, order }: PathEdit): EditedRow[] {
	const typed = new Map(measures.map((edit) => [edit.measure, edit]));
	const place = (row: EditedRow) => (order.includes(row.measure) ? order.indexOf(row.measure) : order.length);
	return stored
		.toSorted((one, two) => place(one) - place(two))
		.map((row) => {
			const edit = typed.get(row.measure);
			return edit ? { ...row, start: edit.start, full: edit.full, realisation: Math.round(edit.realisation * 100) } : row;
		});
}

/** What stands in the form comes to. Null where a figure is missing. */
export type Preview = {
	/** Emissions of each year. */
	readonly path: readonly (number | null)[];
	/** By measure, what it saves in the year shown on top of those before it: what the order is about. Null for one that is no part of it. */
	readonly effects: ReadonlyMap<string, number | null>;
};

/**
 * Makes the function that tells the path as decided for what stands in the form, null while a year is half typed: the measures `takenIn`
 * later are no part of that. Starts and realisations are a what-if of a scenario that is compiled once, so that the picture follows a
 * finger; another order or another length of the way to full effect compiles anew.
 */
export function createPreview(
	document: PathDocument,
	takenIn: readonly { readonly id: string }[],
	year: number,
): (rows: readonly EditedRow[]) => Preview | null {
	const later = new Set(takenIn.map(({ id }) => id));
	let key = '';
	let model: CompiledScenario | undefined;
	return (rows) => {
		if (
			rows.some(
				({ start, full, realisation }) => !isYear(start) || !isYear(full) || full < start || !(realisation >= 0 && realisation <= 100),
			)
		)
			return null;
		const shape = JSON.stringify(rows.map(({ measure, start, full }) => [measure, full - start]));
		if (!model || shape !== key) {
			const measures = rows.map(({ measure, start, full, realisation }) => ({ measure, start, full, realisation: realisation / 100 }));
			model = compileScenario(editPath(document, { measures, order: rows.map(({ measure }) => measure) }).scenario);
			key = shape;
		}
		const changes = rows.map(({ measure, start, realisation }) => ({
			...{ measure, start, realisation: realisation / 100 },
			isDropped: later.has(measure),
		}));
		const now = applyWhatIf(model, changes);
		return { path: Array.from(calculateNet(now), orNull), effects: listEffects(now, year) };
	};
}

function listEffects(model: CompiledScenario, year: number): Map<string, number | null> {
	const { inOrder } = attributeEffects(model);
	const at = model.years.indexOf(year);
	return new Map(
		model.measures.map(({ measure, standing }, place) => {
			const isKnown = standing !== 'not calculated' && standing !== 'dropped' && at >= 0;
			return [measure.id, isKnown ? orNull(inOrder[place * model.years.length + at] ?? NaN) : null];
		}),
	);
}

function orNull(value: number): number | null {
	return Number.isNaN(value) ? null : value;
}

function isYear(value: number): boolean {
	return Number.isInteger(value) && value >= 1900 && value <= 2199;
}
