import type { Assessment } from '#domain/followup/assessment.ts';
import type { ChangeKind } from '#domain/followup/compare-rounds.ts';
import type { AssessedInitiative } from '#domain/followup/status-round.ts';
import { listTagValues, type Co2Relation, type InitiativeTag, type Quantity } from '#domain/plan/initiative.ts';
import { formatNumber, formatShortDate } from '#text/format.ts';
import { changeLabel, co2RelationLabel, colourLabel, fulfilmentLabel, priorityLabel, sphereLabel, stateLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { ReportMarks, ReportRow, ShownFields } from './report-content.ts';

/** What a row says beside the plan and the assessment. */
export type RowAround = {
	readonly section: string | null;
	readonly change: ChangeKind | null;
	readonly colourReason: string | null;
	/** Whether the files have a column for the reason, beside the sentence. */
	readonly hasReasonColumn: boolean;
	readonly unit: string | null;
	readonly tags: readonly InitiativeTag[];
};

/** One initiative of the report: what is stored, and what a reader of `locale` sees. */
export function readReportRow(line: AssessedInitiative, around: RowAround, locale: Locale): ReportRow {
	const { initiative, assessment } = line;
	const { section, change, tags, unit } = around;
	return {
		number: initiative.number,
		section,
		title: initiative.title,
		sector: initiative.sector,
		startDate: initiative.startDate,
		deadline: initiative.deadline,
		state: assessment?.state ?? null,
		stateText: assessment?.stateText ?? null,
		priority: initiative.priority,
		priorityText: initiative.priorityText,
		progress: assessment?.progress ?? null,
		fulfilment: assessment?.fulfilment ?? null,
		fulfilmentText: assessment?.fulfilmentText ?? null,
		remark: assessment?.remark ?? null,
		budget: initiative.budget,
		responsible: initiative.responsible,
		co2Relation: initiative.co2Relation,
		co2RelationText: initiative.co2RelationText,
		sphere: initiative.sphere,
		quantity: initiative.quantity,
		committee: listTagValues(tags, 'committee'),
		theme: listTagValues(tags, 'theme'),
		sdg: listTagValues(tags, 'sdg'),
		change,
		unit,
		colourReason: around.hasReasonColumn ? around.colourReason : null,
		shown: readShownFields(line, around, locale),
	};
}

/** Both colours of an assessment with the words that stand beside them; an absent assessment has none. */
export function readReportMarks(assessment: Assessment | null, locale: Locale): ReportMarks {
	const progress = assessment?.progress ?? null;
	const fulfilment = assessment?.fulfilment ?? null;
	const prose = assessment?.fulfilmentText ?? null;
	return {
		progress: { mark: progress ?? 'none', word: colourLabel(progress, locale) },
		fulfilment: { mark: fulfilment ?? (prose ? 'text' : 'none'), word: fulfilmentLabel(fulfilment, prose, locale) },
	};
}

function readShownFields({ initiative, assessment }: AssessedInitiative, { change, colourReason }: RowAround, locale: Locale): ShownFields {
	const { priority, priorityText, startDate, deadline, co2Relation, co2RelationText, sphere, quantity } = initiative;
	const state = assessment?.state ?? null;
	return {
		...readReportMarks(assessment, locale),
		// A word that was not understood is still what the document says.
		state: state ? stateLabel(state, locale) : (assessment?.stateText ?? null),
		priority: priority ? priorityLabel(priority, locale) : priorityText,
		startDate: startDate && formatShortDate(startDate, locale),
		deadline: deadline && formatShortDate(deadline, locale),
		co2Relation: co2Relation && co2RelationLabel(co2Relation, locale),
		co2Remark: readCo2Remark(co2Relation, co2RelationText),
		sphere: sphere && sphereLabel(sphere, locale),
		quantity: quantity && writeQuantity(quantity, locale),
		colourReason: colourReason && m.report_colour_reason({ reason: colourReason }, { locale }),
		change: change && changeLabel(change, locale),
	};
}

// "Beregnet. Bemærkning: forventet ..." repeats the word that already stands above it.
function readCo2Remark(relation: Co2Relation | null, text: string | null): string | null {
	if (text === null || relation === null) return text;
	const words = [co2RelationLabel(relation, 'da'), co2RelationLabel(relation, 'en')];
	const word = words.find((candidate) => text.toLowerCase().startsWith(candidate.toLowerCase()));
	const rest = word ? text.slice(word.length).replace(/^[\s.:;,–-]+/, '') : text;
	return rest === '' ? null : rest;
}

function writeQuantity({ value, unit, basis }: Quantity, locale: Locale): string {
	return [formatNumber(value, locale), unit, basis && `(${basis})`].filter(Boolean).join(' ');
}
