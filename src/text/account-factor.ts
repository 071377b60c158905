import type { FactorRemark } from '#domain/account/check-factor-use.ts';
import type { FactorInForce, FactorStanding } from '#domain/account/emission-factor.ts';
import { restrictionSentence } from './account-labels.ts';
import { writeFactor } from './account-line.ts';
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

function describeStanding({ gwpSet, ...years }: FactorStanding, locale: Locale): string {
	const text = factorYearsSentence(years, locale);
	return gwpSet === null ? text : `${text} ${m.account_factor_set({ gwpSet }, { locale })}`;
}

/** Which years a value holds for. */
export function factorYearsSentence({ validFrom, validTo }: Pick<FactorStanding, 'validFrom' | 'validTo'>, locale: Locale): string {
	const [first, last] = [String(validFrom), String(validTo)];
	if (validFrom === null)
		return validTo === null ? m.account_factor_years_any({}, { locale }) : m.account_factor_years_until({ last }, { locale });
	if (validTo === null) return m.account_factor_years_from({ first }, { locale });
	return validFrom === validTo
		? m.account_factor_years_one({ first }, { locale })
		: m.account_factor_years_between({ first, last }, { locale });
}

/** What is remarked on the factor that a line names. */
export function factorRemarkSentence(remark: FactorRemark, locale: Locale): string {
	const { factorId } = remark;
	switch (remark.code) {
		case 'unknown':
			return m.account_factor_remark_unknown({ factorId }, { locale });
		case 'no-emission-factor':
			return m.account_factor_remark_kind({ factorId }, { locale });
		case 'other-activity':
			return m.account_factor_remark_activity({ factorId }, { locale });
		case 'value-differs': {
			const values = { stated: writeFactor(remark.stated, locale), expected: writeFactor(remark.expected, locale), unit: remark.unit };
			const sentence = remark.isOwn ? m.account_factor_remark_own : m.account_factor_remark_value;
			return sentence({ factorId, ...values }, { locale });
		}
		case 'other-unit':
			return m.account_factor_remark_unit({ factorId, stated: remark.stated, expected: remark.expected }, { locale });
		case 'outside-years': {
			const years = factorYearsSentence({ validFrom: remark.from, validTo: remark.to }, locale);
			return m.account_factor_remark_years({ factorId, year: remark.year, years }, { locale });
		}
		case 'restricted':
			return m.account_factor_remark_restricted({ factorId, restriction: restrictionSentence(remark.restriction, locale) }, { locale });
	}
}
