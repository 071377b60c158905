import type { ActivityUnit, Cell, Effect, Measure, Scenario } from '#domain/pathway/model.ts';

/** A scenario for tests: 2025 to 2030, homes on gas (100 TJ at 57.1 kg/GJ) and district heat (none at 15.0), and nothing done. */
export function makeScenario(own: Partial<Scenario> = {}): Scenario {
	return {
		schema: 1,
		id: 'test',
		title: 'Test',
		firstYear: 2025,
		lastYear: 2030,
		gwpSet: 'AR5',
		baseline: { version: 'KF25', cutOff: null, source: null, corrections: [] },
		cells: [makeCell('homes', 'gas', { activity: 100, kg: 57.1 }), makeCell('homes', 'heat', { activity: 0, kg: 15 })],
		measures: [],
		order: null,
		reference: null,
		targets: null,
		distribution: 'triangular',
		discountRates: { 'municipal cash': null, users: null, society: null },
		...own,
	};
}

type CellFigures = {
	readonly activity: Cell['activity'];
	readonly kg: Cell['activity'];
	readonly unit?: ActivityUnit;
	readonly removal?: boolean;
};

export function makeCell(
	sector: string,
	carrier: string,
	{ activity, kg, unit = 'TJ', removal = false }: CellFigures,
	own: Partial<Cell> = {},
): Cell {
	const per = unit === 'TJ' ? 'GJ' : unit;
	const factor = { kg: { co2e: kg }, per, gwpSet: 'AR5', basis: 'direct', year: null, validTo: null, source: null, spread: null } as const;
	return { sector, carrier, unit, activity, activitySpread: null, factor, removal, ...own };
}

/** From the second year on: nothing of it can be in what the projection begins with. */
export const fromSecondYear: Pick<Measure, 'timing'> = {
	timing: { start: 2026, full: 2026, ramp: { kind: 'linear' }, end: null, lifetime: null },
};

/** A measure in effect in all years, called as its id. */
export function makeMeasure(id: string, effects: readonly Effect[], own: Partial<Measure> = {}): Measure {
	return {
		id,
		title: `Measure ${id}`,
		initiative: null,
		effects,
		timing: { start: 2025, full: 2025, ramp: { kind: 'linear' }, end: null, lifetime: null },
		realisation: 1,
		relations: [],
		potential: null,
		quality: 'calculated',
		costs: [],
		source: null,
		...own,
	};
}

export const saveHeat: Effect = { kind: 'reduce need', sector: 'homes', carriers: 'all', share: 0.2 };
export const moveHeat: Effect = {
	kind: 'move',
	sector: 'homes',
	from: 'gas',
	to: 'heat',
	share: 0.5,
	efficiencyFrom: 1,
	efficiencyTo: 1,
	ratio: null,
};
