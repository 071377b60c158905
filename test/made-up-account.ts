import type { Account, AccountRow } from '#domain/account/account.ts';

/** A line with nothing stated but its tonnes, for tests. */
export function makeRow(row: Partial<AccountRow> & Pick<AccountRow, 'sector'>): AccountRow {
	return {
		subSector: null,
		carrier: null,
		gas: 'CO2e',
		part: 'emission',
		scope: null,
		activity: null,
		activityUnit: null,
		factor: null,
		factorUnit: null,
		factorId: null,
		tonnes: null,
		origin: 'stated',
		notation: null,
		reason: null,
		activityQuality: null,
		factorQuality: null,
		label: null,
		place: null,
		...row,
	};
}

/** An account with the lines given, for tests. */
export function makeAccount(account: Partial<Account> = {}): Account {
	return {
		id: '00000000-0000-4000-8000-000000000001',
		municipalityCode: '0340',
		year: 2022,
		kind: 'geographic',
		release: 'Prøveregnskab 2024',
		releaseDate: null,
		methodVersion: '4.1',
		source: 'Prøve',
		gwpSet: 'AR5',
		population: 1000,
		populationYear: 2022,
		totals: [],
		chosenTotal: null,
		rows: [],
		keyFigures: [],
		...account,
	};
}
