import { and, asc, desc, eq, max, sql } from 'drizzle-orm';
import type { PlanFigure, Section } from '#domain/plan/plan.ts';
import type { LegendKey } from './legends.ts';
import { plan, planFigure, section } from './schema/plan.ts';
import { ownTenant, type SelectOnly } from './statements.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** What a plan says of itself, without its lines. This is also what the history keeps of it. */
export type PlanContent = {
	readonly title: string;
	readonly periodStart: number | null;
	readonly periodEnd: number | null;
	readonly legend: LegendKey | null;
	readonly source: string;
	readonly isPublic: boolean;
};
export type PlanRow = PlanContent & { readonly id: string; readonly version: number; readonly changedAt: Date };

const newestFirst = [sql`${plan.periodStart} desc nulls last`, desc(plan.addedAt), asc(plan.id)];

/** The plan in force: the one whose period begins last. With `publicOnly` an unpublished plan does not count. */
export async function findCurrentPlan(tx: ReadTx, { publicOnly }: { publicOnly: boolean }): Promise<PlanRow | undefined> {
	const own = eq(plan.municipalityCode, tx.tenant);
	const rows = await tx.db
		.select()
		.from(plan)
		.where(publicOnly ? and(own, eq(plan.isPublic, true)) : own)
		.orderBy(...newestFirst)
		.limit(1);
	return rows[0] && toPlanRow(rows[0]);
}

/** The id of the plan in force, an unpublished one too, as a question inside a statement that is kept prepared. */
export function findCurrentPlanId(db: SelectOnly) {
	return db
		.select({ id: plan.id })
		.from(plan)
		.where(eq(plan.municipalityCode, ownTenant))
		.orderBy(...newestFirst)
		.limit(1);
}

/** A plan by its id. */
export async function findPlan(tx: ReadTx, planId: string): Promise<PlanRow | undefined> {
	const rows = await tx.db.select().from(plan).where(isPlan(tx, planId));
	return rows[0] && toPlanRow(rows[0]);
}

/** Adds a plan and gives its id. */
export async function addPlan(tx: WriteTx, content: PlanContent, at: Date): Promise<string> {
	const rows = await tx.db
		.insert(plan)
		.values({ ...toColumns(content), municipalityCode: tx.tenant, addedAt: at, changedAt: at })
		.returning({ id: plan.id });
	return String(rows[0]?.id);
}

/** Gives a plan another reading guide, or none. */
export async function setPlanLegend(tx: WriteTx, planId: string, key: LegendKey | null, at: Date): Promise<void> {
	await tx.db
		.update(plan)
		.set({ legendId: key?.id ?? null, legendVersion: key?.version ?? null, version: sql`${plan.version} + 1`, changedAt: at })
		.where(isPlan(tx, planId));
}

/** Takes a plan away. PostgreSQL refuses while anything belongs to it except its figures, which go with it. */
export async function removePlan(tx: WriteTx, planId: string): Promise<void> {
	await tx.db.delete(planFigure).where(and(eq(planFigure.municipalityCode, tx.tenant), eq(planFigure.planId, planId)));
	await tx.db.delete(plan).where(isPlan(tx, planId));
}

/** The plan's headings in their order. */
export async function listSections(tx: ReadTx, planId: string): Promise<Section[]> {
	return tx.db
		.select({ id: section.id, title: section.title, position: section.position })
		.from(section)
		.where(and(eq(section.municipalityCode, tx.tenant), eq(section.planId, planId)))
		.orderBy(asc(section.position), asc(section.id));
}

/** Adds headings after those that are there, in the order given, and gives them back with ids and positions. */
export async function addSections(tx: WriteTx, planId: string, titles: readonly string[]): Promise<Section[]> {
	if (titles.length === 0) return [];
	const own = and(eq(section.municipalityCode, tx.tenant), eq(section.planId, planId));
	const [last] = await tx.db
		.select({ position: max(section.position) })
		.from(section)
		.where(own);
	const first = (last?.position ?? -1) + 1;
	return tx.db
		.insert(section)
		.values(titles.map((title, i) => ({ municipalityCode: tx.tenant, planId, title, position: first + i })))
		.returning({ id: section.id, title: section.title, position: section.position });
}

/** Takes a heading away. PostgreSQL refuses while an initiative stands under it. */
export async function removeSection(tx: WriteTx, planId: string, sectionId: string): Promise<void> {
	const own = and(eq(section.municipalityCode, tx.tenant), eq(section.planId, planId), eq(section.id, sectionId));
	await tx.db.delete(section).where(own);
}

/** The figures the plan itself states, in its order. */
export async function listPlanFigures(tx: ReadTx, planId: string): Promise<PlanFigure[]> {
	return tx.db
		.select({ label: planFigure.label, value: planFigure.value, unit: planFigure.unit, year: planFigure.year, source: planFigure.source })
		.from(planFigure)
		.where(and(eq(planFigure.municipalityCode, tx.tenant), eq(planFigure.planId, planId)))
		.orderBy(asc(planFigure.position));
}

/** Adds the figures of a plan that has none. */
export async function addPlanFigures(tx: WriteTx, planId: string, figures: readonly PlanFigure[]): Promise<void> {
	if (figures.length === 0) return;
	await tx.db.insert(planFigure).values(figures.map((figure, position) => ({ ...figure, municipalityCode: tx.tenant, planId, position })));
}

function isPlan(tx: ReadTx, planId: string) {
	return and(eq(plan.municipalityCode, tx.tenant), eq(plan.id, planId));
}

function toColumns({ legend, ...content }: PlanContent) {
	return { ...content, legendId: legend?.id ?? null, legendVersion: legend?.version ?? null };
}

/** A plan from its row. */
export function toPlanRow(row: typeof plan.$inferSelect): PlanRow {
	const { id, title, periodStart, periodEnd, legendId, legendVersion, source, isPublic, version, changedAt } = row;
	const legend = toLegendKey({ legendId, legendVersion });
	return { id, title, periodStart, periodEnd, legend, source, isPublic, version, changedAt };
}

/** The reading guide that two columns name; null when they name none. */
export function toLegendKey({ legendId, legendVersion }: { legendId: string | null; legendVersion: number | null }): LegendKey | null {
	return legendId === null || legendVersion === null ? null : { id: legendId, version: legendVersion };
}
