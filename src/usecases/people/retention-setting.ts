import { z } from 'zod';
import { retentionLimits, usualRetention, type Retention } from '#domain/access/retention.ts';
import { findSetting } from '#storage/settings.ts';
import type { ReadTx } from '#storage/transactions.ts';

/** Where the municipality's retention times are kept among its settings. */
export const retentionKey = 'people.retention';

const days = z.number().int().min(retentionLimits.least).max(retentionLimits.most);
export const retentionSchema = z.object({ leftDays: days, linkDays: days });

/** The municipality's own times, else the usual ones; `version` is 0 while nothing is set. */
export async function readRetention(tx: ReadTx): Promise<{ readonly retention: Retention; readonly version: number }> {
	const setting = await findSetting(tx, retentionKey);
	return setting
		? { retention: retentionSchema.parse(setting.value), version: setting.version }
		: { retention: usualRetention, version: 0 };
}
