import { and, eq } from 'drizzle-orm';
import type { FactorOverride } from '#domain/account/emission-factor.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { factorOverride } from './schema/account.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** The municipality's own values of shipped factors. */
export async function listFactorOverrides(tx: ReadTx): Promise<FactorOverride[]> {
	const rows = await tx.db.select().from(factorOverride).where(eq(factorOverride.municipalityCode, tx.tenant));
	return rows.map(({ isStandingStated, validFrom, validTo, gwpSet, factorId, value, source, who, changedAt, version }) => {
		const standing = isStandingStated ? { validFrom, validTo, gwpSet } : null;
		return { factorId, value, standing, source, who, at: changedAt, version };
	});
}

/** Sets a value; `version` is that of what was read, 0 where there was none. Throws conflict `factor.changed-meanwhile`. */
export async function saveFactorOverride(
	tx: WriteTx,
	{ at, version, standing, ...own }: Omit<FactorOverride, 'version'> & { readonly version: number },
): Promise<void> {
	const stated = standing ?? { validFrom: null, validTo: null, gwpSet: null };
	const row = { ...own, ...stated, isStandingStated: standing !== null, changedAt: at, version: version + 1 };
	const { rowCount } =
		version === 0
			? await tx.db
					.insert(factorOverride)
					.values({ ...row, municipalityCode: tx.tenant })
					.onConflictDoNothing()
			: await tx.db
					.update(factorOverride)
					.set(row)
					.where(isAt(tx, own.factorId, version));
	if (rowCount !== 1) throw new DomainError('conflict', 'factor.changed-meanwhile');
}

/** Takes a value away, so that the shipped one holds. Throws conflict `factor.changed-meanwhile`. */
export async function removeFactorOverride(tx: WriteTx, factorId: string, version: number): Promise<void> {
	const { rowCount } = await tx.db.delete(factorOverride).where(isAt(tx, factorId, version));
	if (rowCount !== 1) throw new DomainError('conflict', 'factor.changed-meanwhile');
}

function isAt(tx: ReadTx, factorId: string, version: number) {
	return and(eq(factorOverride.municipalityCode, tx.tenant), eq(factorOverride.factorId, factorId), eq(factorOverride.version, version));
}
