import type { ColourMark } from '#charts/colour-shape.ts';
import type { ChangeGroup } from '#domain/followup/change-groups.ts';
import type { ChangeKind } from '#domain/followup/compare-rounds.ts';
import type { DraftInitiative } from '#domain/followup/draft-initiative.ts';
import type { Severity } from '#domain/followup/finding.ts';
import type { Locale } from '#text/locale.ts';
import type { FigureSection } from './figure-blocks.ts';

/**
 * Everything a status report says, in one language: what the formats and the page are made from. It is written of a frozen
 * round, which knows no language and is what the hash is calculated of. Nothing in it differs between two runs.
 */
export type StatusReport = {
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
	/** Meeting that the report was presented at, "Klimaudvalget 3. juni 2024, sag 24/117"; null where there was none. */
	readonly meeting: string | null;
	/** Version of the published report, from 1; null for a draft, and for a follow-up that was taken in from a document. */
	readonly version: number | null;
	/** Whether the round is run here, so that without a version it is a draft. */
	readonly isRun: boolean;
	/** SHA-256 of the whole frozen round, the same in every language, format and part. */
	readonly hash: string;
	/** What the report is limited to, in words; null for the whole. */
	readonly part: string | null;
	/** What this version corrects; null for the first. */
	readonly correction: WrittenCorrection | null;
	readonly summary: ReportSummary;
	/** Said in the place of the initiatives that need attention, where there are none. */
	readonly calm: string;
	readonly changes: ReportChanges | null;
	readonly whatChanged: WhatChanged | null;
	readonly guide: ReportGuide | null;
	readonly sections: readonly ReportSection[];
	/** The green account and the path in tonnes; empty where the municipality had neither, and in a part of a report. */
	readonly figures: readonly FigureSection[];
};

/** Which version this one corrects, why, and in what they differ, line by line. */
export type WrittenCorrection = {
	/** What the first page says of it. */
	readonly notice: string;
	readonly sentence: string;
	readonly replacedHash: string;
	readonly differences: readonly string[];
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

/** What changed since the round before, in words: one page of its own, and a part of the whole report. */
export type WhatChanged = {
	readonly earlierYear: number;
	readonly laterYear: number;
	readonly title: string;
	/** Everything in one sentence. */
	readonly sentence: string;
	/** Each group of changes with its number, which add up to all initiatives; empty ones are left out, but for better and worse. */
	readonly sums: readonly { readonly kind: ChangeGroup; readonly count: number; readonly word: string }[];
	/** Both rounds' colours, first of progress, then of goal fulfilment. */
	readonly bars: readonly { readonly heading: string; readonly before: ReportCounts; readonly after: ReportCounts }[];
	readonly groups: readonly { readonly kind: ChangeGroup; readonly heading: string; readonly lines: readonly MovedLine[] }[];
	/** How many stand as they did, in a sentence. */
	readonly rest: string;
};

export type MovedLine = {
	readonly number: string;
	readonly title: string;
	readonly before: ReportMarks | null;
	readonly after: ReportMarks | null;
	/** Its state in each round, in words; null where none is stated. */
	readonly states: { readonly before: string | null; readonly after: string | null };
	/** Whole sentences: the deadline moved, somebody else answers for it, the decision it was taken out by. */
	readonly notes: readonly string[];
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
	/** The organisation unit that answers for it; null for none, and in a report whose files had no place for it. */
	readonly unit: string | null;
	/** Why the colour of progress is another than the reading guide's; null for none, and in a report whose files had no place for it. */
	readonly colourReason: string | null;
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
	/** Why the colour of progress is another than the reading guide's, in a sentence. */
	readonly colourReason: string | null;
	readonly change: string | null;
};
