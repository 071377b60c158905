import { accountSectors, type Account, type AccountSector, type NotationKey } from './account.ts';
import { isDerivedSector, perInhabitant, sumAccount } from './sum-account.ts';

const energySubjects = ['energy use', 'renewable supply'] as const;

/** What a figure of a municipality's climate account is about. Sectors and total are tonnes CO2e; the two about energy have their own units. */
export const accountSubjects = [...accountSectors, 'total', ...energySubjects] as const;
export type AccountSubject = (typeof accountSubjects)[number];

/**
 * One figure of a climate account in short, for tables across municipalities. `null` is "not stated", never zero.
 * `total` is there only where the account has every sector: a sum of some of them is not the municipality's.
 */
export type AccountFigure = {
	readonly year: number;
	readonly subject: AccountSubject;
	/** Tonnes CO2e, or for the energy subjects the unit below; null when it is not known. */
	readonly total: number | null;
	/** `t CO2e` or `GJ`; null where the publisher names none. */
	readonly unit: string | null;
	readonly perInhabitant: number | null;
	/** Notation keys that stand instead of numbers, each once. */
	readonly notations: readonly NotationKey[];
	/** The total was worked out from two other figures of the source, all of it or a part. */
	readonly isDerived: boolean;
	/** The two figures were per inhabitant x population. */
	readonly isFromPopulation: boolean;
	/** Inhabitants of the figure, and their year, which may differ from the account's. */
	readonly population: number | null;
	readonly populationYear: number | null;
	readonly source: string;
};

// The sectors that the tables across municipalities have: named also where an account has no line for them.
const commonSectors: readonly AccountSector[] = ['energy', 'transport', 'agriculture'];

/** An account in short. A sector the account has no line for is not stated. */
export function listAccountFigures(account: Account): AccountFigure[] {
	const { sectors, total } = sumAccount(account);
	const isWhole = sectors.length === accountSectors.length && total.isComplete;
	const named = accountSectors.filter((sector) => commonSectors.includes(sector) || sectors.some((each) => each.sector === sector));
	const whole = { ...about(account), subject: 'total', total: total.tonnes, unit: 't CO2e', isDerived: false } as const;
	return [
		...named.map((sector) => describeSector(account, sector)),
		...(isWhole ? [{ ...whole, perInhabitant: perInhabitant(total.tonnes, account.population) }] : []),
		...energySubjects.flatMap((subject): AccountFigure[] => {
			const found = account.keyFigures.find((figure) => figure.subject === subject);
			if (!found) return [];
			const { value, unit, perInhabitant: each } = found;
			return [{ ...about(account), subject, total: value, unit, perInhabitant: each, isDerived: true, isFromPopulation: true }];
		}),
	];
}

function describeSector(account: Account, sector: AccountSector): AccountFigure {
	const own = account.rows.filter((row) => row.sector === sector && row.part === 'emission');
	const sum = sumAccount(account).sectors.find((each) => each.sector === sector);
	const isFromPopulation = own.some(({ origin }) => origin === 'per inhabitant x population');
	const total = sum?.tonnes ?? null;
	const stated = isFromPopulation && own.length === 1 ? (own[0]?.factor ?? null) : null;
	return {
		...about(account),
		subject: sector,
		total,
		unit: 't CO2e',
		perInhabitant: stated ?? perInhabitant(total, account.population),
		notations: sum?.notations ?? [],
		isDerived: isDerivedSector(account, sector),
		isFromPopulation,
	};
}

function about({ year, population, populationYear, source }: Account) {
	return { year, population, populationYear, source, notations: [], isFromPopulation: false };
}

/**
 * The account of the geographic area that is shown first: of the latest year, and of its vintages, which are in the order of
 * `orderVintages`, the newest.
 */
export function findNewestAccount<Kind extends Pick<Account, 'kind' | 'year'>>(accounts: readonly Kind[]): Kind | undefined {
	const own = accounts.filter(({ kind }) => kind === 'geographic');
	const last = Math.max(...own.map(({ year }) => year));
	return own.findLast(({ year }) => year === last);
}

/**
 * The year that tables across municipalities are of: the one that most of them have an account of the geographic area for, the latest
 * of those that as many have. Figures of different years do not stand side by side or in one sum. Undefined where nobody has one.
 */
export function findCommonYear(byMunicipality: Iterable<readonly Pick<Account, 'kind' | 'year'>[]>): number | undefined {
	const years = [...byMunicipality].flatMap((accounts) => [
		...new Set(accounts.filter(({ kind }) => kind === 'geographic').map(({ year }) => year)),
	]);
	const counts = [...Map.groupBy(years, (year) => year)].sort(([one, own], [two, others]) => others.length - own.length || two - one);
	return counts[0]?.[0];
}
