import { and, eq } from 'drizzle-orm';
import { DomainError } from '#domain/shared/domain-error.ts';
import { municipalitySetting } from './schema/mail.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** What is set under a key, at a version; undefined where nothing is, which is version 0. */
export async function findSetting(tx: ReadTx, key: string): Promise<{ readonly value: unknown; readonly version: number } | undefined> {
	const { value, version } = municipalitySetting;
	const [row] = await tx.db.select({ value, version }).from(municipalitySetting).where(isSetting(tx, key));
	return row;
}

/** Sets a key; `version` is that of what was read. Throws conflict `setting.changed-meanwhile`. */
export async function saveSetting(
	tx: WriteTx,
	key: string,
	{ value, version }: { readonly value: unknown; readonly version: number },
	{ who, at }: { readonly who: string; readonly at: Date },
): Promise<void> {
	const row = { value, version: version + 1, who, changedAt: at };
	const { rowCount } =
		version === 0
			? await tx.db
					.insert(municipalitySetting)
					.values({ ...row, municipalityCode: tx.tenant, key })
					.onConflictDoNothing()
			: await tx.db
					.update(municipalitySetting)
					.set(row)
					.where(and(isSetting(tx, key), eq(municipalitySetting.version, version)));
	if (rowCount !== 1) throw new DomainError('conflict', 'setting.changed-meanwhile');
}

function isSetting(tx: ReadTx, key: string) {
	return and(eq(municipalitySetting.municipalityCode, tx.tenant), eq(municipalitySetting.key, key));
}
