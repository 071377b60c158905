import type { AccountSubject } from '#domain/account/account-figure.ts';
import type { AccountSector } from '#domain/account/account.ts';
import { accountSectorLabel } from '#text/account-labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

const messages: Record<Exclude<AccountSubject, AccountSector>, (inputs: Record<string, never>, options: { locale: Locale }) => string> = {
	total: m.account_row_sum,
	'energy use': m.web_account_energy_use,
	'renewable supply': m.web_account_renewable,
};

/** What a figure of the climate account is about. */
export function accountSubjectLabel(subject: AccountSubject, locale: Locale): string {
	return subject in messages
		? messages[subject as keyof typeof messages]({}, { locale })
		: accountSectorLabel(subject as AccountSector, locale);
}
