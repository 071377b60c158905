import type { AnswerProblem } from '#domain/followup/answer-rules.ts';
import type { AnswerStatus } from '#domain/followup/answer.ts';
import type { LackingAnswers } from '#domain/followup/lacking-answers.ts';
import type { Lacking } from './count-lacking.ts';

/** What a save answers with. */
export type SavedAnswer = {
	readonly version: number;
	readonly status: AnswerStatus;
	readonly at: Date;
	/** What is still missing. */
	readonly problems: readonly AnswerProblem[];
};

/* What the steps on many initiatives answer. */

/** `version` is that of the answer as it was shown. */
export type NumberAndVersion = { readonly number: string; readonly version: number };

/** Answers that a step of the review left as they are. */
export type AnswersLeft = {
	/** Not answered yet, or moved already. */
	readonly notAnswered: readonly string[];
	/** Changed since they were shown. */
	readonly changedMeanwhile: readonly string[];
};

/** The word that takes a whole step back; null when it changed nothing. */
export type Undoable = { readonly undo: string | null };

/** What happened to each of the answers to be accepted. */
export type AcceptedAnswers = AnswersLeft &
	Undoable & {
		readonly accepted: readonly string[];
		/** Those of them that are not what the round asks for. */
		readonly lacking: LackingAnswers;
	};

/** What happened to each of the answers to be sent back. */
export type SentBackAnswers = AnswersLeft & Undoable & { readonly sentBack: readonly string[] };

/** How many were confirmed and how many were left as they were, with the numbers of those that something has to be done about. */
export type ConfirmedUnchanged = Undoable & {
	readonly confirmed: number;
	readonly left: number;
	/** The last answer lacks what is asked for. */
	readonly incomplete: readonly string[];
	/** The colour is another than the guide's, and nobody has said why. */
	readonly needsReason: readonly string[];
};

export type EditedAssessments = Undoable & {
	/** Number of initiatives that differ now. */
	readonly changed: number;
	/** How many of them were accepted and are no longer. */
	readonly lapsed: number;
	readonly lacking: Lacking;
	/** Numbers of those that had a colour and have none, because the guide that it followed has none for them. */
	readonly uncoloured: readonly string[];
	readonly versions: readonly NumberAndVersion[];
};
