import type { AnswerField, AnswerStatus } from '#domain/followup/answer.ts';
import type { AnswerProblem } from '#domain/followup/answer-rules.ts';
import type { Unreachable } from '#domain/followup/gather-mails.ts';
import type { RoundStage } from '#domain/followup/round-stage.ts';
import type { ToldEventKind } from '#domain/followup/tell-events.ts';
import { formatList } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const stageMessages: Record<RoundStage, Message> = {
	open: m.round_stage_open,
	collecting: m.round_stage_collecting,
	review: m.round_stage_review,
	approved: m.round_stage_approved,
	presented: m.round_stage_presented,
	published: m.round_stage_published,
};

/** The word for how far a round has come. */
export function stageLabel(stage: RoundStage, locale: Locale): string {
	return stageMessages[stage]({}, { locale });
}

const nextMessages: Record<RoundStage, Message> = {
	open: m.round_next_open,
	collecting: m.round_next_collecting,
	review: m.round_next_review,
	approved: m.round_next_approved,
	presented: m.round_next_presented,
	published: m.round_next_published,
};

/** What the coordinator does now, in a sentence or two. */
export function nextStepSentence(stage: RoundStage, locale: Locale): string {
	return nextMessages[stage]({}, { locale });
}

const forwardMessages: Record<Exclude<RoundStage, 'open'>, Message> = {
	collecting: m.round_forward_collecting,
	review: m.round_forward_review,
	approved: m.round_forward_approved,
	presented: m.round_forward_presented,
	published: m.round_forward_published,
};

/** What the button says that takes the round on to a stage. */
export function forwardLabel(stage: RoundStage, locale: Locale): string {
	return stage === 'open' ? stageLabel(stage, locale) : forwardMessages[stage]({}, { locale });
}

const statusMessages: Record<AnswerStatus, Message> = {
	waiting: m.round_status_waiting,
	draft: m.round_status_draft,
	answered: m.round_status_answered,
	'sent back': m.round_status_sent_back,
	accepted: m.round_status_accepted,
};

/** The word for how far the answer about one initiative has come. */
export function answerStatusLabel(status: AnswerStatus, locale: Locale): string {
	return statusMessages[status]({}, { locale });
}

const fieldMessages: Record<AnswerField, Message> = {
	state: m.round_field_state,
	progress: m.round_field_progress,
	fulfilment: m.round_field_fulfilment,
	remark: m.round_field_remark,
};

/** What a round can ask for, as the coordinator chooses it. */
export function answerFieldLabel(field: AnswerField, locale: Locale): string {
	return fieldMessages[field]({}, { locale });
}

const problemMessages: Record<AnswerProblem, Message> = {
	'state-missing': m.round_problem_state_missing,
	'progress-missing': m.round_problem_progress_missing,
	'fulfilment-missing': m.round_problem_fulfilment_missing,
	'remark-missing': m.round_problem_remark_missing,
	'remark-too-long': m.round_problem_remark_too_long,
	'fulfilment-text-too-long': m.round_problem_fulfilment_text_too_long,
	'colour-reason-missing': m.round_problem_colour_reason_missing,
	'colour-reason-too-long': m.round_problem_colour_reason_too_long,
};

/** What an answer lacks, in a few words for a list. */
export function answerProblemLabel(problem: AnswerProblem, locale: Locale): string {
	return problemMessages[problem]({}, { locale });
}

const eventMessages: Record<ToldEventKind, Message> = {
	added: m.round_event_added,
	'put back': m.round_event_put_back,
	'taken out': m.round_event_taken_out,
	merged: m.round_event_merged,
	split: m.round_event_split,
	renumbered: m.round_event_renumbered,
	'new owner': m.round_event_new_owner,
};

/** The word for what happened to a line of the plan. */
export function planEventLabel(kind: ToldEventKind, locale: Locale): string {
	return eventMessages[kind]({}, { locale });
}

const returnedMessages = { split: m.round_returned_split, merged: m.round_returned_merged } as const;

type ReturnedLine = {
	readonly initiative: { readonly number: string };
	readonly returned: { readonly kind: keyof typeof returnedMessages; readonly beside: readonly { readonly number: string }[] };
};

/** That a line is back in the plan and what it had become stands beside it: "45 er sat ind igen, men 45a og 45b, ...". */
export function returnedSentence({ initiative, returned }: ReturnedLine, locale: Locale): string {
	const numbers = formatList(
		returned.beside.map(({ number }) => number),
		locale,
	);
	return returnedMessages[returned.kind]({ number: initiative.number, numbers }, { locale });
}

const obstacles = {
	bounced: m.round_unreachable_bounced,
	'no address': m.round_unreachable_no_address,
	left: m.round_unreachable_left,
} as const satisfies Record<Unreachable['why'], unknown>;

/** Why mail does not reach somebody. */
export function obstacleLabel(why: Unreachable['why'], locale: Locale): string {
	return obstacles[why]({}, { locale });
}

const originMessages = { split: m.round_origin_split, merged: m.round_origin_merged } as const;

/** What an answer is called that was given about what an initiative came out of, or what went into it. */
export function originAnswerTitle(
	{ kind, number }: { readonly kind: keyof typeof originMessages; readonly number: string },
	year: number,
	locale: Locale,
): string {
	return originMessages[kind]({ number, year: String(year) }, { locale });
}
