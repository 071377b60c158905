import { and, desc, eq, isNull, max, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Fulfilment, Progress } from '#domain/followup/assessment.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findDatabaseError } from './database-errors.ts';
import { isShownIn } from './round-lines.ts';
import { assessment, roundLine, statusRound } from './schema/followup.ts';
import { municipality } from './schema/municipality.ts';
import { initiative } from './schema/plan.ts';
import type { PublicTx, ReadTx } from './transactions.ts';

/**
 * Ids of the initiatives of a plan whose own texts in the round of `year`, or whose remark in it, hold all words of `text`.
 * Words are stemmed as Danish and match as beginnings ("varmepumpe" finds "varmepumper"); numbers match whole.
 * A text without words to look for narrows nothing: undefined.
 */
export async function findMatchingInitiatives(
	tx: ReadTx,
	planId: string,
	year: number | null,
	text: string,
): Promise<ReadonlySet<string> | undefined> {
	const query = writeQuery(text);
	if (query === undefined) return undefined;
	const inRound = and(
		eq(assessment.municipalityCode, initiative.municipalityCode),
		eq(assessment.planId, initiative.planId),
		eq(assessment.initiativeId, initiative.id),
		eq(assessment.year, year ?? 0),
	);
	const keptOfRound = and(
		eq(roundLine.municipalityCode, initiative.municipalityCode),
		eq(roundLine.planId, initiative.planId),
		eq(roundLine.initiativeId, initiative.id),
		eq(roundLine.year, year ?? 0),
	);
	const rows = await tx.db
		.select({ id: initiative.id })
		.from(initiative)
		.leftJoin(assessment, inRound)
		.leftJoin(roundLine, keptOfRound)
		.where(and(eq(initiative.municipalityCode, tx.tenant), eq(initiative.planId, planId), matches(query)));
	return new Set(rows.map((row) => row.id));
}

/** An initiative of a published plan that a search found, as the latest round that everybody may see says it; its colours too. */
export type FoundRow = {
	readonly code: string;
	readonly slug: string;
	readonly name: string;
	readonly number: string;
	readonly title: string;
	readonly sector: string | null;
	readonly responsible: string | null;
	readonly progress: Progress | null;
	readonly fulfilment: Fulfilment | null;
};

/** What a search across all plans found, best first. `isMore`: the words fit more than are weighed, and `total` is how many those are. */
export type FoundInitiatives = { readonly rows: FoundRow[]; readonly total: number; readonly isMore: boolean };

/**
 * So many matches are weighed in the plans' texts, as many in what rounds have kept of them, and as many in the remarks. Words that fit
 * half of all lines are no question: to weigh and sort them all takes seconds and tells nobody more.
 */
export const mostWeighed = 2000;

/**
 * The best matches across all published plans, and how many there are in all, up to `mostWeighed` of each kind of text: initiatives whose own texts, or whose remark, in the
 * latest round that everybody may see hold all the words. Where a later one runs, the texts are those that were kept when it was opened.
 * Plain scans: PostgreSQL lets no text index be used before a row's policy is checked.
 * Throws invalid `search.too-wide` when the words fit so much that it takes longer than a public reading may.
 */
export async function searchInitiatives(tx: PublicTx, text: string, limit: number): Promise<FoundInitiatives> {
	const query = writeQuery(text);
	if (query === undefined) return { rows: [], total: 0, isMore: false };
	try {
		return await findBest(tx, query, limit);
	} catch (error) {
		if (findDatabaseError(error)?.code !== queryCancelled) throw error;
		throw new DomainError('invalid', 'search.too-wide', {}, { cause: error });
	}
}

/** PostgreSQL's code for a statement that took longer than its time. */
const queryCancelled = '57014';

async function findBest(tx: PublicTx, query: string, limit: number): Promise<FoundInitiatives> {
	// Where two readers scan at once PostgreSQL lets the second begin where the first is: the same words would find others each time.
	await tx.db.select({ order: sql`set_config('synchronize_seqscans', 'off', true)` }).from(sql`(select 1) as one`);
	const best = selectBest(tx, sql`to_tsquery('danish', ${query})`);
	const latest = selectLatestRounds(tx, 'latest');
	const { code, slug, name } = municipality;
	const { progress, fulfilment } = assessment;
	const total = sql<number>`(count(*) over ())::int`;
	const found = await tx.db
		.select({ code, slug, name, ...shownTexts, progress, fulfilment, total, weighed: best.weighed })
		.from(best)
		.innerJoin(initiative, isSame(initiative.municipalityCode, initiative.planId, initiative.id, best))
		.innerJoin(municipality, eq(municipality.code, best.code))
		.leftJoin(latest, and(eq(latest.code, best.code), eq(latest.planId, best.planId)))
		.leftJoin(
			assessment,
			and(isSame(assessment.municipalityCode, assessment.planId, assessment.initiativeId, best), eq(assessment.year, latest.year)),
		)
		.leftJoin(
			roundLine,
			and(isSame(roundLine.municipalityCode, roundLine.planId, roundLine.initiativeId, best), eq(roundLine.year, latest.year)),
		)
		.where(isShownIn(initiative.introducedIn, initiative.withdrawnIn, latest.year))
		.orderBy(desc(best.rank), municipality.name, initiative.rank)
		.limit(limit);
	const [first] = found;
	const rows = found.map(({ total: _, weighed: __, ...row }) => row);
	const isMore = (first?.weighed ?? 0) >= mostWeighed;
	return { rows, total: isMore ? mostWeighed : (first?.total ?? 0), isMore };
}

/** What a round kept of an initiative, else what the plan says now. */
const shownTexts = {
	number: sql<string>`coalesce(${roundLine.content} ->> 'number', ${initiative.number})`,
	title: sql<string>`coalesce(${roundLine.content} ->> 'title', ${initiative.title})`,
	// A kept line says null where nothing was stated.
	sector: sql<string | null>`case when ${roundLine.content} is null then ${initiative.sector} else ${roundLine.content} ->> 'sector' end`,
	responsible: sql<
		string | null
	>`case when ${roundLine.content} is null then ${initiative.responsible} else ${roundLine.content} ->> 'responsible' end`,
};

/** The initiatives that match, each once, with how well; `weighed` is how many of them the fullest kind of text gave. */
function selectBest(tx: PublicTx, query: SQL) {
	const found = selectInTexts(tx, query).unionAll(selectKept(tx, query)).unionAll(selectInRemarks(tx, query)).as('found');
	const counts = sources.map((source) => sql`sum(count(*) filter (where ${found.source} = ${source})) over ()`);
	const weighed = sql<number>`greatest(${sql.join(counts, sql`, `)})::int`.as('weighed');
	return tx.db
		.select({ code: found.code, planId: found.planId, id: found.id, rank: sql<number>`sum(${found.rank})`.as('rank_sum'), weighed })
		.from(found)
		.groupBy(found.code, found.planId, found.id)
		.as('best');
}

/** Those that match as the plan is now, without those whose texts the latest round has kept. */
function selectInTexts(tx: PublicTx, query: SQL) {
	const latest = selectLatestRounds(tx, 'latest_texts');
	const kept = and(
		eq(roundLine.municipalityCode, initiative.municipalityCode),
		eq(roundLine.planId, initiative.planId),
		eq(roundLine.initiativeId, initiative.id),
		eq(roundLine.year, latest.year),
	);
	const { municipalityCode: code, planId, id } = initiative;
	return tx.db
		.select({ code, planId, id, rank: writeRank(initiative.search, query), source: nameSource('texts') })
		.from(initiative)
		.leftJoin(latest, and(eq(latest.code, code), eq(latest.planId, planId)))
		.leftJoin(roundLine, kept)
		.where(and(sql`${initiative.search} @@ ${query}`, isNull(roundLine.initiativeId)))
		.limit(mostWeighed);
}

/** Those that match as the latest round has kept them. */
function selectKept(tx: PublicTx, query: SQL) {
	const latest = selectLatestRounds(tx, 'latest_kept');
	const { municipalityCode: code, planId, initiativeId: id, year } = roundLine;
	return tx.db
		.select({ code, planId, id, rank: writeRank(roundLine.search, query), source: nameSource('kept') })
		.from(roundLine)
		.innerJoin(latest, and(eq(latest.code, code), eq(latest.planId, planId), eq(latest.year, year)))
		.where(sql`${roundLine.search} @@ ${query}`)
		.limit(mostWeighed);
}

/** Those whose remark in the latest round matches. */
function selectInRemarks(tx: PublicTx, query: SQL) {
	const latest = selectLatestRounds(tx, 'latest_remarks');
	const { municipalityCode: code, planId, initiativeId: id, year } = assessment;
	return tx.db
		.select({ code, planId, id, rank: writeRank(assessment.search, query), source: nameSource('remarks') })
		.from(assessment)
		.innerJoin(latest, and(eq(latest.code, code), eq(latest.planId, planId), eq(latest.year, year)))
		.where(sql`${assessment.search} @@ ${query}`)
		.limit(mostWeighed);
}

const sources = ['texts', 'kept', 'remarks'] as const;

function nameSource(source: (typeof sources)[number]) {
	return sql<string>`${source}::text`.as('source');
}

function writeRank(search: AnyColumn, query: SQL) {
	return sql<number>`ts_rank(${search}, ${query})`.as('match_rank');
}

function selectLatestRounds(tx: PublicTx, name: string) {
	return tx.db
		.select({ code: statusRound.municipalityCode, planId: statusRound.planId, year: max(statusRound.year).as('latest_year') })
		.from(statusRound)
		.groupBy(statusRound.municipalityCode, statusRound.planId)
		.as(name);
}

function isSame(code: AnyColumn, planId: AnyColumn, id: AnyColumn, best: ReturnType<typeof selectBest>) {
	return and(eq(code, best.code), eq(planId, best.planId), eq(id, best.id));
}

/** True where all words stand in the texts, as a round kept them where it did, and the remark together; words that are too common to look for narrow nothing. */
function matches(query: string): SQL {
	const wanted = sql`to_tsquery('danish', ${query})`;
	return sql`(numnode(${wanted}) = 0 or (coalesce(${roundLine.search}, ${initiative.search}) || coalesce(${assessment.search}, '')) @@ ${wanted})`;
}

/** Anybody may search, and each word costs a look at every text. */
const mostWords = 12;

/**
 * The words of a text as PostgreSQL's query language; undefined when there are none. Nothing but letters and digits comes through.
 * A letter alone is no beginning to look for: half of all words would have it.
 */
function writeQuery(text: string): string | undefined {
	const words = text.slice(0, 200).match(/[\p{L}\p{N}]+/gu);
	return words
		?.slice(0, mostWords)
		.map((word) => (/^(?:\d+|.)$/u.test(word) ? word : `${word}:*`))
		.join(' & ');
}
