import type { Account, AccountRow, GwpSet } from './account.ts';
import { getWeight, toCo2e } from './gwp.ts';

/** The gases whose tonnes are something else than tonnes CO2e. */
export const weightedGases = ['CH4', 'N2O'] as const;
export type WeightedGas = (typeof weightedGases)[number];

/** How the tonnes of a gas in an account were understood, and what they came to: told before they are stored. */
export type GasReading = {
	readonly gas: WeightedGas;
	/** Tonnes of the gas itself, which are multiplied by its weight; or CO2e already, which counts once. */
	readonly as: 'gas' | 'CO2e';
	readonly lines: number;
	readonly tonnes: number;
	readonly gwpSet: GwpSet | null;
	/** Null for CO2e, and where the account names no set. */
	readonly weight: number | null;
	readonly co2e: number | null;
};

/** At the end of a line's label: tonnes CO2e of one gas. The words of a label are the importer's list, so no source writes this itself. */
const mark = /(?:^| )\((CH4|N2O) i CO2e\)$/;

/**
 * A line whose source states tonnes CO2e of CH4 or N2O. The model weighs tonnes of those gases, so the line becomes one of CO2e, counts
 * once, and keeps in its label which gas it was. Lines of other gases stay as they are: their tonnes are CO2e anyhow.
 */
export function stateAsCo2e(row: AccountRow): AccountRow {
	const gas = weightedGases.find((each) => each === row.gas);
	return gas ? { ...row, gas: 'CO2e', label: `${row.label ?? ''} (${gas} i CO2e)`.trim() } : row;
}

/** The gas a line of CO2e is of, where its source said; null for any other line. */
export function getGasOfCo2e({ gas, label }: Pick<AccountRow, 'gas' | 'label'>): WeightedGas | null {
	return gas === 'CO2e' ? ((mark.exec(label ?? '')?.[1] as WeightedGas | undefined) ?? null) : null;
}

/** What the tonnes of CH4 and N2O were taken for, each gas and kind of tonnes in one. Lines without a number say nothing of it. */
export function listGasReadings({ rows, gwpSet }: Pick<Account, 'rows' | 'gwpSet'>): GasReading[] {
	const stated = rows.filter(({ tonnes }) => tonnes !== null);
	return weightedGases.flatMap((gas) =>
		(['gas', 'CO2e'] as const).flatMap((as): GasReading[] => {
			const own = stated.filter((row) => (as === 'gas' ? row.gas === gas : getGasOfCo2e(row) === gas));
			if (own.length === 0) return [];
			const tonnes = own.reduce((sum, row) => sum + (row.tonnes ?? 0), 0);
			const row = { gas: as === 'gas' ? gas : ('CO2e' as const), tonnes };
			const answer = toCo2e(row, gwpSet, gwpSet);
			const co2e = answer.kind === 'tonnes' ? answer.tonnes : null;
			return [{ gas, as, lines: own.length, tonnes, gwpSet, weight: getWeight(row.gas, gwpSet), co2e }];
		}),
	);
}
