import { and, eq, inArray, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import type { AnswerDraft } from '#domain/followup/answer-rules.ts';
import type { Answer } from '#domain/followup/answer.ts';
import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import { findNumberedId } from './initiatives.ts';
import { findCurrentPlanId } from './plans.ts';
import { answer } from './schema/round.ts';
import { ownTenant, type Statement } from './statements.ts';
import type { DraftTx, ReadTx, WriteTx } from './transactions.ts';
import { checkChanged } from './versions.ts';

/** What is typed and not sent in, with who typed it in which open page. */
export type StoredDraft = {
	readonly content: AnswerDraft;
	readonly who: string;
	readonly editor: string | null;
	/** Version of the answer that the page's unbroken row of saves began on; null where it was not kept yet. */
	readonly base: number | null;
	/** Version of the answer that saving this made; a later one of the answer is somebody's doing who saw another text. */
	readonly version: number | null;
};
/** An answer as it is stored. One that nobody has touched is of version 0 and has no row. */
export type AnswerRow = Answer & { readonly draft: StoredDraft | null; readonly changedAt: Date | null };
/** All that is stored of an answer except key and version. */
export type AnswerState = Omit<AnswerRow, 'initiativeId' | 'version' | 'changedAt'>;

const text = z.string().nullable();
const draftSchema: z.ZodType<StoredDraft> = z.object({
	content: z.object({
		state: z.enum(states).nullable(),
		progress: z.enum(progressColours).nullable(),
		fulfilment: z.enum(fulfilmentColours).nullable(),
		fulfilmentText: text,
		remark: text,
		colourReason: text,
	}),
	who: z.string(),
	editor: text,
	base: z.number().nullable().default(null),
	version: z.number().nullable().default(null),
});

const batchSize = 1000;
const untouched: Omit<AnswerRow, 'initiativeId'> = {
	status: 'waiting',
	isUnchanged: false,
	colourReason: null,
	answeredBy: null,
	answeredAt: null,
	version: 0,
	draft: null,
	changedAt: null,
};

/** The answers of a round by initiative; what nobody has touched may be left out, see `getAnswer`. */
export async function listAnswers(tx: ReadTx, planId: string, year: number): Promise<Map<string, AnswerRow>> {
	const rows = await tx.db
		.select()
		.from(answer)
		.where(isOfRound(tx, planId, year));
	return new Map(rows.map((row) => [row.initiativeId, toAnswerRow(row)]));
}

/** The answer about one initiative; one of version 0 when nobody has touched it. */
export async function getAnswer(tx: ReadTx, planId: string, year: number, initiativeId: string): Promise<AnswerRow> {
	const [row] = await tx.db
		.select()
		.from(answer)
		.where(and(isOfRound(tx, planId, year), eq(answer.initiativeId, initiativeId)));
	return row ? toAnswerRow(row) : makeUntouched(initiativeId);
}

const answerToSave: Statement<{ year: number; number: string }, (typeof answer.$inferSelect)[], NodePgDatabase> = {
	name: 'answer to save',
	build: (db, value) =>
		db
			.select()
			.from(answer)
			.where(
				and(
					eq(answer.municipalityCode, ownTenant),
					eq(answer.planId, findCurrentPlanId(db)),
					eq(answer.year, value('year')),
					eq(answer.initiativeId, findNumberedId(db, value('number'))),
				),
			)
			.for('update'),
};

/**
 * The answer about one initiative of the plan in force, for one who is about to save it: nobody else saves it until the transaction ends.
 * Undefined when nobody has touched it.
 */
export async function findAnswerToSave(tx: DraftTx, year: number, number: string): Promise<AnswerRow | undefined> {
	const [row] = await tx.ask(answerToSave, { year, number });
	return row && toAnswerRow(row);
}

/** An answer that nobody has touched. */
export function makeUntouched(initiativeId: string): AnswerRow {
	return { ...untouched, initiativeId };
}

/** Adds answers that wait, where there are none yet. */
export async function addAnswers(tx: WriteTx, planId: string, year: number, initiativeIds: readonly string[], at: Date): Promise<void> {
	const rows = initiativeIds.map((initiativeId) => ({
		municipalityCode: tx.tenant,
		planId,
		year,
		initiativeId,
		status: 'waiting' as const,
		changedAt: at,
	}));
	for (let i = 0; i < rows.length; i += batchSize) {
		await tx.db
			.insert(answer)
			.values(rows.slice(i, i + batchSize))
			.onConflictDoNothing();
	}
}

// As the driver takes them: what goes into a prepared statement does not pass through the columns.
type Replacement = Record<'planId' | 'initiativeId' | 'status' | 'changedAt', string> &
	Record<'colourReason' | 'draft' | 'answeredBy' | 'answeredAt', string | null> & { year: number; version: number; isUnchanged: boolean };

const replacement: Statement<Replacement, { rowCount: number | null }, NodePgDatabase> = {
	name: 'replace answer',
	build: (db, value) =>
		db
			.update(answer)
			.set({
				status: sql`${value('status')}`,
				isUnchanged: sql`${value('isUnchanged')}`,
				colourReason: sql`${value('colourReason')}`,
				draft: sql`${value('draft')}`,
				answeredBy: sql`${value('answeredBy')}`,
				answeredAt: sql`${value('answeredAt')}`,
				version: sql`${answer.version} + 1`,
				changedAt: sql`${value('changedAt')}`,
			})
			.where(
				and(
					eq(answer.municipalityCode, ownTenant),
					eq(answer.planId, value('planId')),
					eq(answer.year, value('year')),
					eq(answer.initiativeId, value('initiativeId')),
					eq(answer.version, value('version')),
				),
			),
};

/** Replaces an answer, of which `before` was read, and gives its version now. Throws conflict `answer.changed-meanwhile`. */
export async function saveAnswer(
	tx: DraftTx,
	planId: string,
	year: number,
	before: Pick<AnswerRow, 'initiativeId' | 'version'>,
	after: AnswerState,
	at: Date,
): Promise<number> {
	const { initiativeId, version } = before;
	const { status, isUnchanged, colourReason, draft, answeredBy, answeredAt } = after;
	const columns = { status, isUnchanged, colourReason, draft, answeredBy, answeredAt, changedAt: at };
	if (version === 0) {
		const added = await tx.db
			.insert(answer)
			.values({ ...columns, municipalityCode: tx.tenant, planId, year, initiativeId, version: 1 })
			.onConflictDoNothing();
		checkChanged(added.rowCount, 'answer', initiativeId);
		return 1;
	}
	const { rowCount } = await tx.ask(replacement, {
		...columns,
		draft: draft && JSON.stringify(draft),
		answeredAt: answeredAt && answeredAt.toISOString(),
		changedAt: at.toISOString(),
		...{ planId, year, initiativeId, version },
	});
	checkChanged(rowCount, 'answer', initiativeId);
	return version + 1;
}

/**
 * Notes that what is assessed of these initiatives has changed by another way than an answer, so that who has an older one open is
 * told. Those that wait are answered now, by `who`; what was accepted said something else.
 */
export async function noteAssessed(
	tx: WriteTx,
	planId: string,
	year: number,
	initiativeIds: readonly string[],
	{ who, at }: { readonly who: string; readonly at: Date },
): Promise<void> {
	await addAnswers(tx, planId, year, initiativeIds, at);
	const isWaiting = sql`${answer.status} in ('waiting', 'draft')`;
	for (let i = 0; i < initiativeIds.length; i += batchSize) {
		await tx.db
			.update(answer)
			.set({
				status: sql`case when ${isWaiting} or ${answer.status} = 'accepted' then 'answered' else ${answer.status} end`,
				answeredBy: sql`case when ${isWaiting} then ${who} else ${answer.answeredBy} end`,
				answeredAt: sql`case when ${isWaiting} then ${at.toISOString()}::timestamptz else ${answer.answeredAt} end`,
				isUnchanged: false,
				version: sql`${answer.version} + 1`,
				changedAt: at,
			})
			.where(and(isOfRound(tx, planId, year), inArray(answer.initiativeId, initiativeIds.slice(i, i + batchSize))));
	}
}

/** Lets answers wait again whose assessments were taken away. */
export async function noteUnassessed(tx: WriteTx, planId: string, year: number, initiativeIds: readonly string[], at: Date): Promise<void> {
	if (initiativeIds.length === 0) return;
	await tx.db
		.update(answer)
		.set({
			status: 'waiting',
			isUnchanged: false,
			colourReason: null,
			answeredBy: null,
			answeredAt: null,
			version: sql`${answer.version} + 1`,
			changedAt: at,
		})
		.where(and(isOfRound(tx, planId, year), inArray(answer.initiativeId, [...initiativeIds])));
}

/** Takes answers away that nobody has touched. */
export async function removeAnswers(tx: WriteTx, planId: string, year: number, initiativeIds: readonly string[]): Promise<void> {
	if (initiativeIds.length === 0) return;
	await tx.db.delete(answer).where(and(isOfRound(tx, planId, year), inArray(answer.initiativeId, [...initiativeIds])));
}

function isOfRound(tx: ReadTx, planId: string, year: number) {
	return and(eq(answer.municipalityCode, tx.tenant), eq(answer.planId, planId), eq(answer.year, year));
}

/** An answer from its row. */
export function toAnswerRow(row: typeof answer.$inferSelect): AnswerRow {
	const { initiativeId, status, isUnchanged, colourReason, answeredBy, answeredAt, version, changedAt } = row;
	const draft = row.draft === null ? null : draftSchema.parse(row.draft);
	return { initiativeId, status, isUnchanged, colourReason, answeredBy, answeredAt, version, draft, changedAt };
}
