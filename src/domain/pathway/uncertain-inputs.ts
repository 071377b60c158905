import type { CompiledScenario, Numbers } from './compiled.ts';
import { getQuantile } from './distribution.ts';
import type { Amount, Cell, Distribution, Effect, Measure, Spread } from './model.ts';
import { readRange } from './series.ts';

export const uncertainKinds = ['measure', 'activity', 'factor', 'reference'] as const;
export type UncertainKind = (typeof uncertainKinds)[number];

/** Something that may turn out otherwise: a measure, the activity of a sector, the factor of a carrier, the reference level. */
export type UncertainInput = { readonly kind: UncertainKind; readonly name: string; readonly place: number };

/** What has a range, each once: the same grid factor in two sectors is one thing that nobody knows. */
export function listUncertainInputs({ scenario, measures }: CompiledScenario): UncertainInput[] {
	const names = (wanted: readonly string[]) => [...new Set(wanted)];
	const active = names(scenario.cells.flatMap(({ sector, activitySpread }) => (isUncertain(activitySpread) ? [sector] : [])));
	const factors = names(scenario.cells.flatMap(({ carrier, factor }) => (isUncertain(factor.spread) ? [carrier] : [])));
	const reference = scenario.reference !== null && isRange(scenario.reference.tonnes);
	return [
		...measures.flatMap(({ measure, standing }, place) =>
			standing === 'counted' && isUncertainMeasure(measure) ? [{ kind: 'measure' as const, name: measure.id, place }] : [],
		),
		...active.map((name) => ({ kind: 'activity' as const, name, place: -1 })),
		...factors.map((name) => ({ kind: 'factor' as const, name, place: -1 })),
		...(reference ? [{ kind: 'reference' as const, name: String(scenario.reference?.year), place: -1 }] : []),
	];
}

function isUncertain(spread: Spread | null): boolean {
	return spread !== null && spread.low !== spread.high;
}

function isRange(amount: Amount): boolean {
	const { low, high } = readRange(amount);
	return low !== high;
}

function isUncertainMeasure({ realisation, effects }: Measure): boolean {
	return (
		isRange(realisation) ||
		effects.some((effect) => listRanges(effect).some(isRange) || ('factor' in effect && isUncertain(effect.factor.spread)))
	);
}

function listRanges(effect: Effect): Amount[] {
	return 'share' in effect ? [effect.share] : 'tonnes' in effect ? [effect.tonnes] : [];
}

/** Figures to be drawn anew each time; `scenario` figures stay beside them. */
export function copyNumbers({ numbers }: CompiledScenario): Numbers {
	const { activity, factor, profile, amount, scale } = numbers;
	return { activity: activity.slice(), factor: factor.slice(), profile, amount: amount.slice(), scale: scale.slice() };
}

/**
 * Makes the function that sets an input to where a share `u` of its draws lies below, in `numbers`. All ranges of a measure go
 * together from weak to strong; a new factor goes the other way, since a low one saves more.
 */
export function createSetter(model: CompiledScenario, numbers: Numbers, input: UncertainInput): (u: number) => void {
	const { cells } = model.scenario;
	const of = (isMeant: (cell: Cell) => boolean) => [...cells.keys()].filter((place) => isMeant(cells[place]!));
	if (input.kind === 'measure') return createMeasureSetter(model, numbers, input.place);
	const isActivity = input.kind === 'activity';
	const table = isActivity ? 'activity' : 'factor';
	const meant = of(({ sector, carrier }) => (isActivity ? sector : carrier) === input.name);
	const spreaders = meant.map((place) => {
		const range = isActivity ? cells[place]!.activitySpread : cells[place]!.factor.spread;
		return createSpreader(model, { from: model.numbers[table], to: numbers[table], place }, range);
	});
	return (u) => spreaders.forEach((spread) => spread(u));
}

function createMeasureSetter({ scenario, operations, measures }: CompiledScenario, numbers: Numbers, place: number): (u: number) => void {
	const { distribution } = scenario;
	const { measure } = measures[place]!;
	const own = [...operations.keys()].filter((number) => operations[number]!.measure === place);
	const drawn = own.map((number) => ({ number, effect: measure.effects[operations[number]!.effect]! }));
	return (u) => {
		const realised = limit(draw(measure.realisation, u, distribution), 1);
		for (const { number, effect } of drawn) {
			const amount = 'share' in effect ? effect.share : 'tonnes' in effect ? effect.tonnes : 1;
			numbers.amount[number] = realised * limit(draw(amount, u, distribution), 'share' in effect ? 1 : Infinity);
			if ('factor' in effect) numbers.scale[number] = limit(drawSpread(effect.factor.spread, 1 - u, distribution), Infinity);
		}
	};
}

function draw(amount: Amount, u: number, distribution: Distribution): number {
	return typeof amount === 'number' ? amount : getQuantile(amount, u, distribution);
}

function drawSpread(spread: Spread | null, u: number, distribution: Distribution): number {
	return spread === null ? 1 : getQuantile({ low: spread.low, mid: 1, high: spread.high }, u, distribution);
}

// The tails of a normal curve go on for ever; less than nothing or more than all cannot be carried out.
function limit(value: number, most: number): number {
	return Math.min(most, Math.max(0, value));
}

/** Makes the function that widens a row of figures by what is drawn from its spread. */
function createSpreader(
	{ scenario, years }: CompiledScenario,
	{ from, to, place }: { readonly from: Float64Array; readonly to: Float64Array; readonly place: number },
	range: Spread | null,
): (u: number) => void {
	if (range === null) return () => undefined;
	const start = place * years.length;
	const width = Float64Array.from(years, (year) => getWidth(range, year, scenario.lastYear));
	return (u) => {
		const off = limit(drawSpread(range, u, scenario.distribution), Infinity) - 1;
		for (let year = 0; year < width.length; year++) to[start + year] = from[start + year]! * (1 + off * width[year]!);
	};
}

/** How much of the spread there is in a year: all of it, or a part that grows in a line to the last year. */
function getWidth({ from }: Spread, year: number, lastYear: number): number {
	if (from === null) return 1;
	return lastYear === from ? Number(year >= from) : Math.min(1, Math.max(0, (year - from) / (lastYear - from)));
}
