import { and, desc, eq, isNull, max, sql, type SQL } from 'drizzle-orm';
import type { Fulfilment, Progress } from '#domain/followup/assessment.ts';
import { assessment, statusRound } from './schema/followup.ts';
import { municipality } from './schema/municipality.ts';
import { initiative } from './schema/plan.ts';
import type { PublicTx, ReadTx } from './transactions.ts';

/**
 * Ids of the initiatives of a plan whose own texts, or whose remark in the round of `year`, hold all words of `text`.
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
	const rows = await tx.db
		.select({ id: initiative.id })
		.from(initiative)
		.leftJoin(assessment, inRound)
		.where(and(eq(initiative.municipalityCode, tx.tenant), eq(initiative.planId, planId), matches(query, { stopWordsMatchAll: true })));
	return new Set(rows.map((row) => row.id));
}

/** An initiative of a published plan that a search found; colours are those of the latest round. */
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

/** The best matches across all published plans, and how many there are in all. */
export async function searchInitiatives(tx: PublicTx, text: string, limit: number): Promise<{ rows: FoundRow[]; total: number }> {
	const query = writeQuery(text);
	if (query === undefined) return { rows: [], total: 0 };
	const latest = tx.db
		.select({ code: statusRound.municipalityCode, planId: statusRound.planId, year: max(statusRound.year).as('latest_year') })
		.from(statusRound)
		.groupBy(statusRound.municipalityCode, statusRound.planId)
		.as('latest');
	const inLatest = and(
		eq(assessment.municipalityCode, initiative.municipalityCode),
		eq(assessment.planId, initiative.planId),
		eq(assessment.initiativeId, initiative.id),
		eq(assessment.year, latest.year),
	);
	const rank = sql<number>`ts_rank(${initiative.search} || coalesce(${assessment.search}, ''), to_tsquery('danish', ${query}))`;
	const { code, slug, name } = municipality;
	const { number, title, sector, responsible } = initiative;
	const { progress, fulfilment } = assessment;
	const total = sql<number>`(count(*) over ())::int`;
	const found = await tx.db
		.select({ code, slug, name, number, title, sector, responsible, progress, fulfilment, total })
		.from(initiative)
		.innerJoin(municipality, eq(municipality.code, initiative.municipalityCode))
		.leftJoin(latest, and(eq(latest.code, initiative.municipalityCode), eq(latest.planId, initiative.planId)))
		.leftJoin(assessment, inLatest)
		.where(and(isNull(initiative.withdrawnIn), matches(query, { stopWordsMatchAll: false })))
		.orderBy(desc(rank), municipality.name, initiative.rank)
		.limit(limit);
	return { rows: found.map(({ total: _, ...row }) => row), total: found[0]?.total ?? 0 };
}

function matches(query: string, { stopWordsMatchAll }: { stopWordsMatchAll: boolean }): SQL {
	const wanted = sql`to_tsquery('danish', ${query})`;
	const found = sql`(${initiative.search} || coalesce(${assessment.search}, '')) @@ ${wanted}`;
	return stopWordsMatchAll ? sql`(numnode(${wanted}) = 0 or ${found})` : found;
}

/** The words of a text as PostgreSQL's query language; undefined when there are none. Nothing but letters and digits comes through. */
function writeQuery(text: string): string | undefined {
	const words = text.slice(0, 200).match(/[\p{L}\p{N}]+/gu);
	return words?.map((word) => (/^\d+$/.test(word) ? word : `${word}:*`)).join(' & ');
}
