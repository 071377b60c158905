import type { Account } from './account.ts';
import { perInhabitant, sumAccount } from './sum-account.ts';

/** What a figure of a municipality's climate account is about. Sectors are tonnes CO2e; the two about energy have their own units. */
export const accountSubjects = ['agriculture', 'energy', 'transport', 'energy use', 'renewable supply'] as const;
export type AccountSubject = (typeof accountSubjects)[number];

/**
 * One figure of a climate account in short, for tables across municipalities. `null` is "not stated", never zero.
 * The three sectors are not the whole account, so their sum is not the municipality's total.
 */
export type AccountFigure = {
	readonly year: number;
	readonly subject: AccountSubject;
	/** Tonnes CO2e, or for the energy subjects the unit below; null when it is not known. */
	readonly total: number | null;
	/** `t CO2e` or `GJ`; null where the publisher names none. */
	readonly unit: string | null;
	readonly perInhabitant: number | null;
	/** The total was derived as per inhabitant x population. */
	readonly isDerived: boolean;
	/** Inhabitants of the figure, and their year, which may differ from the account's. */
	readonly population: number | null;
	readonly populationYear: number | null;
	readonly source: string;
};

const sectors = ['agriculture', 'energy', 'transport'] as const;
const energySubjects = ['energy use', 'renewable supply'] as const;

/** An account in short. A sector the account has no line for is not stated. */
export function listAccountFigures(account: Account): AccountFigure[] {
	const { year, population, populationYear, source, rows, keyFigures } = account;
	const common = { year, population, populationYear, source };
	const sums = sumAccount(account).sectors;
	return [
		...sectors.map((subject): AccountFigure => {
			const own = rows.filter(({ sector, part }) => sector === subject && part === 'emission');
			const isDerived = own.some(({ origin }) => origin === 'per inhabitant x population');
			const total = sums.find(({ sector }) => sector === subject)?.tonnes ?? null;
			const stated = isDerived && own.length === 1 ? (own[0]?.factor ?? null) : null;
			return { ...common, subject, total, unit: 't CO2e', perInhabitant: stated ?? perInhabitant(total, population), isDerived };
		}),
		...energySubjects.flatMap((subject): AccountFigure[] => {
			const found = keyFigures.find((figure) => figure.subject === subject);
			return found
				? [{ ...common, subject, total: found.value, unit: found.unit, perInhabitant: found.perInhabitant, isDerived: true }]
				: [];
		}),
	];
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
