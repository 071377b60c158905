import { DomainError } from '../shared/domain-error.ts';
import {
	accountSectors,
	notationKeys,
	type Account,
	type AccountRow,
	type AccountSector,
	type GwpSet,
	type NotationKey,
	type RowPart,
} from './account.ts';
import { toCo2e } from './gwp.ts';

/** Something a reader of a sum must know. `rows` are the positions of the lines it is about. */
export type SumFinding = {
	readonly code: 'gwp.gases-unknown' | 'gwp.set-unknown';
	readonly sector: AccountSector;
	readonly rows: readonly number[];
};

/** Tonnes CO2e of some rows. `tonnes` is null when no row has a number: nothing stated is not nothing emitted. */
export type RowSum = {
	readonly tonnes: number | null;
	/** Notation keys that stand instead of numbers, each once. */
	readonly notations: readonly NotationKey[];
	/** Every row has a number, or says that it does not occur or is counted elsewhere. */
	readonly isComplete: boolean;
};
export type SectorSum = RowSum & { readonly sector: AccountSector };

/** An account in tonnes CO2e of one GWP set. Biogenic CO2 and removals stand beside the total, never inside. */
export type AccountSum = {
	readonly gwpSet: GwpSet | null;
	/** Sectors the account has lines for, in the order of the sectors. */
	readonly sectors: readonly SectorSum[];
	readonly total: RowSum;
	readonly biogenic: RowSum;
	readonly removals: RowSum;
	readonly findings: readonly SumFinding[];
};

/** Adds an account up by sector, in its own GWP set or in another; a row that cannot be said in it is a finding and not in the sum. */
export function sumAccount(account: Pick<Account, 'rows' | 'gwpSet'>, gwpSet: GwpSet | null = account.gwpSet): AccountSum {
	const rows = (part: RowPart) => account.rows.filter((row) => row.part === part);
	const of = (part: RowPart) => sumRows(rows(part), account.gwpSet, gwpSet);
	return {
		gwpSet,
		sectors: sumSectors(rows('emission'), account.gwpSet, gwpSet),
		total: of('emission'),
		biogenic: of('biogenic'),
		removals: of('removal'),
		findings: findUnsaid(account, gwpSet),
	};
}

/** Rows of one account by sector: those it has any of, in the order of the sectors. */
export function sumSectors(rows: readonly AccountRow[], from: GwpSet | null, to: GwpSet | null): SectorSum[] {
	return accountSectors.flatMap((sector) => {
		const own = rows.filter((row) => row.sector === sector);
		return own.length === 0 ? [] : [{ sector, ...sumRows(own, from, to) }];
	});
}

/** Tonnes CO2e of rows that are of one account. */
export function sumRows(rows: readonly AccountRow[], from: GwpSet | null, to: GwpSet | null): RowSum {
	const answers = rows.map((row) => toCo2e(row, from, to));
	const stated = answers.flatMap((answer) => (answer.kind === 'tonnes' ? [answer.tonnes] : []));
	const isSettled = (row: AccountRow, at: number) => answers[at]?.kind === 'tonnes' || row.notation === 'NO' || row.notation === 'IE';
	return {
		tonnes: stated.length > 0 ? stated.reduce((sum, each) => sum + each, 0) : null,
		notations: [...new Set(rows.flatMap(({ notation }) => notation ?? []))],
		isComplete: rows.every(isSettled),
	};
}

/** True where any of a sector's tonnes were worked out from two other figures of the source. */
export function isDerivedSector({ rows }: Pick<Account, 'rows'>, sector: AccountSector): boolean {
	return rows.some((row) => row.sector === sector && row.part === 'emission' && row.origin !== 'stated');
}

/** How many lines have each notation key instead of a number; keys without any are left out. */
export function countNotations(rows: readonly AccountRow[]): { readonly key: NotationKey; readonly lines: number }[] {
	return notationKeys.flatMap((key) => {
		const lines = rows.filter(({ notation }) => notation === key).length;
		return lines === 0 ? [] : [{ key, lines }];
	});
}

/** The sectors that a sum lacks tonnes of, with the keys that say why: what is not estimated or confidential is emitted all the same. */
export function listLacking(
	sectors: readonly Pick<SectorSum, 'sector' | 'notations'>[],
): { readonly sector: AccountSector; readonly keys: readonly NotationKey[] }[] {
	return sectors.flatMap(({ sector, notations }) => {
		const keys = notations.filter((key) => key === 'NE' || key === 'C');
		return keys.length === 0 ? [] : [{ sector, keys }];
	});
}

/** Per inhabitant; null when either is missing. */
export function perInhabitant(tonnes: number | null, population: number | null): number | null {
	return tonnes === null || !population ? null : tonnes / population;
}

/** The municipality's own share of what is emitted in its area; null when either total is missing. The one place the two kinds meet. */
export function ownShare(enterprise: RowSum, geographic: RowSum): number | null {
	return enterprise.tonnes === null || !geographic.tonnes ? null : enterprise.tonnes / geographic.tonnes;
}

/** Throws invalid `account.kinds-mixed` unless all are of one kind. */
export function requireOneKind(accounts: readonly Pick<Account, 'kind'>[]): void {
	if (new Set(accounts.map(({ kind }) => kind)).size > 1) throw new DomainError('invalid', 'account.kinds-mixed');
}

function findUnsaid({ rows, gwpSet }: Pick<Account, 'rows' | 'gwpSet'>, to: GwpSet | null): SumFinding[] {
	const codes = { 'gases-unknown': 'gwp.gases-unknown', 'set-unknown': 'gwp.set-unknown' } as const;
	return (['gases-unknown', 'set-unknown'] as const).flatMap((kind) =>
		accountSectors.flatMap((sector) => {
			const found = rows.flatMap((row, at) => (row.sector === sector && toCo2e(row, gwpSet, to).kind === kind ? [at] : []));
			return found.length > 0 ? [{ code: codes[kind], sector, rows: found }] : [];
		}),
	);
}
