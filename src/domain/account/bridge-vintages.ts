import { DomainError } from '../shared/domain-error.ts';
import { accountSectors, type Account, type AccountRow, type AccountSector, type GwpSet } from './account.ts';
import { getRowKey } from './check-account.ts';
import { getWeight, toCo2e } from './gwp.ts';
import { requireOneKind, sumAccount } from './sum-account.ts';

/** What the difference between two accounts is made of, in tonnes CO2e. The five add up to the difference. */
export const bridgeCauses = ['real', 'data', 'method', 'factor', 'unexplained'] as const;
export type BridgeCause = (typeof bridgeCauses)[number];
export type BridgeParts = Readonly<Record<BridgeCause, number>>;

/** The bridge of one sector. `before` and `after` are null where that account states nothing for it. */
export type BridgeLine = {
	readonly sector: AccountSector;
	readonly before: number | null;
	readonly after: number | null;
	readonly difference: number;
	readonly parts: BridgeParts;
};
export type VintageBridge = {
	readonly lines: readonly BridgeLine[];
	readonly before: number | null;
	readonly after: number | null;
	readonly difference: number;
	readonly parts: BridgeParts;
};

/** What the bridge needs of an account. */
export type BridgedAccount = Pick<Account, 'kind' | 'year' | 'methodVersion' | 'gwpSet' | 'rows'>;
/** Tonnes are still the same product of activity and factor when they are within this of it: printed figures are rounded. */
const sameScale = 0.005;

type Sides = { readonly one: BridgedAccount; readonly two: BridgedAccount };
type Pair = { readonly one: AccountRow | undefined; readonly two: AccountRow | undefined };

/**
 * Splits the difference between two accounts of one kind, sector by sector. Lines are held together by sector, sub-sector, carrier,
 * gas and scope; each cause is told apart by what the two lines themselves say:
 *
 * - **activity** differs (same unit, and tonnes are activity x factor on both sides): the change of activity times the mean factor.
 *   Between two *years* that is a real change; between two releases of *one* year nothing can have changed, so it is corrected data.
 * - **factor** differs (as above): the change of the factor times the mean activity.
 * - **GWP set** differs, and tonnes are of CH4 or N2O: the change of the warming potential times the mean tonnes is method.
 * - A line that only one side has a number for: method where the method version differs; where it is the same, corrected data for one
 *   year, real change between years; where a version is not stated, unexplained.
 * - A line without activity or factor: real change between years, corrected data for one year, if the method version is stated and the
 *   same. Where it differs, or is not stated, nobody can tell method from data: unexplained.
 *
 * The mean of the two ends is used so that no order is preferred (the two parts then add up exactly). What is left over is `unexplained`
 * and never spread. Biogenic CO2 and removals are no part of totals, and none of the bridge.
 */
export function bridgeVintages(one: BridgedAccount, two: BridgedAccount): VintageBridge {
	requireOneKind([one, two]);
	if (one.rows.length === 0 || two.rows.length === 0) throw new DomainError('invalid', 'account.no-rows');
	const lines = accountSectors.flatMap((sector) => bridgeSector(sector, { one, two }) ?? []);
	const add = (read: (line: BridgeLine) => number) => lines.reduce((sum, line) => sum + read(line), 0);
	const parts = makeParts((cause) => add((line) => line.parts[cause]));
	const [before, after] = [sumAccount(one).total.tonnes, sumAccount(two).total.tonnes];
	return { lines, before, after, difference: add(({ difference }) => difference), parts };
}

function bridgeSector(sector: AccountSector, sides: Sides): BridgeLine | null {
	const of = ({ rows }: BridgedAccount) => rows.filter((row) => row.sector === sector && row.part === 'emission');
	const [ones, twos] = [of(sides.one), of(sides.two)];
	if (ones.length + twos.length === 0) return null;
	const keys = [...new Set([...ones, ...twos].map(getRowKey))];
	const find = (rows: readonly AccountRow[], key: string) => rows.find((row) => getRowKey(row) === key);
	const causes = keys.map((key) => bridgePair({ one: find(ones, key), two: find(twos, key) }, sides));
	const [before, after] = [sides.one, sides.two].map((account) => getSector(account, sector)) as [number | null, number | null];
	const difference = (after ?? 0) - (before ?? 0);
	const explained = makeParts((cause) => causes.reduce((sum, each) => sum + (each[cause] ?? 0), 0));
	return { sector, before, after, difference, parts: settle(explained, difference, Math.abs(before ?? 0) + Math.abs(after ?? 0)) };
}

function getSector(account: BridgedAccount, sector: AccountSector): number | null {
	return sumAccount(account).sectors.find((each) => each.sector === sector)?.tonnes ?? null;
}

/** What is left of the difference is unexplained; less than a billionth of what it was made from is only the machine's rounding. */
function settle(explained: BridgeParts, difference: number, size: number): BridgeParts {
	const { real, data, method, factor } = explained;
	const left = difference - (real + data + method + factor);
	return { ...explained, unexplained: Math.abs(left) <= 1e-9 * size ? 0 : left };
}

function bridgePair({ one, two }: Pair, sides: Sides): Partial<BridgeParts> {
	const [before, after] = [tonnesOf(one, sides.one.gwpSet), tonnesOf(two, sides.two.gwpSet)];
	if (before === null && after === null) return {};
	const isOneMethod = sides.one.methodVersion !== null && sides.one.methodVersion === sides.two.methodVersion;
	const change = sides.one.year === sides.two.year ? 'data' : 'real';
	if (before === null || after === null || !one || !two) {
		const isUnknown = sides.one.methodVersion === null || sides.two.methodVersion === null;
		return isUnknown ? {} : { [isOneMethod ? change : 'method']: (after ?? 0) - (before ?? 0) };
	}
	const weights = getWeights(one, sides);
	if (!weights) return bridgeSums(one, two, change);
	const byWeight = (weights.two - weights.one) * (((one.tonnes ?? 0) + (two.tonnes ?? 0)) / 2);
	const mean = (weights.one + weights.two) / 2;
	const figures = bridgeFigures(one, two, mean);
	if (figures) return { [change]: figures.activity, factor: figures.factor, method: byWeight };
	return isOneMethod ? { [change]: ((two.tonnes ?? 0) - (one.tonnes ?? 0)) * mean, method: byWeight } : { method: byWeight };
}

/** CO2e in two GWP sets: its gases are unknown, so only the activity can be told from the rest. */
function bridgeSums(one: AccountRow, two: AccountRow, change: 'data' | 'real'): Partial<BridgeParts> {
	const figures = bridgeFigures(one, two, 1);
	return figures ? { [change]: figures.activity } : {};
}

/** The parts of activity and factor; null unless both lines are a product of the two, in the same units. */
function bridgeFigures(one: AccountRow, two: AccountRow, weight: number): { readonly activity: number; readonly factor: number } | null {
	const [first, second] = [readProduct(one), readProduct(two)];
	if (!first || !second || one.activityUnit !== two.activityUnit || one.factorUnit !== two.factorUnit) return null;
	if (Math.abs(first.scale - second.scale) > sameScale * Math.abs(first.scale)) return null;
	const scale = (weight * (first.scale + second.scale)) / 2;
	return {
		activity: (second.activity - first.activity) * ((first.factor + second.factor) / 2) * scale,
		factor: (second.factor - first.factor) * ((first.activity + second.activity) / 2) * scale,
	};
}

/** Activity, factor, and what their units make of the product: 1 for TJ and kg per GJ. */
function readProduct({ activity, factor, tonnes }: AccountRow) {
	if (activity === null || factor === null || tonnes === null || activity * factor === 0) return null;
	return { activity, factor, scale: tonnes / (activity * factor) };
}

function getWeights({ gas }: AccountRow, { one, two }: Sides): { readonly one: number; readonly two: number } | null {
	const [first, second] = [getWeight(gas, one.gwpSet), getWeight(gas, two.gwpSet)];
	if (first !== null && second !== null) return { one: first, two: second };
	return one.gwpSet === two.gwpSet ? { one: 1, two: 1 } : null;
}

function tonnesOf(row: AccountRow | undefined, set: GwpSet | null): number | null {
	const answer = row && toCo2e(row, set, set);
	return answer?.kind === 'tonnes' ? answer.tonnes : null;
}

function makeParts(read: (cause: BridgeCause) => number): BridgeParts {
	return { real: read('real'), data: read('data'), method: read('method'), factor: read('factor'), unexplained: read('unexplained') };
}
