import { and, eq } from 'drizzle-orm';
import type { BaseYear } from '#domain/account/target.ts';
import { targetFrame } from './schema/target.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** The account that the plan's calculations of the area start from; undefined where none is stated. */
export async function findBaseYear(tx: ReadTx): Promise<BaseYear | undefined> {
	const { kind, baseYear, baseAccountId, baseSource } = targetFrame;
	const rows = await tx.db
		.select({ kind, year: baseYear, accountId: baseAccountId, source: baseSource })
		.from(targetFrame)
		.where(and(eq(targetFrame.municipalityCode, tx.tenant), eq(kind, 'geographic')));
	return rows.flatMap(({ year, source, ...rest }) => (year === null || source === null ? [] : [{ ...rest, year, source }]))[0];
}

/** States the base year of a municipality that has none. */
export async function addBaseYear(
	tx: WriteTx,
	{ kind, year, accountId, source }: BaseYear,
	by: { readonly who: string; readonly at: Date },
): Promise<void> {
	await tx.db.insert(targetFrame).values({
		...{ kind, baseYear: year, baseAccountId: accountId, baseSource: source },
		...{ who: by.who, changedAt: by.at, municipalityCode: tx.tenant },
	});
}
