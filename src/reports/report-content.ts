import type { ColourMark } from '#charts/colour-shape.ts';
import type { ChangeKind } from '#domain/followup/compare-rounds.ts';
import type { DraftInitiative } from '#domain/followup/draft-initiative.ts';
import type { Severity } from '#domain/followup/finding.ts';
import type { Locale } from '#text/locale.ts';

/** Grows when a field of `StatusReport` changes its meaning or goes away; a new field does not make it grow. */
export const reportSchema = 1;

/**
 * Everything a status report says, in one language: what the formats are made from, what the hash is calculated of
 * and, as JSON, what data users download. Only data: no dates of making, nothing that differs between two runs.
 */
export type StatusReport = {
	readonly schema: typeof reportSchema;
	readonly locale: Locale;
	readonly municipality: { readonly code: string; readonly name: string };
	/** "Statusrapport 2023". */
	readonly title: string;
	readonly plan: {
		readonly title: string;
		readonly periodStart: number | null;
		readonly periodEnd: number | null;
		readonly source: string;
	};
	readonly round: { readonly year: number; readonly title: string; readonly statusDate: string | null; readonly source: string };
	/** Version of the published report, from 1. */
	readonly version: number;
	readonly summary: ReportSummary;
	readonly changes: ReportChanges | null;
	readonly guide: ReportGuide | null;
	readonly sections: readonly ReportSection[];
};

/** The first page: what a committee needs to know and decide. */
export type ReportSummary = {
	/** "83 indsatser. 29 er grønne, 26 gule, 2 røde og 23 hvide; 3 mangler farve." */
	readonly sentence: string;
	readonly total: number;
	readonly progress: ReportCounts;
	readonly fulfilment: ReportCounts;
	/** Red and slipped initiatives by name; groups without any are left out. */
	readonly attention: readonly AttentionGroup[];
	readonly missing: readonly MissingFacts[];
	/** What changed since the round before, in one sentence; says so when this is the first one. */
	readonly changes: string;
	readonly planCheck: Readonly<Record<Severity, number>>;
	readonly planCheckSentence: string;
	/** What the committee is asked to do, each a continuation of "Det foreslås, at udvalget". */
	readonly asks: readonly string[];
};

/** Counts of one colour column. Marks that nothing has are kept out. */
export type ReportCounts = {
	readonly heading: string;
	readonly marks: readonly { readonly mark: ColourMark; readonly count: number; readonly word: string }[];
	/** Text alternative of the bar. */
	readonly alternative: string;
};

export type AttentionGroup = {
	readonly kind: 'red progress' | 'red fulfilment' | 'slipped';
	readonly heading: string;
	readonly lines: readonly { readonly number: string; readonly title: string; readonly responsible: string | null }[];
};

/** Something that initiatives lack; `numbers` are those that lack it. */
export type MissingFacts = {
	readonly field: 'progress' | 'fulfilment' | 'state' | 'startDate' | 'remark' | 'budget' | 'responsible';
	readonly numbers: readonly string[];
	readonly sentence: string;
};

/** What moved between two rounds, one line for each initiative that did. */
export type ReportChanges = {
	readonly earlierYear: number;
	readonly lines: readonly {
		readonly kind: ChangeKind;
		readonly word: string;
		readonly number: string;
		readonly title: string;
		readonly before: ReportMarks | null;
		readonly after: ReportMarks | null;
	}[];
};

/** Both colours of one assessment as they are shown. */
export type ReportMarks = { readonly progress: ShownMark; readonly fulfilment: ShownMark };

/** A mark with the word, or the document's own prose, that stands beside its shape. */
export type ShownMark = { readonly mark: ColourMark; readonly word: string };

export type ReportGuide = {
	readonly title: string;
	readonly source: string;
	readonly progress: readonly GuideLine[];
	readonly fulfilment: readonly GuideLine[];
};
export type GuideLine = ShownMark & { readonly sentence: string };

export type ReportSection = {
	/** The plan's heading; null gathers the initiatives that stand under none. */
	readonly title: string | null;
	readonly marks: ReportCounts['marks'];
	readonly rows: readonly ReportRow[];
};

/**
 * One initiative in this round: codes and the document's own texts under the names of `fremdrift read --json`,
 * and under `shown` what a reader sees in the report's language.
 */
export type ReportRow = Omit<DraftInitiative, 'source'> & {
	/** What happened to it since the round before; null in a first round. */
	readonly change: ChangeKind | null;
	readonly shown: ShownFields;
};

/** Empty fields are null: the formats write "ikke oplyst" where a reader would otherwise meet an empty cell. */
export type ShownFields = ReportMarks & {
	readonly state: string | null;
	readonly priority: string | null;
	readonly startDate: string | null;
	readonly deadline: string | null;
	readonly co2Relation: string | null;
	/** What the document says beside the CO2 relation's own word. */
	readonly co2Remark: string | null;
	readonly sphere: string | null;
	readonly quantity: string | null;
	readonly change: string | null;
};
