import { and, asc, eq, getTableColumns, inArray, type SQL } from 'drizzle-orm';
import type { Assessment } from '#domain/followup/assessment.ts';
import { findNumberedId } from './initiatives.ts';
import { sourceCellSchema } from './json-schemas.ts';
import { findCurrentPlanId } from './plans.ts';
import { assessment } from './schema/followup.ts';
import { ownTenant, type SelectOnly, type Statement } from './statements.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import { checkChanged } from './versions.ts';

/** All that is stored of an assessment except its key, version and times. This is also what the history keeps of it. */
export type AssessmentContent = Omit<Assessment, 'initiativeId' | 'year' | 'version'>;
export type AssessmentRow = { readonly assessment: Assessment; readonly changedAt: Date };

const batchSize = 1000;

const { municipalityCode: _code, planId: _plan, search: _search, ...columns } = getTableColumns(assessment);

type Selected = Omit<typeof assessment.$inferSelect, 'municipalityCode' | 'planId' | 'search'>;

/** The assessments of all rounds of a plan, oldest round first. */
export async function listAssessments(tx: ReadTx, planId: string): Promise<AssessmentRow[]> {
	const rows = await tx.db
		.select(columns)
		.from(assessment)
		.where(and(eq(assessment.municipalityCode, tx.tenant), eq(assessment.planId, planId)))
		.orderBy(asc(assessment.year), asc(assessment.initiativeId));
	return rows.map(toAssessmentRow);
}

const selectOwn = (db: SelectOnly, ...which: readonly SQL[]) =>
	db
		.select(columns)
		.from(assessment)
		.where(and(eq(assessment.municipalityCode, ownTenant), ...which));

const ofInitiative: Statement<{ planId: string; initiativeId: string }, Selected[]> = {
	name: 'assessments of an initiative',
	build: (db, value) =>
		selectOwn(db, eq(assessment.planId, value('planId')), eq(assessment.initiativeId, value('initiativeId'))).orderBy(asc(assessment.year)),
};

/** The assessments of one initiative in all rounds of a plan, oldest round first. */
export async function listAssessmentsOf(tx: ReadTx, planId: string, initiativeId: string): Promise<AssessmentRow[]> {
	return (await tx.ask(ofInitiative, { planId, initiativeId })).map(toAssessmentRow);
}

function toAssessmentRow({ changedAt, source, ...row }: Selected): AssessmentRow {
	return { assessment: { ...row, source: source === null ? null : sourceCellSchema.parse(source) }, changedAt };
}

const inRound: Statement<{ planId: string; year: number; initiativeId: string }, Selected[]> = {
	name: 'assessment in a round',
	build: (db, value) =>
		selectOwn(
			db,
			eq(assessment.planId, value('planId')),
			eq(assessment.year, value('year')),
			eq(assessment.initiativeId, value('initiativeId')),
		),
};

/** The assessment of one initiative in one round. */
export async function findAssessment(tx: ReadTx, planId: string, year: number, initiativeId: string): Promise<Assessment | undefined> {
	const [row] = await tx.ask(inRound, { planId, year, initiativeId });
	return row && toAssessmentRow(row).assessment;
}

const ofNumber: Statement<{ year: number; number: string }, Selected[]> = {
	name: 'assessment of a number',
	build: (db, value) =>
		selectOwn(
			db,
			eq(assessment.planId, findCurrentPlanId(db)),
			eq(assessment.year, value('year')),
			eq(assessment.initiativeId, findNumberedId(db, value('number'))),
		),
};

/** The assessment in one round of the initiative that bears a number in the plan in force. */
export async function findNumberedAssessment(tx: ReadTx, year: number, number: string): Promise<Assessment | undefined> {
	const [row] = await tx.ask(ofNumber, { year, number });
	return row && toAssessmentRow(row).assessment;
}

/** Adds assessments to a round that has none for these initiatives. */
export async function addAssessments(
	tx: WriteTx,
	planId: string,
	year: number,
	added: readonly { readonly initiativeId: string; readonly content: AssessmentContent }[],
	at: Date,
): Promise<void> {
	const rows = added.map(({ initiativeId, content }) => ({
		...content,
		municipalityCode: tx.tenant,
		planId,
		year,
		initiativeId,
		changedAt: at,
	}));
	for (let i = 0; i < rows.length; i += batchSize) await tx.db.insert(assessment).values(rows.slice(i, i + batchSize));
}

/** Which initiative in which round, in which version. */
export type AssessmentKey = { readonly initiativeId: string; readonly year: number; readonly version: number };

/** Replaces an assessment. Throws conflict `assessment.changed-meanwhile` when its version is another. */
export async function saveAssessment(tx: WriteTx, planId: string, key: AssessmentKey, content: AssessmentContent, at: Date): Promise<void> {
	const changed = await tx.db
		.update(assessment)
		.set({ ...content, version: key.version + 1, changedAt: at })
		.where(and(isOfRound(tx, planId, key.year), eq(assessment.initiativeId, key.initiativeId), eq(assessment.version, key.version)));
	checkChanged(changed.rowCount, 'assessment', key.initiativeId);
}

/** Takes assessments of one round away. */
export async function removeAssessments(tx: WriteTx, planId: string, year: number, initiativeIds: readonly string[]): Promise<void> {
	if (initiativeIds.length === 0) return;
	await tx.db.delete(assessment).where(and(isOfRound(tx, planId, year), inArray(assessment.initiativeId, [...initiativeIds])));
}

function isOfRound(tx: ReadTx, planId: string, year: number) {
	return and(eq(assessment.municipalityCode, tx.tenant), eq(assessment.planId, planId), eq(assessment.year, year));
}
