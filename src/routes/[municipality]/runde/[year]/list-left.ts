import { answerFields } from '#domain/followup/answer.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { answerProblemLabel } from '#text/round-labels.ts';
import type { Done } from './done.ts';

/** What is to be known beside what has been done, in sentences: what was left, what is no longer accepted, what is still missing. */
export function listLeft({ what, left, mailed, lapsed, lacking, incomplete }: Done, locale: Locale): string[] {
	const fields = answerFields.flatMap((field) => {
		const count = lacking?.fields[field];
		return count ? m.round_done_lacking_field({ problem: answerProblemLabel(`${field}-missing`, locale), count }, { locale }) : [];
	});
	const leftWords = what === 'uaendret' ? m.round_done_left_unchanged : m.round_done_left;
	const sentences: readonly (string | null | false)[] = [
		left > incomplete.length && leftWords({ count: left - incomplete.length }, { locale }),
		incomplete.length > 0 && m.round_done_incomplete({ count: incomplete.length, numbers: incomplete.join(', ') }, { locale }),
		lapsed > 0 && m.round_done_lapsed({ count: lapsed }, { locale }),
		lacking && m.round_done_lacking({ count: lacking.count, fields: fields.join(', ') }, { locale }),
		lacking && lacking.unanswered > 0 && m.round_done_lacking_unanswered({ count: lacking.unanswered }, { locale }),
		mailed > 0 && m.round_done_mailed({ count: mailed }, { locale }),
	];
	return sentences.filter((sentence) => typeof sentence === 'string');
}
