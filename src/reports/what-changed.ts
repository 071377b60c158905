import { changeGroups, countGroups, getChangeGroup, toldGroups, type ChangeGroup } from '#domain/followup/change-groups.ts';
import type { InitiativeChange, RoundComparison } from '#domain/followup/compare-rounds.ts';
import { countColours } from '#domain/followup/counts.ts';
import type { AssessedInitiative, FollowUp } from '#domain/followup/status-round.ts';
import { changeGroupLabel, changeGroupWord, stillSentence } from '#text/change-groups.ts';
import { stateLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { listChangeNotes } from './change-notes.ts';
import type { FrozenRound } from './frozen-round.ts';
import type { MovedLine, WhatChanged } from './report-content.ts';
import { readReportMarks } from './report-row.ts';
import { readReportCounts } from './report-summary.ts';

/** Says what changed between the two rounds of a comparison. Pure. */
export function readWhatChanged(
	{ events, lines: frozenLines }: Pick<FrozenRound, 'events' | 'lines'>,
	{ followUp, comparison }: { readonly followUp: FollowUp; readonly comparison: RoundComparison },
	{ locale, sentence }: { readonly locale: Locale; readonly sentence: string },
): WhatChanged {
	const { earlierYear, laterYear, changes } = comparison;
	const years = { earlier: String(earlierYear), later: String(laterYear) };
	const numbers = new Map([...changes.flatMap(({ before }) => before ?? []), ...followUp.lines].map(nameLine));
	const reasons = new Map(frozenLines.map(({ initiative, colourReason = null }) => [initiative.id, colourReason]));
	const toLine = (change: InitiativeChange) => makeLine(change, { events, numbers, reasons, locale, laterYear });
	const groups: WhatChanged['groups'] = [
		...toldGroups.map((kind) => {
			const lines = changes.filter((change) => getChangeGroup(change) === kind).map(toLine);
			return { kind, heading: changeGroupLabel(kind, locale), lines };
		}),
		{ kind: 'text changed', heading: m.publish_changes_renamed({}, { locale }), lines: changes.filter(isOnlyRenamed).map(toLine) },
	];
	return {
		earlierYear,
		laterYear,
		title: m.publish_changes_title(years, { locale }),
		sentence,
		sums: listSums(countGroups(changes), locale),
		bars: listBars(followUp, comparison, locale),
		groups: groups.filter(({ lines }) => lines.length > 0),
		// What has a group of its own is not told again.
		rest: stillSentence(
			changes.filter((change) => !isOnlyRenamed(change)),
			earlierYear,
			locale,
		),
	};
}

function nameLine({ initiative }: AssessedInitiative): [id: string, number: string] {
	return [initiative.id, initiative.number];
}

/** Other new wording is no news to a reader; a new name is, as it is looked for under it. With both it is no longer only the name. */
function isOnlyRenamed(change: InitiativeChange): boolean {
	return getChangeGroup(change) === 'text changed' && change.fields.every(({ field }) => field === 'title');
}

type LineOptions = {
	readonly events: FrozenRound['events'];
	readonly numbers: ReadonlyMap<string, string>;
	readonly reasons: ReadonlyMap<string, string | null>;
	readonly locale: Locale;
	readonly laterYear: number;
};

function makeLine(change: InitiativeChange, { events, numbers, reasons, locale, laterYear }: LineOptions): MovedLine {
	const { number, title, before, after, initiativeId } = change;
	const colourReason = reasons.get(initiativeId) ?? null;
	return {
		number,
		title,
		before: before?.assessment ? readReportMarks(before.assessment, locale) : null,
		after: after?.assessment ? readReportMarks(after.assessment, locale) : null,
		states: { before: writeState(before, locale), after: writeState(after, locale) },
		notes: listChangeNotes(change, events, { numbers, locale, year: laterYear, colourReason }),
	};
}

function writeState(line: AssessedInitiative | null, locale: Locale): string | null {
	const { state = null, stateText = null } = line?.assessment ?? {};
	return state ? stateLabel(state, locale) : stateText;
}

function listSums(counts: Readonly<Record<ChangeGroup, number>>, locale: Locale): WhatChanged['sums'] {
	const always: readonly ChangeGroup[] = ['better', 'worse'];
	return sumOrder
		.map((kind) => ({ kind, count: counts[kind] }))
		.filter(({ kind, count }) => count > 0 || always.includes(kind))
		.map(({ kind, count }) => ({ kind, count, word: changeGroupWord(kind, count, locale) }));
}

// The good news first: the lines below begin with what went back.
const sumOrder: readonly ChangeGroup[] = ['better', ...changeGroups.filter((group) => group !== 'better')];

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
