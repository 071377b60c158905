import type { contentFacts, ReportFact } from '#domain/followup/report-fact.ts';
import { writeCanonicalJson } from './canonical-json.ts';
import type { FactDifference, FrozenRound } from './frozen-round.ts';

type ContentFact = (typeof contentFacts)[number];
type StatedFact = Exclude<ReportFact, ContentFact>;

/** In what two versions differ about the round itself and what is frozen beside its initiatives. */
export function listFactDifferences(earlier: FrozenRound, later: FrozenRound): FactDifference[] {
	const [before, after] = [readStated(earlier), readStated(later)];
	const stated = (Object.keys(before) as StatedFact[])
		.map((field): FactDifference => ({ field, before: before[field], after: after[field] }))
		.filter((difference) => difference.before !== difference.after);
	const kept = listCommonIds(earlier, later);
	const [was, is] = [readContents(earlier, kept), readContents(later, kept)];
	const contents = (Object.keys(was) as ContentFact[])
		.filter((field) => writeCanonicalJson(was[field].content) !== writeCanonicalJson(is[field].content))
		.map((field): FactDifference => ({ field, before: was[field].value, after: is[field].value }));
	return [...stated, ...contents];
}

function readStated({ round, meeting, path }: FrozenRound): Record<StatedFact, string | null> {
	return {
		statusDate: round.statusDate,
		meetingBody: meeting?.body ?? null,
		meetingDate: meeting?.date ?? null,
		caseNumber: meeting?.caseNumber ?? null,
		shortfall: path?.target?.standing === null || path?.target?.standing === undefined ? null : String(path.target.standing),
	};
}

/** All that is compared, and the one value that tells a reader most of it. */
type Content = { readonly content: unknown; readonly value: string | null };

function readContents(frozen: FrozenRound, kept: ReadonlySet<string>): Record<ContentFact, Content> {
	const { municipality, plan, lines, legend, round, comparison, events, findings, accounts = [], path } = frozen;
	const newest = accounts.flatMap(({ years }) => years).map(({ year }) => year);
	return {
		municipality: { content: municipality, value: municipality.name },
		plan: { content: plan, value: plan.title },
		order: { content: lines.map(({ initiative }) => initiative.id).filter((id) => kept.has(id)), value: null },
		legend: { content: legend, value: null },
		round: { content: [round.year, round.title, round.source], value: round.title },
		comparedWith: { content: comparison && readComparedWith(comparison), value: comparison && String(comparison.earlierYear) },
		events: { content: events, value: null },
		planCheck: { content: findings, value: String(findings.length) },
		account: { content: accounts, value: newest.length > 0 ? String(Math.max(...newest)) : null },
		path: { content: path ?? null, value: path ? String(path.year) : null },
	};
}

/** What follows from both rounds is no difference of its own. Older comparisons leave out what nothing was said of. */
function readComparedWith({ earlierYear, earlierSha256, changes }: NonNullable<FrozenRound['comparison']>): unknown {
	const said = changes.flatMap(({ before }) =>
		before?.assessment ? { initiative: before.initiative, assessment: before.assessment } : [],
	);
	const ordered = said.toSorted((one, two) => (one.initiative.id < two.initiative.id ? -1 : 1));
	return { earlierYear, earlierSha256, said: ordered };
}

function listCommonIds(earlier: FrozenRound, later: FrozenRound): Set<string> {
	const [before, after] = [earlier, later].map(({ lines }) => new Set(lines.map(({ initiative }) => initiative.id)));
	return new Set([...(before ?? [])].filter((id) => after?.has(id)));
}
