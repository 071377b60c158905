import type { InitiativeChange, RoundComparison } from '#domain/followup/compare-rounds.ts';
import { countColours } from '#domain/followup/counts.ts';
import type { AssessedInitiative, FollowUp } from '#domain/followup/status-round.ts';
import { formatNumber } from '#text/format.ts';
import { changeLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { listChangeNotes } from './change-notes.ts';
import type { FrozenEvent } from './frozen-round.ts';
import { movedGroups, type MovedGroup, type MovedLine, type SumKind, type WhatChanged } from './report-content.ts';
import { readReportMarks } from './report-row.ts';
import { readReportCounts } from './report-summary.ts';

/** Says what changed between the two rounds of a comparison. Pure. */
export function readWhatChanged(
	followUp: FollowUp,
	comparison: RoundComparison,
	events: readonly FrozenEvent[],
	{ locale, sentence }: { readonly locale: Locale; readonly sentence: string },
): WhatChanged {
	const { earlierYear, laterYear, changes } = comparison;
	const years = { earlier: String(earlierYear), later: String(laterYear) };
	const numbers = new Map([...changes.flatMap(({ before }) => before ?? []), ...followUp.lines].map(nameLine));
	const groups = movedGroups.map((kind) => {
		const lines = changes
			.filter((change) => getGroup(change) === kind)
			.map((change) => makeLine(change, { events, numbers, locale, laterYear }));
		return { kind, heading: writeHeading(kind, locale), lines };
	});
	const told = groups.reduce((sum, { lines }) => sum + lines.length, 0);
	const rest = changes.length - told;
	return {
		earlierYear,
		laterYear,
		title: m.publish_changes_title(years, { locale }),
		sentence,
		sums: listSums(comparison, locale),
		bars: listBars(followUp, comparison, locale),
		groups: groups.filter(({ lines }) => lines.length > 0),
		rest: m.publish_changes_rest({ count: rest, number: formatNumber(rest, locale), year: years.earlier }, { locale }),
	};
}

function nameLine({ initiative }: AssessedInitiative): [id: string, number: string] {
	return [initiative.id, initiative.number];
}

const direct: readonly string[] = ['worse', 'mixed', 'better', 'new', 'gone', 'not assessed'];

function getGroup(change: InitiativeChange): MovedGroup | null {
	if (direct.includes(change.kind)) return change.kind as MovedGroup;
	if (hasChanged(change, 'deadline') || hasChanged(change, 'responsible')) return 'moved';
	return change.kind === 'changed' ? 'other' : null;
}

function hasChanged({ fields }: InitiativeChange, field: 'deadline' | 'responsible'): boolean {
	return fields.some((one) => one.field === field);
}

function writeHeading(kind: MovedGroup, locale: Locale): string {
	if (kind === 'moved') return m.publish_changes_moved({}, { locale });
	return kind === 'other' ? m.publish_changes_other({}, { locale }) : changeLabel(kind, locale);
}

type LineOptions = {
	readonly events: readonly FrozenEvent[];
	readonly numbers: ReadonlyMap<string, string>;
	readonly locale: Locale;
	readonly laterYear: number;
};

function makeLine(change: InitiativeChange, { events, numbers, locale, laterYear }: LineOptions): MovedLine {
	const { number, title, before, after, initiativeId } = change;
	const own = events.filter((event) => event.initiativeId === initiativeId);
	return {
		number,
		title,
		before: before && readReportMarks(before.assessment, locale),
		after: after && readReportMarks(after.assessment, locale),
		notes: listChangeNotes(change, own, { numbers, locale, year: laterYear }),
	};
}

function listSums({ counts, changes }: RoundComparison, locale: Locale): WhatChanged['sums'] {
	const moved = (field: 'deadline' | 'responsible') => changes.filter((change) => hasChanged(change, field)).length;
	const other = changes.filter((change) => getGroup(change) === 'other').length;
	const all: readonly [SumKind, number][] = [
		['better', counts.better],
		['worse', counts.worse],
		['mixed', counts.mixed],
		['new', counts.new],
		['gone', counts.gone],
		['not assessed', counts['not assessed']],
		['deadline', moved('deadline')],
		['owner', moved('responsible')],
		['other', other],
		// What only reads differently stands as it did.
		['unchanged', changes.filter((change) => getGroup(change) === null).length],
	];
	const always: readonly SumKind[] = ['better', 'worse'];
	return all
		.filter(([kind, count]) => count > 0 || always.includes(kind))
		.map(([kind, count]) => ({ kind, count, word: sumWords[kind]({ count }, { locale }) }));
}

const sumWords: Record<SumKind, (inputs: { count: number }, options: { locale: Locale }) => string> = {
	better: m.publish_sum_better,
	worse: m.publish_sum_worse,
	mixed: m.publish_sum_mixed,
	new: m.publish_sum_new,
	gone: m.publish_sum_gone,
	'not assessed': m.publish_sum_not_assessed,
	deadline: m.publish_sum_deadline,
	owner: m.publish_sum_owner,
	other: m.publish_sum_other,
	unchanged: m.publish_sum_unchanged,
};

function listBars({ lines }: FollowUp, { changes }: RoundComparison, locale: Locale): WhatChanged['bars'] {
	const before = countColours(changes.flatMap((change) => change.before ?? []));
	const after = countColours(lines);
	const [progress, fulfilment] = [m.report_heading_progress({}, { locale }), m.report_heading_fulfilment({}, { locale })];
	return [
		{
			heading: progress,
			before: readReportCounts(progress, before.progress, locale),
			after: readReportCounts(progress, after.progress, locale),
		},
		{
			heading: fulfilment,
			before: readReportCounts(fulfilment, before.fulfilment, locale),
			after: readReportCounts(fulfilment, after.fulfilment, locale),
		},
	];
}
