import type { AnswerDraft } from '#domain/followup/answer-rules.ts';
import type { NumberAndVersion } from '#usecases/round/results.ts';

/** What was typed about an initiative when it was not saved, and why. */
export type Refused = {
	readonly number: string;
	/** Null where the page says it above. */
	readonly message: string | null;
	/** Somebody else saved first: both texts are shown, and a person chooses. */
	readonly isConflict: boolean;
	readonly typed: Partial<AnswerDraft>;
};

/** What was to be done to many and was not, and why. */
export type BulkRefused = {
	readonly message: string;
	/** Somebody else has saved meanwhile. */
	readonly isConflict: boolean;
	/** Number of the one to look at; null where it is none alone. */
	readonly see: string | null;
	/** The initiatives that were chosen, each with the version it was shown in. */
	readonly chosen: readonly NumberAndVersion[];
	readonly change?: Partial<AnswerDraft>;
	readonly comment?: string;
	/** Who was to answer. */
	readonly person?: string;
};

/** What was typed about a step of the round that was not taken, and why. */
export type StepRefused = {
	readonly to: string;
	readonly message: string;
	readonly reason: string;
	/** The meeting: who met, when, and the number of the case. */
	readonly body: string;
	readonly date: string;
	readonly caseNumber: string;
};
