import type { FactorInForce, FactorStanding } from '#domain/account/emission-factor.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/**
 * Which years and which GWP set the municipality's own value of a factor is used with: those it states, or the shipped one's where it was
 * set before it could state any. Empty where there is no own value.
 */
export function ownFactorSentence({ own, validity, gwpSet }: FactorInForce, locale: Locale): string {
	if (!own) return '';
	if (own.standing) return describeStanding(own.standing, locale);
	if (gwpSet === null) return m.account_factor_own_carries_no_set({ validity }, { locale });
	return m.account_factor_own_carries({ validity, gwpSet }, { locale });
}

function describeStanding({ validFrom, validTo, gwpSet }: FactorStanding, locale: Locale): string {
	const [first, last] = [String(validFrom), String(validTo)];
	const years =
		validFrom === null
			? validTo === null
				? m.account_factor_years_any({}, { locale })
				: m.account_factor_years_until({ last }, { locale })
			: validTo === null
				? m.account_factor_years_from({ first }, { locale })
				: validFrom === validTo
					? m.account_factor_years_one({ first }, { locale })
					: m.account_factor_years_between({ first, last }, { locale });
	return gwpSet === null ? years : `${years} ${m.account_factor_set({ gwpSet }, { locale })}`;
}
