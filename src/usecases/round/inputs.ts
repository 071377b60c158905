import type { AnswerDraft } from '#domain/followup/answer-rules.ts';
import type { AnswerField } from '#domain/followup/answer.ts';
import type { Progress } from '#domain/followup/assessment.ts';
import type { ShownColours } from '#domain/followup/moved-colour.ts';
import type { RoundMeeting, RoundStage } from '#domain/followup/round-stage.ts';
import type { NumberAndVersion } from './results.ts';

/** One answer of one round. `version` is that of the answer as it was shown. */
export type AnswerKeyInput = {
	readonly municipality: string;
	readonly year: number;
	/** As printed ("20a"); case does not matter. */
	readonly number: string;
	readonly version: number;
	/**
	 * A random word the open page chose for itself. A save that follows one of the same page is no conflict even when the page never
	 * got the answer to it, so that a lost connection costs nothing.
	 */
	readonly editor?: string | null;
};
export type SaveDraftInput = AnswerKeyInput & { readonly draft: AnswerDraft };
export type GiveAnswerInput = AnswerKeyInput & {
	readonly content: AnswerDraft;
	/** What the page said would follow from each state; left out where no page said anything. */
	readonly shown?: ShownColours;
};
export type ConfirmUnchangedInput = AnswerKeyInput & {
	readonly colourReason?: string | null;
	/** The colour that the page said it would have; left out where no page said anything. */
	readonly shown?: Progress | null;
	/** What stood in the form of a new answer beside it; it is refused where that is not what is stored. */
	readonly typed?: AnswerDraft;
};

export type RoundSettingsInput = {
	/** ISO day. */
	readonly deadline: string;
	readonly askedFields: readonly AnswerField[];
	readonly remarkLimit: number;
	readonly contact: string | null;
	/** ISO day that the report describes, nothing for none. When left out a new round has none, and a round that is there keeps its own. */
	readonly statusDate?: string | null;
};

export type OpenRoundInput = RoundSettingsInput & {
	readonly municipality: string;
	readonly year: number;
	/** Title of the report; made of the plan's when left out. */
	readonly title?: string | null;
};

export type StepRoundInput = {
	readonly municipality: string;
	readonly year: number;
	/** Version of the run as it was shown. */
	readonly version: number;
	readonly to: RoundStage;
	readonly reason?: string | null;
	readonly meeting?: RoundMeeting | null;
};

/** Exactly these persons are asked about these initiatives; nobody leaves them without. */
export type AssignPersonsInput = {
	readonly municipality: string;
	readonly year: number;
	readonly numbers: readonly string[];
	readonly personIds: readonly string[];
	/** The answer of one of them as it was shown, where its form stands beside the choice. */
	readonly beside?: ReviewedAnswer;
};

/** Fields to change; those left out stay. `progress` null follows the guide, and is no colour where that is silent. */
export type AssessmentEdit = NumberAndVersion & { readonly change: Partial<AnswerDraft> };

export type EditAssessmentsInput = {
	readonly municipality: string;
	readonly year: number;
	readonly edits: readonly AssessmentEdit[];
};

/** Which reading guide a round goes by: the one it has, the plan's as it is now, or none. */
export const guideChoices = ['kept', 'plan', 'none'] as const;

export type EditRoundInput = RoundSettingsInput & {
	readonly municipality: string;
	readonly year: number;
	/** Version of the run as it was shown. */
	readonly version: number;
	readonly guide: (typeof guideChoices)[number];
};

export type WithdrawRoundInput = {
	readonly municipality: string;
	readonly year: number;
	/** Version of the run as it was shown. */
	readonly version: number;
	readonly reason: string;
	/** About how many initiatives something is put aside, as the person has confirmed; 0 where nothing was confirmed. */
	readonly putAside: number;
};

/** An answer that is reviewed, as it was shown. */
export type ReviewedAnswer = NumberAndVersion & {
	/** What stood in the form of the answer beside the review; it is refused where that is not what is stored. */
	readonly typed?: Partial<AnswerDraft>;
};

export type SendBackInput = ReviewedAnswer & {
	readonly municipality: string;
	readonly year: number;
	/** Why, in words that the person who answered reads. */
	readonly comment: string;
};

/** The same reason for all of them. */
export type SendBackManyInput = Omit<SendBackInput, keyof ReviewedAnswer> & { readonly answers: readonly ReviewedAnswer[] };

export type AcceptAnswersInput = {
	readonly municipality: string;
	readonly year: number;
	readonly answers: readonly ReviewedAnswer[];
};
