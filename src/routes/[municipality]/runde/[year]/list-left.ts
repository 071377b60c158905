import { answerFields } from '#domain/followup/answer.ts';
import { takeSome } from '#domain/shared/take-some.ts';
import { formatNumber } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { answerProblemLabel } from '#text/round-labels.ts';
import type { Done } from './done.ts';

/** A sentence, or one with numbers of initiatives between its two ends. */
export type LeftSentence = {
	readonly start: string;
	readonly numbers: readonly string[];
	/** How many more there are, in words; null where all are named. */
	readonly more: string | null;
	readonly end: string;
};

/** As many numbers as a sentence bears. */
const mostNumbers = 20;

/** What is to be known beside what has been done, in sentences: what was left, what is no longer accepted, what is still missing. */
export function listLeft(done: Done, locale: Locale): LeftSentence[] {
	const { what, left, mailed, lapsed, lacking, incomplete, needsReason, uncoloured, deviating, stillAsked } = done;
	const fields = answerFields.flatMap((field) => {
		const count = lacking?.fields[field];
		return count ? m.round_done_lacking_field({ problem: answerProblemLabel(`${field}-missing`, locale), count }, { locale }) : [];
	});
	const isConfirming = what === 'uaendret';
	const leftWords = isConfirming ? m.round_done_left_unchanged : m.round_done_left;
	const unnamed = isConfirming ? left - incomplete.length - needsReason.length : left;
	const sentences: readonly (LeftSentence | string | null | false)[] = [
		unnamed > 0 && leftWords({ count: unnamed }, { locale }),
		nameNumbers(incomplete, isConfirming ? m.round_done_incomplete : m.round_done_accepted_incomplete, locale),
		nameNumbers(needsReason, isConfirming ? m.round_done_needs_reason : m.round_done_accepted_no_reason, locale),
		nameNumbers(uncoloured, m.round_done_uncoloured, locale),
		nameNumbers(deviating, m.round_done_deviating, locale),
		nameNumbers(stillAsked, m.round_done_still_asked, locale),
		lapsed > 0 && m.round_done_lapsed({ count: lapsed }, { locale }),
		lacking && m.round_done_lacking({ count: lacking.count, fields: fields.join(', ') }, { locale }),
		lacking && lacking.unanswered > 0 && m.round_done_lacking_unanswered({ count: lacking.unanswered }, { locale }),
		mailed > 0 && m.round_done_mailed({ count: mailed }, { locale }),
	];
	return sentences.flatMap((sentence) => {
		if (typeof sentence === 'string') return { start: sentence, numbers: [], more: null, end: '' };
		return sentence || [];
	});
}

type WriteNumbers = (inputs: { count: number; numbers: string }, options: { locale: Locale }) => string;

/** Stands in a sentence where the numbers come, which are links. */
const place = '\u{FFFC}';

function nameNumbers(numbers: readonly string[], write: WriteNumbers, locale: Locale): LeftSentence | null {
	if (numbers.length === 0) return null;
	const [start = '', end = ''] = write({ count: numbers.length, numbers: place }, { locale }).split(place);
	const { first, more } = takeSome(numbers, mostNumbers);
	const rest = more > 0 ? m.round_done_more({ number: formatNumber(more, locale) }, { locale }) : null;
	return { start, numbers: first, more: rest, end };
}
