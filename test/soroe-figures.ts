import { listAccountPoints } from '#domain/account/account-points.ts';
import type { Account } from '#domain/account/account.ts';
import type { PathDocument } from '#domain/followup/path-document.ts';
import { makePathReport } from '#domain/followup/path-report.ts';
import { freezeAccounts } from '#reports/freeze-account.ts';
import { freezePath } from '#reports/freeze-path.ts';
import { freezeRound } from '#reports/freeze-round.ts';
import type { FrozenRound } from '#reports/frozen-round.ts';
import { makeAccount, makeRow } from './made-up-account.ts';
import { readSoroeFollowUp } from './soroe-follow-up.ts';
import { readExamplePath } from './soroe-path.ts';

const areaRows = (share: number) => [
	makeRow({ sector: 'energy', tonnes: 70_000 * share }),
	makeRow({ sector: 'transport', tonnes: 60_000 * share }),
	makeRow({ sector: 'agriculture', tonnes: 61_143 * share, origin: 'per inhabitant x population' }),
	makeRow({ sector: 'waste', tonnes: 4_000 * share }),
	makeRow({ sector: 'wastewater', tonnes: 1_200 * share }),
	makeRow({ sector: 'processes', notation: 'NE', reason: 'Prøve' }),
	makeRow({ sector: 'energy', gas: 'CO2', part: 'biogenic', tonnes: 9_000 }),
];

/** A made-up green account of two kinds: five years of the area, and one of the municipality as an enterprise. */
export function makeAccounts(): Account[] {
	const keyFigures = [{ subject: 'energy use', value: 2_100_000, unit: 'GJ', perInhabitant: 70 }];
	const population = { population: 30_000, populationYear: 2023 };
	const own = [makeRow({ sector: 'energy', tonnes: 2_300 }), makeRow({ sector: 'transport', tonnes: 700 })];
	return [
		...[2018, 2020, 2021, 2022, 2023].map((year, place) =>
			makeAccount({ year, ...population, keyFigures, rows: areaRows(1.2 - place * 0.05) }),
		),
		makeAccount({ kind: 'enterprise', year: 2023, ...population, rows: own }),
	];
}

/** The example Sorø as it is frozen with a green account and its path. */
export function freezeSoroe(accounts: readonly Account[] = makeAccounts(), document: PathDocument = readExamplePath('soroe')): FrozenRound {
	const followUp = readSoroeFollowUp();
	const report = makePathReport(document, { rounds: [followUp], earliest: 2024, others: [] });
	const titles = new Map(followUp.lines.map(({ initiative }) => [initiative.number, initiative.title]));
	const path = freezePath(report, { account: listAccountPoints(accounts), titles });
	return freezeRound({ followUp, comparison: null, findings: [], version: 1, accounts: freezeAccounts(accounts), path });
}

/** The example's path with made-up costs of three measures, one of which pays for itself. */
export function priceSoroe(): PathDocument {
	const path = readExamplePath('soroe');
	const cost = {
		perspective: 'municipal cash',
		capital: 9_000_000,
		lifetime: 20,
		operation: 100_000,
		savings: 0,
		priceYear: 2024,
	} as const;
	const [first, second, third] = path.scenario.measures.filter(({ effects }) => effects.some(({ kind }) => kind === 'tonnes'));
	const savings = new Map([
		[first?.id, 5_000_000],
		[second?.id, 0],
		[third?.id, 200_000],
	]);
	const measures = path.scenario.measures.map((each) => {
		const saved = savings.get(each.id);
		return saved === undefined ? each : { ...each, costs: [{ ...cost, savings: saved }] };
	});
	return { ...path, scenario: { ...path.scenario, measures, discountRates: { ...path.scenario.discountRates, 'municipal cash': 0.035 } } };
}
