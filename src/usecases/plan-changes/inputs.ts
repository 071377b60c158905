import type { Co2Relation, Priority, Sphere } from '#domain/plan/initiative.ts';

/** What is typed about an initiative; what is left out stays as it is, or is not stated for a new one. Days are ISO. */
export type InitiativeFields = {
	/** As printed ("20a"), at most 40 characters. */
	readonly number?: string;
	readonly title?: string;
	/** Title of the heading it stands under; one the plan does not have is added. */
	readonly section?: string | null;
	readonly sector?: string | null;
	readonly startDate?: string | null;
	readonly deadline?: string | null;
	readonly priority?: Priority | null;
	readonly responsible?: string | null;
	readonly budget?: string | null;
	readonly co2Relation?: Co2Relation | null;
	readonly co2RelationText?: string | null;
	readonly sphere?: Sphere | null;
};

/** A new initiative has a number and a title. */
export type NewInitiativeFields = InitiativeFields & { readonly number: string; readonly title: string };

/** The decision behind a change of the plan, in words, with the case number where there is one. */
export type PlanDecision = { readonly decision?: string | null; readonly caseNumber?: string | null };

/** Which initiative, in the version that was shown. */
export type InitiativeKey = { readonly number: string; readonly version: number };

export type AddInitiativeInput = PlanDecision & {
	readonly municipality: string;
	readonly fields: NewInitiativeFields;
	/** Number of the one it comes after in the plan; left out, it comes last under its heading, and last of all under a new one. */
	readonly after?: string | null;
	/** Who answers for it. */
	readonly personIds?: readonly string[];
	/** Unit it belongs to; none when left out. */
	readonly unitId?: string | null;
};

export type TakeOutInput = InitiativeKey & PlanDecision & { readonly municipality: string; readonly decision: string };

/** By number: what was taken out in this round has it still. */
export type BringBackInput = { readonly municipality: string; readonly number: string };

export type MergeInput = PlanDecision & {
	readonly municipality: string;
	/** What goes into another; taken out of the plan. */
	readonly from: readonly InitiativeKey[];
	/** Number of the one they go into, or a new one. */
	readonly into: { readonly number: string } | { readonly fields: NewInitiativeFields };
};

export type SplitInput = InitiativeKey &
	PlanDecision & {
		readonly municipality: string;
		readonly parts: readonly NewInitiativeFields[];
		/** True when the initiative itself stays beside the new ones. */
		readonly keep: boolean;
	};

export type RenumberInput = PlanDecision & {
	readonly municipality: string;
	/** All at once, so that two can take each other's number. */
	readonly numbers: readonly (InitiativeKey & { readonly to: string })[];
};

export type ChangeOwnerInput = InitiativeKey &
	PlanDecision & {
		readonly municipality: string;
		/** Who answers for it from now on, in this round too; left out, they stay. */
		readonly personIds?: readonly string[];
		/** Who is responsible, as the plan writes it; left out, it stays. */
		readonly responsible?: string | null;
	};

export type EditInitiativeInput = InitiativeKey & { readonly municipality: string; readonly fields: Omit<InitiativeFields, 'number'> };
