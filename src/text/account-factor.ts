import type { EmissionFactor } from '#domain/account/emission-factor.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** Which years and which GWP set an own value of a factor is used with: they are the shipped one's, for it has none of its own. */
export function ownFactorSentence({ validity, gwpSet }: Pick<EmissionFactor, 'validity' | 'gwpSet'>, locale: Locale): string {
	if (gwpSet === null) return m.account_factor_own_carries_no_set({ validity }, { locale });
	return m.account_factor_own_carries({ validity, gwpSet }, { locale });
}
