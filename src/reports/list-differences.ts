import { listFieldChanges } from '#domain/followup/compare-rounds.ts';
import type { tagKinds } from '#domain/plan/initiative.ts';
import { listTagValues } from '#domain/plan/initiative.ts';
import { writeTags } from '#domain/plan/tag-texts.ts';
import { writeCanonicalJson } from './canonical-json.ts';
import type { Difference, FrozenLine, FrozenRound } from './frozen-round.ts';
import { thawRound } from './thaw-round.ts';

/** In what two versions of a round's report differ, initiative by initiative in the later one's order; those that went come last. */
export function listDifferences(earlier: FrozenRound, later: FrozenRound): Difference[] {
	const [before, after] = [earlier, later].map(listLines) as [Line[], Line[]];
	const known = new Map(before.map((line) => [line.frozen.initiative.id, line]));
	const kept = new Set(after.map((line) => line.frozen.initiative.id));
	const gone = before.filter((line) => !kept.has(line.frozen.initiative.id));
	return [
		...after.flatMap((line): Difference[] => {
			const { number, title } = line.frozen.initiative;
			const was = known.get(line.frozen.initiative.id);
			if (!was) return [{ field: null, number, title, before: null, after: number }];
			return listLineDifferences(was, line).map((change) => ({ ...change, number, title }));
		}),
		...gone.map(({ frozen: { initiative } }): Difference => {
			const { number, title } = initiative;
			return { field: null, number, title, before: number, after: null };
		}),
	];
}

/** A line as it is frozen, and as the rules know one. */
type Line = { readonly frozen: FrozenLine; readonly thawed: ReturnType<typeof thawRound>['followUp']['lines'][number] };

function listLines(frozen: FrozenRound): Line[] {
	return thawRound(frozen).followUp.lines.flatMap((thawed, place) => {
		const line = frozen.lines[place];
		return line ? [{ frozen: line, thawed }] : [];
	});
}

type LineDifference = Pick<Difference, 'field' | 'before' | 'after'>;

function listLineDifferences(was: Line, is: Line): LineDifference[] {
	const [before, after] = [readAround(was.frozen), readAround(is.frozen)];
	const around = (Object.keys(before) as AroundField[])
		.map((field) => ({ field, before: before[field], after: after[field] }))
		.filter((difference) => difference.before !== difference.after);
	return [...listFieldChanges(was.thawed, is.thawed), ...around];
}

/** What a frozen line says that two rounds are not compared by. */
type AroundField = Extract<Difference['field'], 'colourReason' | 'relations' | 'unit' | (typeof tagKinds)[number]>;

function readAround({ initiative, tags, unit, colourReason }: FrozenLine): Record<AroundField, string | null> {
	const write = (kind: (typeof tagKinds)[number]) => writeTags(kind, listTagValues(tags, kind));
	return {
		colourReason: colourReason ?? null,
		relations: initiative.relations.length > 0 ? writeCanonicalJson(initiative.relations) : null,
		unit,
		committee: write('committee'),
		theme: write('theme'),
		sdg: write('sdg'),
	};
}
