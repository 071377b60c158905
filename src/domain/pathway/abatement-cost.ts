import type { CompiledScenario } from './compiled.ts';
import type { CostPerspective, MeasureCost } from './model.ts';
import type { EffectAttribution, MeasureResult, Pathway } from './pathway.ts';
import { createFinding, type PathwayFinding } from './pathway-finding.ts';
import { readRange } from './series.ts';

/** What a tonne costs with one measure in one year, in kroner. */
export type AbatementCost = {
	readonly measure: string;
	readonly title: string;
	/** Spread capital and operation less savings, as far as the measure is carried out that year. */
	readonly yearlyCost: number;
	readonly tonnes: number;
	readonly perTonne: number;
	/** Its place along the curve in tonnes. */
	readonly from: number;
	readonly to: number;
};

export type CostCurve = {
	readonly perspective: CostPerspective;
	readonly discountRate: number | null;
	readonly year: number;
	readonly attribution: EffectAttribution;
	/** Cheapest tonne first. */
	readonly bars: readonly AbatementCost[];
	/** Counted measures that have no place on it, by title. */
	readonly withoutCost: readonly string[];
	/** Those whose capital cannot be spread, since there is no rate. */
	readonly withoutRate: readonly string[];
	readonly withoutTonnes: readonly string[];
	/** Measures whose cost is stated and that do not count by themselves, by title: in another, given up, or not calculated. */
	readonly notCounted: readonly string[];
	readonly findings: readonly PathwayFinding[];
};

export type CostChoice = {
	readonly perspective: CostPerspective;
	readonly year: number;
	/** Only attributions that add up to the joint effect: with others the curve would count tonnes twice. */
	readonly attribution: Extract<EffectAttribution, 'in order' | 'shapley'>;
};

/** What each year of a lifetime bears of a capital, `K r / (1 - (1 + r)^-n)`. */
export function annualise(capital: number, rate: number, lifetime: number): number {
	return rate === 0 ? capital / lifetime : (capital * rate) / (1 - (1 + rate) ** -lifetime);
}

/** The abatement cost curve of a year: as wide as the tonnes, as high as a tonne costs. */
export function drawCostCurve(model: CompiledScenario, pathway: Pathway, choice: CostChoice): CostCurve {
	const rate = model.scenario.discountRates[choice.perspective];
	const at = model.years.indexOf(choice.year);
	const counted = pathway.measures.filter(({ standing }) => standing === 'counted');
	const priced = counted.map((result) => priceMeasure(model, result, { at, rate, choice }));
	const bars = priced.filter((each) => each.perTonne !== null).sort((one, two) => (one.perTonne ?? 0) - (two.perTonne ?? 0));
	const titles = (why: Priced['why']) => priced.filter((each) => each.why === why).map(({ title }) => title);
	const unpriced = priced.filter(({ why }) => why === 'no rate');
	return {
		...choice,
		discountRate: rate,
		bars: placeBars(bars),
		withoutCost: titles('no cost'),
		withoutRate: titles('no rate'),
		withoutTonnes: titles('no tonnes'),
		notCounted: listUncounted(model, pathway, choice.perspective),
		findings: unpriced.map(({ measure, title }) =>
			createFinding('cost-without-rate', { measure, name: title, details: { perspective: choice.perspective } }),
		),
	};
}

function listUncounted({ measures }: CompiledScenario, pathway: Pathway, perspective: CostPerspective): string[] {
	const priced = new Set(
		measures.flatMap(({ measure }) => (measure.costs.some((cost) => cost.perspective === perspective) ? measure.id : [])),
	);
	return pathway.measures.filter(({ measure, standing }) => standing !== 'counted' && priced.has(measure)).map(({ title }) => title);
}

type Priced = {
	readonly measure: string;
	readonly title: string;
	readonly yearlyCost: number;
	readonly tonnes: number;
	readonly perTonne: number | null;
	readonly why: 'no cost' | 'no rate' | 'no tonnes' | null;
};

function priceMeasure(
	model: CompiledScenario,
	result: MeasureResult,
	{ at, rate, choice }: { at: number; rate: number | null; choice: CostChoice },
): Priced {
	const place = model.measures.findIndex(({ measure }) => measure.id === result.measure);
	const measure = model.measures[place]?.measure;
	const cost = measure?.costs.find(({ perspective }) => perspective === choice.perspective);
	const named = { measure: result.measure, title: result.title, yearlyCost: 0, tonnes: 0, perTonne: null };
	if (!measure || !cost) return { ...named, why: 'no cost' };
	if (rate === null && cost.capital !== 0) return { ...named, why: 'no rate' };
	const carriedOut = (model.numbers.profile[place * model.years.length + at] ?? 0) * readRange(measure.realisation).mid;
	const yearlyCost = getYearlyCost(cost, rate ?? 0) * carriedOut;
	const tonnes = result.effects[choice.attribution]?.[at] ?? 0;
	if (tonnes <= 0) return { ...named, yearlyCost, tonnes, why: 'no tonnes' };
	return { ...named, yearlyCost, tonnes, perTonne: yearlyCost / tonnes, why: null };
}

function getYearlyCost({ capital, lifetime, operation, savings }: MeasureCost, rate: number): number {
	return annualise(capital, rate, lifetime) + operation - savings;
}

function placeBars(priced: readonly Priced[]): AbatementCost[] {
	let to = 0;
	return priced.map(({ measure, title, yearlyCost, tonnes, perTonne }) => {
		const from = to;
		to += tonnes;
		return { measure, title, yearlyCost, tonnes, perTonne: perTonne ?? 0, from, to };
	});
}
