import { z } from 'zod';
import type { Measure, Scenario } from '../pathway/model.ts';
import { scenarioSchema } from '../pathway/scenario-schema.ts';

/** `plan` is the path of the municipality's plan, one and public; the others are what-ifs of those who work on it. */
export const scenarioKinds = ['plan', 'what if'] as const;
export type ScenarioKind = (typeof scenarioKinds)[number];

/** What of a scenario may rest on no document. Measures say it themselves, by their quality. */
export const illustrativeParts = ['baseline', 'reference', 'targets'] as const;
export type IllustrativePart = (typeof illustrativeParts)[number];

/** How a measure stands as a person states it. It wins over what the rules derive from the follow-up. */
export type StatedStanding = {
	readonly measure: string;
	/** First round (year) it holds from. */
	readonly since: number;
	/** First year with effect; null when that has not moved. */
	readonly start: number | null;
	readonly isDropped: boolean;
	/** How much of it is carried out, as a share, where that is less than decided; null when it is not. */
	readonly realisation: number | null;
	/** The measure that comes instead of a dropped one; null when none does. */
	readonly replacedBy: string | null;
	/** Why, in the user's own words. */
	readonly reason: string;
	readonly source: string | null;
};

/** A scenario with what the follow-up in tonnes needs beside it. */
export type PathDocument = {
	readonly scenario: Scenario;
	/** Parts that are there to show the calculation and are stated nowhere. */
	readonly illustrative: readonly IllustrativePart[];
	readonly standings: readonly StatedStanding[];
	/** Measures that are not part of the plan and could replace what falls away. */
	readonly candidates: readonly Measure[];
	/**
	 * Ids of the initiative that a measure belongs to, by the measure's id: what it was and what it went into, oldest first. A measure that
	 * is not here belongs to the initiative that bears its number.
	 */
	readonly initiativeIds?: Readonly<Record<string, readonly string[]>> | undefined;
	/**
	 * First round (year) from which a measure counts that was taken in after the plan was decided, by the measure's id. Such a measure is part
	 * of the path as it stands, and no part of the path as decided.
	 */
	readonly takenIn?: Readonly<Record<string, number>> | undefined;
};

const text = z.string().trim().min(1).max(1000);
const year = z.int().min(1900).max(2199);

const standing = z.strictObject({
	measure: text,
	since: year,
	start: year.nullable().default(null),
	isDropped: z.boolean().default(false),
	realisation: z.number().min(0).max(1).nullable().default(null),
	replacedBy: text.nullable().default(null),
	reason: text,
	source: text.nullable().default(null),
});

/** Shape of what stands beside a scenario: `examples/<municipality>/path.json`. */
const besideSchema = z.strictObject({
	illustrative: z.array(z.enum(illustrativeParts)).default([]),
	standings: z.array(standing).max(500).default([]),
	candidates: z.array(z.unknown()).max(200).default([]),
	initiativeIds: z.record(text, z.array(text).min(1).max(50)).optional(),
	takenIn: z.record(text, year).optional(),
});

/**
 * Checks a document. Candidates have the shape of a scenario's measures.
 * @throws ZodError
 */
export function readPathDocument(value: unknown): PathDocument {
	const { scenario: stated, ...rest } = z.looseObject({ scenario: z.unknown() }).parse(value);
	const scenario = scenarioSchema.parse(stated);
	const { candidates, ...beside } = besideSchema.parse(rest);
	const { measures } = scenarioSchema.parse({ ...scenario, measures: candidates, order: null });
	return { scenario, ...beside, candidates: measures };
}
