import type { AccountKind, Gas, GwpSet } from './account.ts';

/** Which greenhouse gases a level or a target is about. */
export const targetGases = ['CO2', 'CO2e'] as const satisfies readonly Gas[];
export type TargetGases = (typeof targetGases)[number];

/**
 * What a target is measured against, often 1990: an estimate, since accounts begin in 2018. Not the base-year account, not the baseline
 * and not the target. `tonnes` is null where a plan names the year and no figure.
 */
export type ReferenceLevel = {
	readonly kind: AccountKind;
	readonly year: number;
	readonly tonnes: number | null;
	readonly gases: TargetGases;
	readonly gwpSet: GwpSet | null;
	/** How it was estimated. */
	readonly method: string | null;
	readonly source: string;
	/** Half the 95 % interval, in per cent; null is not stated. */
	readonly uncertainty: number | null;
};

/** The account that a plan's calculations start from. `accountId` is null as long as that year's account is not here. */
export type BaseYear = { readonly kind: AccountKind; readonly year: number; readonly accountId: string | null; readonly source: string };

/** What a municipality measures and starts from, of one kind of account. Null is not stated. `version` is 0 before anything is saved. */
export type TargetFrame = {
	readonly kind: AccountKind;
	readonly reference: ReferenceLevel | null;
	readonly baseYear: BaseYear | null;
	readonly version: number;
};

export const targetSteps = ['interim', 'main', 'net zero'] as const;
export type TargetStep = (typeof targetSteps)[number];

/** What a municipality has decided to reach: per cent below the reference level, or tonnes, or both. */
export type ClimateTarget = {
	readonly id: string;
	readonly kind: AccountKind;
	readonly step: TargetStep;
	readonly year: number;
	readonly perCent: number | null;
	readonly tonnes: number | null;
	readonly gases: TargetGases;
	/** What is inside: the area, with or without parts, as the decision says. */
	readonly boundary: string;
	readonly source: string;
};

/** A target in tonnes, and whether these were decided, derived from the reference level, or cannot be known. */
export type TargetLevel =
	| { readonly kind: 'decided'; readonly tonnes: number }
	| { readonly kind: 'derived'; readonly tonnes: number }
	| { readonly kind: 'reference-missing' }
	| { readonly kind: 'gases-differ' };

/** What may be left in the target's year. Per cent need a reference level of the same gases with a figure. */
export function findTargetLevel(
	target: Pick<ClimateTarget, 'perCent' | 'tonnes' | 'gases'>,
	reference: ReferenceLevel | null,
): TargetLevel {
	if (target.tonnes !== null) return { kind: 'decided', tonnes: target.tonnes };
	if (target.perCent === 100) return { kind: 'derived', tonnes: 0 };
	if (target.perCent === null || !reference || reference.tonnes === null) return { kind: 'reference-missing' };
	if (reference.gases !== target.gases) return { kind: 'gases-differ' };
	return { kind: 'derived', tonnes: reference.tonnes * (1 - target.perCent / 100) };
}

/** How much lower than the reference level, as a share: 0.85 is 85 % less; null when either is missing. */
export function findReduction(tonnes: number | null, reference: ReferenceLevel | null): number | null {
	return tonnes === null || !reference?.tonnes ? null : 1 - tonnes / reference.tonnes;
}

export type TargetProblem = 'target.nothing-stated' | 'target.per-cent-form' | 'target.year-before-reference' | 'target.net-zero-not-zero';

/** What is wrong with a target; null when nothing is. */
export function findTargetProblem(
	{ step, year, perCent, tonnes }: Omit<ClimateTarget, 'id'>,
	reference: ReferenceLevel | null,
): TargetProblem | null {
	if (perCent === null && tonnes === null) return 'target.nothing-stated';
	if (perCent !== null && (perCent <= 0 || perCent > 200)) return 'target.per-cent-form';
	if (reference && year <= reference.year) return 'target.year-before-reference';
	if (step === 'net zero' && ((tonnes ?? 0) > 0 || (perCent !== null && perCent < 100))) return 'target.net-zero-not-zero';
	return null;
}
