import type { CalendarDate } from '../shared/calendar-date.ts';
import type { AnswerField } from './answer.ts';
import type { RoundStage } from './round-stage.ts';

/** A round that is run here. */
export type RoundRun = {
	readonly planId: string;
	readonly year: number;
	readonly stage: RoundStage;
	/** Last day to answer. */
	readonly deadline: CalendarDate;
	/** Reading guide of the round, in which version; null when the plan has none. */
	readonly legend: { readonly id: string; readonly version: number } | null;
	/** What is asked for, in the order of the form. */
	readonly askedFields: readonly AnswerField[];
	/** Characters a remark may have, so that the report can take it. */
	readonly remarkLimit: number;
	/** Whom to ask, in words. */
	readonly contact: string | null;
	/** Grows by one at each step and each change of the settings. */
	readonly version: number;
};

/** Remark lengths a round can be opened with. */
export const remarkLimits = { least: 50, usual: 600, most: 5000 } as const;
