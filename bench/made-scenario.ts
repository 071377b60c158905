import type { Cell, CellFactor, Effect, Measure, Scenario } from '#domain/pathway/model.ts';

const carriers = ['gas', 'oil', 'electricity', 'district heat'] as const;
const factors = [57.1, 74.1, 38, 15];
const lasts = 32;
const firstYear = 2019;

/** A municipality's scenario of 10 sectors on 4 carriers over 32 years with 100 measures, as many kinds of them as there are. Made up. */
export function makeScenario(): Scenario {
	const sectors = Array.from({ length: 10 }, (_, place) => `sector ${place + 1}`);
	const cells = sectors.flatMap((sector, place) => carriers.map((carrier, number) => makeCell({ sector, place }, { carrier, number })));
	const measures = [...sectors.flatMap(listSectorMeasures), ...listSharedMeasures()];
	return {
		schema: 1,
		id: 'made',
		title: 'Made for measuring',
		firstYear,
		lastYear: firstYear + lasts - 1,
		gwpSet: 'AR5',
		baseline: { version: 'KF25', cutOff: null, source: null, corrections: [] },
		cells,
		measures: measures.map((effects, place) => makeMeasure(effects, place)),
		order: null,
		reference: { year: 1990, tonnes: { low: 900_000, mid: 1_000_000, high: 1_100_000 }, gwpSet: null, method: null, source: null },
		targets: {
			counts: 'net',
			start: null,
			between: 'linear',
			targets: [
				{ id: '2030', year: 2030, level: { reduction: 0.7 }, isInterim: true },
				{ id: '2045', year: 2045, level: { reduction: 1 }, isInterim: false },
			],
		},
		distribution: 'triangular',
		discountRates: { 'municipal cash': 0.035, users: 0.035, society: 0.035 },
	};
}

function makeCell({ sector, place }: { sector: string; place: number }, { carrier, number }: { carrier: string; number: number }): Cell {
	const years = (value: (year: number) => number) => ({
		years: Object.fromEntries(Array.from({ length: lasts }, (_, year) => [String(firstYear + year), value(year)])),
		interpolate: false,
	});
	const falls = carrier === 'electricity' ? 0.06 : carrier === 'district heat' ? 0.03 : 0;
	const factor: CellFactor = {
		kg: { co2e: years((year) => (factors[number] ?? 0) * (1 - falls) ** year) },
		per: 'GJ',
		gwpSet: 'AR5',
		basis: 'direct',
		year: null,
		validTo: null,
		source: null,
		spread: { low: 0.95, high: 1.05, from: null },
	};
	const activity = years((year) => (200 + 30 * place + 40 * number) * 1.004 ** year);
	return { sector, carrier, unit: 'TJ', activity, activitySpread: { low: 0.85, high: 1.15, from: firstYear }, factor, removal: false };
}

function spread(mid: number) {
	return { low: mid * 0.6, mid, high: mid * 1.3 };
}

function listSectorMeasures(sector: string, place: number): Effect[][] {
	const move = (from: string, to: string, share: number, efficiencyTo: number): Effect => {
		return { kind: 'move', sector, from, to, share: spread(share), efficiencyFrom: 0.95, efficiencyTo, ratio: null };
	};
	return [
		[{ kind: 'reduce need', sector, carriers: 'all', share: spread(0.05 + place / 100) }],
		[{ kind: 'reduce need', sector, carriers: ['gas', 'oil'], share: spread(0.08) }],
		[{ kind: 'improve efficiency', sector, carriers: ['electricity'], share: spread(0.06) }],
		[move('gas', 'district heat', 0.25, 1)],
		[move('gas', 'electricity', 0.2, 3)],
		[move('oil', 'electricity', 0.4, 3)],
		[move('oil', 'district heat', 0.2, 1)],
		[{ kind: 'capture', sectors: [sector], carriers: ['gas'], share: spread(0.1) }],
		[{ kind: 'tonnes', sector, carriers: 'all', tonnes: spread(400), factorYear: null, gwpSet: 'AR5' }],
	];
}

function listSharedMeasures(): Effect[][] {
	const cut = (carrier: string, share: number): Effect[] => [
		{ kind: 'cut factor', sectors: 'all', carriers: [carrier], share: spread(share) },
	];
	const zero: CellFactor = {
		kg: { co2e: 5 },
		per: 'GJ',
		gwpSet: 'AR5',
		basis: 'direct',
		year: null,
		validTo: null,
		source: null,
		spread: null,
	};
	return [
		cut('electricity', 0.2),
		cut('electricity', 0.15),
		cut('district heat', 0.2),
		cut('district heat', 0.1),
		cut('gas', 0.3),
		[{ kind: 'set factor', sectors: 'all', carriers: ['district heat'], factor: zero }],
		[{ kind: 'set factor', sectors: 'all', carriers: ['electricity'], factor: zero }],
		[{ kind: 'capture', sectors: 'all', carriers: ['district heat'], share: spread(0.1) }],
		[{ kind: 'uptake', tonnes: spread(5000) }],
		[{ kind: 'supporting' }],
	];
}

function makeMeasure(effects: readonly Effect[], place: number): Measure {
	const start = 2024 + (place % 7);
	return {
		id: `M${place + 1}`,
		title: `Measure ${place + 1}`,
		initiative: String(place + 1),
		effects,
		timing: {
			start,
			full: start + (place % 5),
			ramp: place % 3 === 0 ? { kind: 'S-curve' } : { kind: 'linear' },
			end: null,
			lifetime: null,
		},
		realisation: 0.9,
		relations: [],
		potential: null,
		quality: 'illustrative',
		costs: [{ perspective: 'society', capital: 1_000_000, lifetime: 20, operation: 10_000, savings: 30_000, priceYear: 2025 }],
		source: null,
	};
}
