import { removeAssessments, saveAssessment, listAssessments } from '#storage/assessments.ts';
import type { Change } from '#storage/changes.ts';
import { tagKinds, type InitiativeTag } from '#domain/plan/initiative.ts';
import { listInitiativeTags, saveInitiativeTags } from '#storage/initiative-tags.ts';
import { listInitiativeRows, removeInitiatives, saveInitiative } from '#storage/initiatives.ts';
import { assessmentContentSchema, initiativeContentSchema, roundContentSchema } from '#storage/content-schemas.ts';
import { removePlan, removeSection } from '#storage/plans.ts';
import { removeNewestRoundLines, saveRoundLines } from '#storage/round-lines.ts';
import { listRounds, removeRound, saveRound } from '#storage/status-rounds.ts';
import type { WriteTx } from '#storage/transactions.ts';
import { readTagsBefore } from '../plan/tag-changes.ts';

/**
 * Gives everything that an import's changes tell of its earlier content: what was added goes, what was changed goes back, also
 * where the import's round, of `year`, has kept it for being no longer the newest.
 */
export async function restoreContent(tx: WriteTx, changes: readonly Change[], year: number, at: Date): Promise<void> {
	const planId = changes[0]?.planId;
	if (planId === undefined) return;
	const listed = (entity: Change['entity'], action: Change['action']) =>
		changes.filter((change) => change.entity === entity && change.action === action);
	// What refers to a thing goes before the thing.
	await restoreAssessments(tx, planId, listed('assessment', 'changed'), at);
	for (const [year, ids] of groupByYear(listed('assessment', 'added'))) await removeAssessments(tx, planId, year, ids);
	await restoreTags(tx, planId, listed('initiative', 'changed'));
	const rewritten = listed('initiative', 'changed').filter((change) => readTagsBefore(change) === undefined);
	await restoreInitiatives(tx, planId, rewritten, at);
	const kept = rewritten.map(({ entityId, before }) => [entityId, initiativeContentSchema.parse(before)] as const);
	await saveRoundLines(tx, planId, year, new Map(kept));
	const added = listed('initiative', 'added').map(({ entityId }) => entityId);
	await removeInitiatives(tx, planId, added);
	await restoreRounds(tx, planId, listed('round', 'changed'), at);
	if (listed('round', 'added').length > 0) {
		await removeRound(tx, planId, year);
		await removeNewestRoundLines(tx, planId);
	}
	for (const { entityId } of listed('section', 'added')) await removeSection(tx, planId, entityId);
	if (listed('plan', 'added').length > 0) await removePlan(tx, planId);
}

async function restoreAssessments(tx: WriteTx, planId: string, changes: readonly Change[], at: Date): Promise<void> {
	if (changes.length === 0) return;
	const versions = new Map(
		(await listAssessments(tx, planId)).map(({ assessment }) => [getKey(assessment.year, assessment.initiativeId), assessment.version]),
	);
	for (const { entityId, year, before } of changes) {
		const version = versions.get(getKey(year, entityId));
		if (year === null || version === undefined) continue;
		await saveAssessment(tx, planId, { initiativeId: entityId, year, version }, assessmentContentSchema.parse(before), at);
	}
}

async function restoreRounds(tx: WriteTx, planId: string, changes: readonly Change[], at: Date): Promise<void> {
	if (changes.length === 0) return;
	const rounds = (await listRounds(tx, planId, { publicOnly: false })).map(({ round }) => round);
	for (const { year, before } of changes) {
		const round = rounds.find((each) => each.year === year);
		if (round) await saveRound(tx, planId, round, roundContentSchema.parse(before), at);
	}
}

async function restoreTags(tx: WriteTx, planId: string, changes: readonly Change[]): Promise<void> {
	const was = changes.flatMap((change) => {
		const values = readTagsBefore(change);
		return values ? [{ id: change.entityId, values }] : [];
	});
	if (was.length === 0) return;
	const stored = await listInitiativeTags(tx, planId);
	const tags = was.map(({ id, values }): [string, InitiativeTag[]] => {
		const others = (stored.get(id) ?? []).filter(({ kind }) => values[kind] === undefined);
		return [id, [...others, ...tagKinds.flatMap((kind) => (values[kind] ?? []).map((value) => ({ kind, value })))]];
	});
	await saveInitiativeTags(tx, planId, new Map(tags));
}

async function restoreInitiatives(tx: WriteTx, planId: string, changes: readonly Change[], at: Date): Promise<void> {
	if (changes.length === 0) return;
	const rows = new Map((await listInitiativeRows(tx, planId)).map((row) => [row.id, row]));
	for (const { entityId, before } of changes) {
		const row = rows.get(entityId);
		if (row) await saveInitiative(tx, planId, row, initiativeContentSchema.parse(before), at);
	}
}

function groupByYear(changes: readonly Change[]): Map<number, string[]> {
	const groups = new Map<number, string[]>();
	for (const { year, entityId } of changes) {
		if (year !== null) groups.set(year, [...(groups.get(year) ?? []), entityId]);
	}
	return groups;
}

function getKey(year: number | null, id: string): string {
	return `${year} ${id}`;
}
