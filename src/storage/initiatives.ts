import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, getTableColumns, inArray, isNull, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Initiative, Relation } from '#domain/plan/initiative.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import type { SourceCell } from '#domain/shared/source-cell.ts';
import { sourceCellSchema } from './json-schemas.ts';
import { initiative, relation } from './schema/plan.ts';
import { findCurrentPlanId } from './plans.ts';
import { ownTenant, type SelectOnly } from './statements.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import { checkChanged } from './versions.ts';

/** All that is stored of an initiative except id, version and times. This is also what the history keeps of it. */
export type InitiativeContent = Omit<Initiative, 'id' | 'position' | 'version'> & {
	/** Place in the plan's own order; a new one between two others takes a number between theirs. */
	readonly rank: number;
	/** Year of the round that brought it; null when it came with the plan. */
	readonly introducedIn: number | null;
	/** Year of the round from which it is no longer in the plan; null while it is. */
	readonly withdrawnIn: number | null;
	readonly source: SourceCell | null;
};
/** What the plan says of an initiative, apart from its place and how long it belongs to the plan. */
export type PlanFields = Omit<InitiativeContent, 'rank' | 'introducedIn' | 'withdrawnIn' | 'source'>;
export type InitiativeRow = {
	readonly id: string;
	readonly version: number;
	readonly changedAt: Date;
	readonly content: InitiativeContent;
};

const batchSize = 1000;

// Everything but the key's first parts, which the caller knows, and the search words, which only the database reads.
const { municipalityCode: _code, planId: _plan, search: _search, ...columns } = getTableColumns(initiative);
export const initiativeColumns = columns;

/** All initiatives of a plan in its order, withdrawn ones included. */
export async function listInitiativeRows(tx: ReadTx, planId: string): Promise<InitiativeRow[]> {
	const all = tx.db.select(columns).from(initiative).where(isOfPlan(tx, planId)).orderBy(asc(initiative.rank), asc(initiative.id));
	const [rows, relations] = await Promise.all([all, listRelationsOfPlan(tx, planId)]);
	return rows.map((row) => toInitiativeRow(row, relations.get(row.id) ?? []));
}

/**
 * The id of the initiative of the plan in force that bears a number, compared without case and spaces, as a question inside a statement
 * that is kept prepared. The number as it is written is looked for first: what numbers mean is worked out for every initiative. The
 * whole is a question of its own, because under row security only what one answered is looked up in an index.
 */
export function findNumberedId(db: SelectOnly, number: Placeholder): SQL<string> {
	const withNumber = (isMeant: SQL) =>
		db
			.select({ id: initiative.id })
			.from(initiative)
			.where(
				and(
					eq(initiative.municipalityCode, ownTenant),
					eq(initiative.planId, findCurrentPlanId(db)),
					isNull(initiative.withdrawnIn),
					isMeant,
				),
			);
	const fold = (text: SQL) => sql`lower(regexp_replace(${text}, '\\s+', '', 'g'))`;
	const written = withNumber(sql`${initiative.number} = ${number}`);
	const meant = withNumber(sql`${fold(sql`${initiative.number}`)} = ${fold(sql`${number}`)}`);
	return sql<string>`(select coalesce(${written}, ${meant}))`;
}

/** Adds initiatives under the ids given. Throws conflict `initiative.duplicate-number`. */
export async function addInitiatives(
	tx: WriteTx,
	planId: string,
	added: readonly { readonly id: string; readonly content: InitiativeContent }[],
	at: Date,
): Promise<void> {
	for (let i = 0; i < added.length; i += batchSize) {
		const batch = added.slice(i, i + batchSize);
		const key = { municipalityCode: tx.tenant, planId };
		await tx.db.insert(initiative).values(batch.map(({ id, content }) => ({ ...toColumns(content), ...key, id, changedAt: at })));
		await addRelations(tx, planId, batch);
	}
}

/** Replaces what is stored of an initiative, of which `row` was read. Throws conflict `initiative.changed-meanwhile` when it is another version now. */
export async function saveInitiative(tx: WriteTx, planId: string, row: InitiativeRow, content: InitiativeContent, at: Date): Promise<void> {
	const { id, version } = row;
	const changed = await tx.db
		.update(initiative)
		.set({ ...toColumns(content), version: version + 1, changedAt: at })
		.where(and(isOfPlan(tx, planId), eq(initiative.id, id), eq(initiative.version, version)));
	checkChanged(changed.rowCount, 'initiative', content.number);
	if (isDeepStrictEqual(row.content.relations, content.relations)) return;
	await tx.db
		.delete(relation)
		.where(and(eq(relation.municipalityCode, tx.tenant), eq(relation.planId, planId), eq(relation.initiativeId, id)));
	await addRelations(tx, planId, [{ id, content }]);
}

/** Takes initiatives away with their relations. PostgreSQL refuses while a round assesses one of them. */
export async function removeInitiatives(tx: WriteTx, planId: string, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await tx.db.delete(initiative).where(and(isOfPlan(tx, planId), inArray(initiative.id, [...ids])));
}

async function listRelationsOfPlan(tx: ReadTx, planId: string): Promise<Map<string, Relation[]>> {
	const rows = await tx.db
		.select()
		.from(relation)
		.where(and(eq(relation.municipalityCode, tx.tenant), eq(relation.planId, planId)))
		.orderBy(asc(relation.initiativeId), asc(relation.position));
	const relations = new Map<string, Relation[]>();
	for (const { initiativeId, kind, targetNumber } of rows) {
		const own = relations.get(initiativeId);
		if (own) own.push({ kind, targetNumber });
		else relations.set(initiativeId, [{ kind, targetNumber }]);
	}
	return relations;
}

async function addRelations(
	tx: WriteTx,
	planId: string,
	of: readonly { readonly id: string; readonly content: InitiativeContent }[],
): Promise<void> {
	const rows = of.flatMap(({ id, content }) =>
		content.relations.map((one, position) => ({ ...one, municipalityCode: tx.tenant, planId, initiativeId: id, position })),
	);
	for (let i = 0; i < rows.length; i += batchSize) await tx.db.insert(relation).values(rows.slice(i, i + batchSize));
}

function isOfPlan(tx: ReadTx, planId: string) {
	return and(eq(initiative.municipalityCode, tx.tenant), eq(initiative.planId, planId));
}

function toColumns({ quantity, relations: _, ...content }: InitiativeContent) {
	return {
		...content,
		quantityValue: quantity?.value ?? null,
		quantityUnit: quantity?.unit ?? null,
		quantityBasis: quantity?.basis ?? null,
	};
}

/** What `initiativeColumns` give. */
export type SelectedInitiative = Omit<typeof initiative.$inferSelect, 'search' | 'municipalityCode' | 'planId'>;

/** An initiative from its columns and its relations. */
export function toInitiativeRow(row: SelectedInitiative, relations: readonly Relation[]): InitiativeRow {
	const { id, version, changedAt, quantityValue, quantityUnit, quantityBasis, source, startDate, deadline, ...content } = row;
	return {
		id,
		version,
		changedAt,
		content: {
			...content,
			// The column is a date and checked to lie in the calendar's years.
			startDate: startDate as CalendarDate | null,
			deadline: deadline as CalendarDate | null,
			quantity: quantityValue === null || quantityUnit === null ? null : { value: quantityValue, unit: quantityUnit, basis: quantityBasis },
			relations,
			source: source === null ? null : sourceCellSchema.parse(source),
		},
	};
}
