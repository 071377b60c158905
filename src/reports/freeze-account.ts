import type { Account } from '#domain/account/account.ts';
import { listSeries, type AccountYear } from '#domain/account/account-series.ts';
import { isDerivedSector } from '#domain/account/sum-account.ts';
import type { FrozenAccount, FrozenAccountYear } from './frozen-figures.ts';

/** The green account for a report: what the site's page shows of each kind and year. Empty where there is none. */
export function freezeAccounts(accounts: readonly Account[]): FrozenAccount[] {
	return listSeries(accounts).map(({ kind, years }) => ({ kind, years: years.map(freezeYear) }));
}

function freezeYear({ account, sum, absent, share }: AccountYear): FrozenAccountYear {
	const { year, release, releaseDate, methodVersion, source, gwpSet, population, populationYear, keyFigures } = account;
	return {
		...{ year, release, releaseDate, methodVersion, source, gwpSet, population, populationYear },
		sectors: sum.sectors.map(({ sector, tonnes, notations }) => ({
			...{ sector, notations },
			tonnes: tidyFigure(tonnes),
			isDerived: isDerivedSector(account, sector),
		})),
		absent,
		total: tidyFigure(sum.total.tonnes),
		biogenic: tidyFigure(sum.biogenic.tonnes),
		removals: tidyFigure(sum.removals.tonnes),
		share,
		keyFigures,
	};
}

/** To the gram of a kilogram: what is beyond comes of the computer's way of adding, and would be a figure nobody has stated. */
export function tidyFigure<Figure extends number | null>(tonnes: Figure): Figure {
	return (tonnes === null ? null : Math.round(tonnes * 1e6) / 1e6 + 0) as Figure;
}
