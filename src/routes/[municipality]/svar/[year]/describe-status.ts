import type { AnswerStatus } from '#domain/followup/answer.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

type Told = { readonly status: AnswerStatus; readonly hasDraft: boolean; readonly isOverTime: boolean; readonly maySave: boolean };

const messages: Record<AnswerStatus, (inputs: object, options: { locale: Locale }) => string> = {
	waiting: m.answer_status_waiting,
	draft: m.answer_status_draft,
	answered: m.answer_status_answered,
	'sent back': m.answer_status_sent_back,
	accepted: m.answer_status_accepted,
};

/** How an answer stands, in the owner's words; what is typed and not sent is said too. */
export function describeStatus({ status, hasDraft, isOverTime, maySave }: Told, locale: Locale): string {
	// What can be answered no more is not waited for.
	const isLeft = !maySave && (status === 'waiting' || status === 'draft');
	const isLeftBack = !maySave && status === 'sent back';
	const word = (isLeft ? m.answer_status_left : isLeftBack ? m.answer_status_left_back : messages[status])({}, { locale });
	if (isOverTime && maySave) return m.answer_status_over_time({ status: word }, { locale });
	return hasDraft && (status === 'answered' || status === 'accepted') ? m.answer_status_with_draft({ status: word }, { locale }) : word;
}
