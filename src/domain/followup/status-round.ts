import type { Municipality, Plan } from '../plan/plan.ts';
import type { Initiative } from '../plan/initiative.ts';
import type { Assessment } from './assessment.ts';
import type { Legend } from './legend.ts';

/** One yearly follow-up of a plan. `statusDate` is the day it describes; null when the document has none. */
export type StatusRound = {
	readonly planId: string;
	readonly year: number;
	readonly title: string;
	readonly statusDate: string | null;
	readonly source: string;
	readonly version: number;
};

/** An initiative with its assessment in one round; null when the round has none for it. */
export type AssessedInitiative = { readonly initiative: Initiative; readonly assessment: Assessment | null };

/** Everything a page or a report of one round is made from. Initiatives are in the plan's order. */
export type FollowUp = {
	readonly municipality: Municipality;
	readonly plan: Plan;
	readonly legend: Legend | null;
	readonly round: StatusRound;
	readonly lines: readonly AssessedInitiative[];
};
