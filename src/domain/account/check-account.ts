import { accountSectors, subSectors, type Account, type AccountRow, type AccountSector, type StatedTotal } from './account.ts';
import { getNameKey } from '../shared/name-key.ts';
import { matchTotal } from './match-total.ts';
import { isSameGas, multiplyLine } from './multiply-line.ts';
import { getGasOfCo2e } from './single-gas.ts';
import { sumAccount } from './sum-account.ts';

/** What can be wrong with an account. An `error` keeps it from being stored; a `question` is told and kept with it. */
export const accountProblemCodes = {
	'row.sub-sector-of-another': 'error',
	'row.tonnes-and-notation': 'error',
	'row.nothing-stated': 'error',
	'row.reason-missing': 'error',
	'row.removal-positive': 'error',
	'row.emission-of-biogenic': 'error',
	'row.twice': 'error',
	'row.product-differs': 'question',
	'row.units-of-two-kinds': 'question',
	'row.emission-negative': 'question',
	'sector.whole-and-parts': 'error',
	'sector.land-use-apart': 'question',
	'total.differs-from-sectors': 'question',
	'total.sector-differs': 'question',
	'total.not-chosen': 'error',
	'gwp.set-missing': 'error',
} as const;
export type AccountProblemCode = keyof typeof accountProblemCodes;

/** A problem of an account, with the line or the total it is about. */
export type AccountProblem = {
	readonly code: AccountProblemCode;
	readonly row: number | null;
	readonly sector: AccountSector | null;
	readonly label: string | null;
	/** The source's words for the line it is held against, where they are others. */
	readonly other?: string | undefined;
	/** What is stated, and what it is held against. */
	readonly stated: number | null;
	readonly expected: number | null;
};

type Checked = Pick<Account, 'rows' | 'totals' | 'chosenTotal' | 'gwpSet'>;

/** Half a per cent: what rounding of printed figures may come to. */
const tolerance = 0.005;

/** Everything that is wrong with an account, line by line, then as a whole. */
export function checkAccount(account: Checked): AccountProblem[] {
	return [
		...account.rows.flatMap((row, at) =>
			findRowProblems(row).map((found) => ({ ...problem(found.code, found), row: at, sector: row.sector })),
		),
		...findDoubles(account.rows),
		...findWholeAndParts(account.rows),
		...findSetMissing(account),
		...findTotals(account),
	];
}

/** True when the account may be stored. */
export function isStorable(problems: readonly AccountProblem[]): boolean {
	return problems.every(({ code }) => accountProblemCodes[code] !== 'error');
}

/** What two lines have in common when they are about the same thing. */
export function getRowKey(row: AccountRow): string {
	const { sector, subSector, carrier, gas, part, scope } = row;
	return [sector, subSector ?? '', carrier ?? '', gas, getGasOfCo2e(row) ?? '', part, scope ?? ''].join('|');
}

type Found = Partial<AccountProblem> & Pick<AccountProblem, 'code'>;

function problem(code: AccountProblemCode, rest: Partial<AccountProblem>): AccountProblem {
	return { row: null, sector: null, label: null, stated: null, expected: null, ...rest, code };
}

function findRowProblems(row: AccountRow): Found[] {
	const { sector, subSector, tonnes, notation } = row;
	const parts: readonly string[] = subSectors[sector];
	const found: (Found | false)[] = [
		subSector !== null && !parts.includes(subSector) && { code: 'row.sub-sector-of-another', label: subSector },
		tonnes !== null && notation !== null && { code: 'row.tonnes-and-notation', stated: tonnes },
		tonnes === null && notation === null && { code: 'row.nothing-stated' },
		notation !== null && !row.reason?.trim() && { code: 'row.reason-missing', label: notation },
		row.part === 'removal' && tonnes !== null && tonnes > 0 && { code: 'row.removal-positive', stated: tonnes },
		row.part === 'biogenic' && row.gas !== 'CO2' && { code: 'row.emission-of-biogenic', label: row.gas },
		row.part === 'emission' && tonnes !== null && tonnes < 0 && { code: 'row.emission-negative', stated: tonnes },
		findProductProblem(row),
	];
	return found.filter((each) => each !== false);
}

/** Activity times factor against the tonnes, in the units that the line states. */
function findProductProblem(row: AccountRow): Found | false {
	const product = multiplyLine(row);
	if (!product) return false;
	if (product.kind === 'other-kind') return { code: 'row.units-of-two-kinds', label: `${row.activityUnit} × ${row.factorUnit}` };
	if (row.tonnes === null) return false;
	const differs = (expected: number): Found => ({ code: 'row.product-differs', stated: row.tonnes, expected });
	if (product.kind === 'tonnes') {
		// Tonnes of a gas and tonnes CO2e of it are two figures, and a factor that names nothing may be for either.
		const isComparable = getGasOfCo2e(row) === null && isSameGas(product.gas, row.gas);
		return isComparable && isFar(row.tonnes, product.tonnes) && differs(product.tonnes);
	}
	const expected = (row.activity ?? 0) * (row.factor ?? 0);
	return isOtherProduct(row.tonnes, expected) && differs(expected);
}

function findDoubles(rows: readonly AccountRow[]): AccountProblem[] {
	// Tonnes of a gas and tonnes CO2e of it are about the same thing.
	const keys = rows.map((row) => getRowKey({ ...row, gas: getGasOfCo2e(row) ?? row.gas }));
	return keys.flatMap((key, at) => {
		const first = keys.indexOf(key);
		return first < at ? [problem('row.twice', { row: at, sector: rows[at]?.sector ?? null, ...nameBoth(rows[at], rows[first]) })] : [];
	});
}

/** What the source calls two lines, where it calls them by different words that were understood as the same. */
function nameBoth(row: AccountRow | undefined, first: AccountRow | undefined): Partial<AccountProblem> {
	const [label, other] = [row?.label, first?.label];
	return label && other && getNameKey(label) !== getNameKey(other) ? { label, other } : {};
}

/** A sector as a whole beside its parts would be counted twice. Land use is in agriculture here and a sector of its own in many sources. */
function findWholeAndParts(rows: readonly AccountRow[]): AccountProblem[] {
	const emissions = rows.filter(({ part }) => part === 'emission');
	return accountSectors.flatMap((sector) => {
		const own = emissions.filter((row) => row.sector === sector && subSectors[sector].length > 0);
		const parts = own.filter(({ subSector }) => subSector !== null);
		if (parts.length === 0 || parts.length === own.length) return [];
		const isApart = parts.every(({ subSector }) => subSector === 'land use');
		return [problem(isApart ? 'sector.land-use-apart' : 'sector.whole-and-parts', { sector })];
	});
}

function findSetMissing({ rows, gwpSet }: Checked): AccountProblem[] {
	const needs = rows.findIndex(({ gas }) => gas === 'CH4' || gas === 'N2O');
	return gwpSet === null && needs >= 0 ? [problem('gwp.set-missing', { row: needs })] : [];
}

/** The printed total that holds: the only one, or the one a person chose. Null where there is none, or its name says two. */
export function findChosenTotal({ totals, chosenTotal }: Pick<Account, 'totals' | 'chosenTotal'>): StatedTotal | null {
	const whole = totals.filter(({ sector }) => sector === null);
	const chosen = whole.length === 1 ? whole : whole.filter(({ label }) => label === chosenTotal);
	return chosen.length === 1 ? (chosen[0] ?? null) : null;
}

/** The chosen total against the sum of the sectors, and each sector's printed total against its lines. */
function findTotals(account: Checked): AccountProblem[] {
	const whole = account.totals.filter(({ sector }) => sector === null);
	const chosen = findChosenTotal(account);
	const isChoice = whole.length > 1 && !chosen;
	const held = account.totals.filter((total) => total.sector !== null || total === chosen);
	return [
		...(isChoice ? [problem('total.not-chosen', { expected: sumAccount(account).total.tonnes })] : []),
		...held.flatMap((total) => {
			const { sum } = matchTotal(account, total);
			if (sum === null || !isFar(total.tonnes, sum)) return [];
			const code = total.sector === null ? 'total.differs-from-sectors' : 'total.sector-differs';
			return [problem(code, { sector: total.sector, label: total.label, stated: total.tonnes, expected: sum })];
		}),
	];
}

/** Where the units are not known, what differs by thousands, as GJ with kg per GJ does, is no contradiction; anything else is asked about. */
function isOtherProduct(stated: number, product: number): boolean {
	return [1e-9, 1e-6, 1e-3, 1, 1e3].every((unit) => isFar(stated, product * unit));
}

function isFar(stated: number, expected: number): boolean {
	return Math.abs(stated - expected) > Math.max(1, tolerance * Math.abs(expected));
}
