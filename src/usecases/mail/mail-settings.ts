import { z } from 'zod';
import { mailSettingBounds, mostReminders, usualMailSettings, type MailSettings } from '#domain/followup/mail-settings.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findSetting, saveSetting } from '#storage/settings.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { appendPeopleChanges } from '../people/person-history.ts';
import { requireMay } from '../require-may.ts';

const key = 'mail';
const within = ([least, most]: readonly [number, number]) => z.number().int().min(least).max(most);
const days = (bounds: readonly [number, number]) => z.array(within(bounds)).max(mostReminders);
const schema = z.object({
	daysBefore: days(mailSettingBounds.daysBefore),
	daysAfter: days(mailSettingBounds.daysAfter),
	minimumGap: within(mailSettingBounds.minimumGap),
	hour: within(mailSettingBounds.hour),
	digestWeekday: within(mailSettingBounds.digestWeekday).nullable(),
	locale: z.enum(['da', 'en']),
	keepTextDays: z.number().int().min(1).max(3650),
	keepDays: z.number().int().min(1).max(3650),
});

/** What the municipality has set about its mails, and the version to save it at; what it has not set is as usual. */
export async function readMailSettings(tx: ReadTx): Promise<{ readonly settings: MailSettings; readonly version: number }> {
	const found = await findSetting(tx, key);
	const set = schema.partial().safeParse(found?.value ?? {});
	return { settings: { ...usualMailSettings, ...(set.success ? (set.data as Partial<MailSettings>) : {}) }, version: found?.version ?? 0 };
}

/** Sets when and how mails go out. Throws invalid `mail.setting-form`, conflict `setting.changed-meanwhile`. */
export async function saveMailSettings(
	context: Context,
	input: { readonly municipality: string; readonly version: number; readonly settings: Partial<Record<keyof MailSettings, unknown>> },
): Promise<void> {
	const { code } = await requireMay(context, 'setting.edit', input.municipality);
	const read = schema.partial().strict().safeParse(input.settings);
	if (!read.success) throw new DomainError('invalid', 'mail.setting-form');
	const occasion = { who: context.actor.id, at: context.now() };
	await context.database.write(code, async (tx) => {
		const { settings } = await readMailSettings(tx);
		const after = { ...settings, ...read.data };
		await saveSetting(tx, key, { value: after, version: input.version }, occasion);
		await appendPeopleChanges(tx, { ...occasion, reason: 'edit' }, [
			{ entity: 'setting', action: 'changed', entityId: key, before: settings, after },
		]);
	});
}
