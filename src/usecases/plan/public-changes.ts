import { isDeepStrictEqual } from 'node:util';
import type { RoundStep } from '#domain/followup/round-stage.ts';
import type { Change, ChangeContent, ChangeOccasion } from '#storage/changes.ts';

type Entry = Change & ChangeOccasion;
type Content = ChangeContent | null;

/** The time in which a round was run here: from its opening to its publication, which is null while it runs. */
export type RunPeriod = { readonly year: number; readonly opened: Date; readonly published: Pick<RoundStep, 'at' | 'who'> | null };

/** When a round was run, from its steps; undefined for one that was never opened here. */
export function findPeriod(year: number, steps: readonly RoundStep[]): RunPeriod | undefined {
	const opening = steps.find(({ from }) => from === null);
	return opening && { year, opened: opening.at, published: steps.find(({ to }) => to === 'published') ?? null };
}

/**
 * What everybody may see of an initiative's history, newest first as it is given. What is done while a round runs is nobody's but theirs
 * who work on it: once it is published, it counts as one change, from what was said before to what was published. Answers of a year in
 * which the initiative had left the plan (`leftIn`) are none of its history.
 */
export function showOutcomes(changes: readonly Entry[], periods: readonly RunPeriod[], leftIn: number | null): Entry[] {
	const shown: Entry[] = [];
	const drafts = Map.groupBy(
		changes.filter(({ year }) => year === null || leftIn === null || year < leftIn),
		(entry) => findPeriodOf(entry, periods),
	);
	for (const [period, entries] of drafts) {
		if (!period) shown.push(...entries);
		else if (period.published) shown.push(...sumUp(entries, period.published));
	}
	return shown.toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

function findPeriodOf({ year, at }: Entry, periods: readonly RunPeriod[]): RunPeriod | undefined {
	const isBefore = (end: RunPeriod['published']) => end === null || at <= end.at;
	if (year !== null) return periods.find((period) => period.year === year && isBefore(period.published));
	return periods.find(({ opened, published }) => at >= opened && isBefore(published));
}

/** One entry for the plan's line and one for the assessment; none for what came to nothing. */
function sumUp(entries: readonly Entry[], { at, who }: NonNullable<RunPeriod['published']>): Entry[] {
	const things = Map.groupBy(entries, ({ entity, year }) => `${entity} ${year}`);
	return [...things.values()].flatMap((newestFirst): Entry[] => {
		const [last, first] = [newestFirst[0], newestFirst.at(-1)];
		if (!last || !first) return [];
		// An entry may tell of some fields alone, as those of the tags do: each field is taken from the first and the last that knows it.
		const before = first.before && mergeContents(newestFirst.map((entry) => entry.before));
		const after = last.after && mergeContents(newestFirst.toReversed().map((entry) => entry.after));
		if (isDeepStrictEqual(before, after)) return [];
		const action = before === null ? 'added' : after === null ? 'removed' : 'changed';
		return [{ ...last, action, before, after, at, who, reason: 'round', note: null, importId: null }];
	});
}

/** Contents laid over each other, the last on top. */
function mergeContents(contents: readonly Content[]): ChangeContent {
	return Object.assign({}, ...contents) as ChangeContent;
}

/**
 * The history without how the answers stood, which is for those who work on the round and told there; but why a colour was corrected in a
 * report that is published is told beside the colour.
 */
export function tellCorrectedReasons(changes: readonly Entry[], periods: readonly RunPeriod[]): Entry[] {
	const reasons = changes.filter((entry) => isCorrectedReason(entry, periods));
	const isSameStep = (one: Entry, other: Entry) => one.year === other.year && one.at.getTime() === other.at.getTime();
	return changes.flatMap((entry): Entry[] => {
		if (entry.entity === 'answer') {
			if (!reasons.includes(entry)) return [];
			const isBeside = changes.some((other) => other.entity === 'assessment' && other.action === 'changed' && isSameStep(other, entry));
			return isBeside ? [] : [{ ...entry, entity: 'assessment', before: pickReason(entry.before), after: pickReason(entry.after) }];
		}
		const reason = entry.entity === 'assessment' && entry.action === 'changed' && reasons.find((one) => isSameStep(one, entry));
		if (!reason) return [entry];
		const join = (content: Content, ofReason: Content) => ({ ...content, ...pickReason(ofReason) });
		return [{ ...entry, before: join(entry.before, reason.before), after: join(entry.after, reason.after) }];
	});
}

function isCorrectedReason({ entity, action, year, at, before, after }: Entry, periods: readonly RunPeriod[]): boolean {
	if (entity !== 'answer' || action !== 'changed' || before?.colourReason === after?.colourReason) return false;
	const published = periods.find((period) => period.year === year)?.published;
	return published ? at > published.at : false;
}

function pickReason(content: Content): ChangeContent {
	return { colourReason: content?.colourReason ?? null };
}
