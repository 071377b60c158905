import type { ScenarioKind } from '#domain/followup/path-document.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** A candidate, or a measure that was one, and whose path it is in. */
export type Joining = {
	readonly kind: ScenarioKind;
	/** First round from which it counts; null while it is a candidate. */
	readonly takenIn: number | null;
	/** First year in which what is not decided today can begin. */
	readonly earliest: number;
};

/**
 * What taking it in means for the path as decided. A what-if is no path that stands in any way: it is told what holds once it becomes the
 * plan's.
 */
export function describeJoining({ kind, earliest }: Joining, locale: Locale) {
	const year = String(earliest);
	if (kind === 'plan')
		return {
			title: m.measure_take_in_as({}, { locale }),
			later: m.measure_take_in_later({ year }, { locale }),
			decided: m.measure_take_in_decided({}, { locale }),
		};
	return {
		title: m.measure_take_in_as_what_if({}, { locale }),
		later: m.measure_take_in_later_what_if({ year }, { locale }),
		decided: m.measure_take_in_decided_what_if({}, { locale }),
	};
}

/** What a measure that was taken in is not part of, and what it means to count it there or to make it a candidate again. */
export function describeTakenIn({ kind, takenIn }: Joining, title: string, locale: Locale) {
	const year = String(takenIn);
	return kind === 'plan'
		? { decided: m.measure_taken_in_what({ year }, { locale }), returned: m.measure_return_what({ title }, { locale }) }
		: { decided: m.measure_taken_in_what_what_if({ year }, { locale }), returned: m.measure_return_what_what_if({ title }, { locale }) };
}
