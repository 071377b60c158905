import type { ReconciledTotal } from '#domain/account/reconcile-totals.ts';
import { rowPartLabel } from './account-labels.ts';
import { formatList, formatNumber, formatShare } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** What a printed total and the lines come to, and the difference also where it is small: what follows the total's own name. */
export function reconcileSentence({ tonnes, sum, difference, includes, isChosen }: ReconciledTotal, locale: Locale): string {
	const write = (value: number) => formatNumber(value, locale, 0);
	const figures = { stated: write(tonnes), sum: sum === null ? '' : write(sum) };
	const text = (() => {
		if (sum === null || difference === null) return m.account_total_alone(figures, { locale });
		if (includes.length > 0) {
			const parts = includes.map((part) => rowPartLabel(part, locale).toLocaleLowerCase(locale).replace('co2', 'CO2'));
			return m.account_total_with({ ...figures, parts: formatList(parts, locale) }, { locale });
		}
		// Below half a tonne, and where the figures are written the same, there is no difference to tell.
		if (Math.abs(difference) < 0.5 || figures.stated === figures.sum) return m.account_total_same(figures, { locale });
		const signed = (difference > 0 ? '+' : '') + write(difference);
		const share = sum === 0 ? '–' : formatShare(Math.abs(difference / sum), locale);
		return m.account_total_off({ ...figures, difference: signed, share }, { locale });
	})();
	return isChosen ? `${text} (${m.account_total_chosen({}, { locale })})` : text;
}
