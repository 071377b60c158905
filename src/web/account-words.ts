import type { AccountSubject } from '#domain/account/account-figure.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

const messages: Record<AccountSubject, (inputs: Record<string, never>, options: { locale: Locale }) => string> = {
	agriculture: m.web_account_agriculture,
	energy: m.web_account_energy,
	transport: m.web_account_transport,
	'energy use': m.web_account_energy_use,
	'renewable supply': m.web_account_renewable,
};

/** What a figure of the climate account is about. */
export function accountSubjectLabel(subject: AccountSubject, locale: Locale): string {
	return messages[subject]({}, { locale });
}
