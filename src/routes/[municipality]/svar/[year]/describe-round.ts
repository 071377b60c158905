import { isOpenForOwners } from '#domain/followup/answer-stage.ts';
import type { RoundStage } from '#domain/followup/round-stage.ts';
import { formatDate, formatNumber } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { OwnAnswers } from '#usecases/round/views.ts';

type Round = Pick<OwnAnswers, 'numbers' | 'rows' | 'today'> & { readonly run: NonNullable<OwnAnswers['run']> };

/** What the top of an owner's list says; `next` is the number of what is to be answered now, null when nothing is. */
export type OwnRound = { readonly heading: string; readonly lead: string; readonly next: string | null };

const closedMessages: Record<RoundStage, (inputs: object, options: { locale: Locale }) => string> = {
	open: m.answer_closed_open,
	collecting: m.answer_closed_review,
	review: m.answer_closed_review,
	approved: m.answer_closed_approved,
	presented: m.answer_closed_presented,
	published: m.answer_closed_published,
};

/** Why nothing can be answered in a stage, and what is going on instead. */
export function describeClosed(stage: RoundStage, locale: Locale): string {
	return closedMessages[stage]({}, { locale });
}

/** How a round stands for somebody who is asked in it: what is to be done, or what was done and what happens now. */
export function describeRound({ run, numbers, rows, today }: Round, name: string | null, locale: Locale): OwnRound {
	if (numbers.total === 0) return { heading: m.answer_nothing({}, { locale }), lead: m.answer_nothing_text({}, { locale }), next: null };
	const own = rows.filter(({ isOwn }) => isOwn);
	const next = own.find(({ maySave, status }) => maySave && status !== 'answered' && status !== 'accepted')?.number ?? null;
	const hello = name ? m.answer_hello_name({ name }, { locale }) : m.answer_hello({}, { locale });
	const isOver = run.deadline < today;
	const date = formatDate(run.deadline, locale);
	if (next !== null && run.stage === 'review') {
		const count = own.filter(({ status }) => isOpenForOwners('review', status)).length;
		return { heading: hello, lead: m.answer_you_have_back({ count, number: formatNumber(count, locale) }, { locale }), next };
	}
	if (next !== null) {
		// Forty seconds each is what "unchanged" and a short remark take; nobody is promised less than a minute.
		const minutes = Math.max(1, Math.round((numbers.total - numbers.done) * (2 / 3)));
		const lead = [
			m.answer_you_have({ count: numbers.total, number: formatNumber(numbers.total, locale) }, { locale }),
			m.answer_it_takes({ count: minutes, number: formatNumber(minutes, locale) }, { locale }),
			isOver ? m.answer_deadline_over({ date }, { locale }) : m.answer_deadline({ date }, { locale }),
		];
		return { heading: hello, lead: lead.join(' '), next };
	}
	if (run.stage === 'collecting') {
		const lead = isOver ? m.answer_thanks_over({}, { locale }) : m.answer_thanks_until({ date }, { locale });
		return { heading: m.answer_thanks({}, { locale }), lead, next };
	}
	const heading = headClosed(run.stage, numbers.done === numbers.total, locale);
	const [done, total] = [formatNumber(numbers.done, locale), formatNumber(numbers.total, locale)];
	const lead = [describeClosed(run.stage, locale)];
	if (run.stage !== 'open') lead.unshift(m.answer_you_answered({ count: numbers.total, done, total }, { locale }));
	return { heading, lead: lead.join(' '), next };
}

function headClosed(stage: RoundStage, isAllDone: boolean, locale: Locale): string {
	if (stage === 'open') return m.answer_not_begun({}, { locale });
	if (stage === 'published') return m.answer_is_published({}, { locale });
	return isAllDone ? m.answer_thanks({}, { locale }) : m.answer_is_closed({}, { locale });
}
