import { randomUUID } from 'node:crypto';
import type { ImportProposal } from '#domain/followup/import-proposal.ts';
import { getNameKey } from '#domain/shared/name-key.ts';
import type { Section } from '#domain/plan/plan.ts';
import { addAssessments, saveAssessment } from '#storage/assessments.ts';
import { appendChanges, type Change, type ChangeOccasion } from '#storage/changes.ts';
import { addInitiatives, saveInitiative } from '#storage/initiatives.ts';
import { saveInitiativeTags } from '#storage/initiative-tags.ts';
import { addPlan, addSections, findPlan, type PlanContent } from '#storage/plans.ts';
import { addRound, saveRound, type RoundContent } from '#storage/status-rounds.ts';
import type { WriteTx } from '#storage/transactions.ts';
import { readStoredPlan, type StoredPlan } from '../plan/plan-record.ts';
import { keepPlanOfRounds } from '../plan/keep-plan-of-rounds.ts';
import { listLapsing, noteImported } from './import-rounds.ts';
import { keepMeasures } from '../plan-changes/keep-measures.ts';
import { listTagChanges } from '../plan/tag-changes.ts';
import { findNextYear, planImport, type PlannedImport } from './plan-import.ts';
import { listUnitMoves, storeUnitMoves } from './unit-moves.ts';

export type StoreProposalInput = {
	/** The plan as it is now; null to make one of `plan`. */
	readonly stored: StoredPlan | null;
	readonly plan: PlanContent;
	readonly proposal: ImportProposal;
	/** The round the proposal belongs to, made when the plan has none of that year, else renamed where it differs; null stores lines without assessments. */
	readonly round: (RoundContent & { readonly year: number }) | null;
	readonly missing: 'keep' | 'remove';
	readonly occasion: ChangeOccasion;
};

export type StoredProposal = {
	readonly planId: string;
	readonly planned: PlannedImport;
	/** Numbers of the initiatives whose accepted answers say something else now. */
	readonly lapsed: readonly string[];
};

/** Writes a proposal and its history in the transaction given: plan, sections, lines, round and assessments. */
export async function storeProposal(tx: WriteTx, input: StoreProposalInput): Promise<StoredProposal> {
	const { proposal, occasion, round } = input;
	const changes: Change[] = [];
	const stored = input.stored ?? (await makePlan(tx, input.plan, occasion, changes));
	const planId = stored.row.id;
	const sections = await addMissingSections(tx, stored, proposal, changes);
	const nextYear = round && findNextYear(stored, round.year);
	const planned = planImport({
		stored,
		proposal,
		year: round?.year ?? null,
		nextYear,
		sections,
		introducedIn: input.stored ? (round?.year ?? null) : null,
		missing: input.missing,
		makeId: randomUUID,
	});
	const lapsed = round ? await listLapsing(tx, stored, round.year, planned) : [];
	// An older document tells of its year alone.
	const moves = nextYear === null ? await listUnitMoves(tx, planId, planned) : [];
	await addInitiatives(tx, planId, planned.added, occasion.at);
	for (const { row, content } of [...planned.changed, ...planned.removed]) await saveInitiative(tx, planId, row, content, occasion.at);
	// A number that the document leaves out, and a later one uses again, is not its measures' any more.
	const { who, at } = occasion;
	await keepMeasures({ tx, plan: { id: planId }, rows: stored.initiatives, events: [], who, at });
	await saveInitiativeTags(tx, planId, new Map(planned.tagged.map(({ initiativeId, after }) => [initiativeId, after])));
	if (round) {
		await storeRound(tx, stored, round, planned, occasion.at, changes);
		await noteImported(tx, planId, round.year, planned, occasion);
	}
	changes.push(...listLineChanges(planId, planned, round?.year ?? null));
	await appendChanges(tx, occasion, changes);
	await storeUnitMoves(tx, planId, moves, occasion);
	return { planId, planned, lapsed };
}

async function makePlan(tx: WriteTx, content: PlanContent, occasion: ChangeOccasion, changes: Change[]): Promise<StoredPlan> {
	const id = await addPlan(tx, content, occasion.at);
	changes.push({ entity: 'plan', action: 'added', planId: id, entityId: id, year: null, before: null, after: content });
	const row = await findPlan(tx, id);
	if (!row) throw new Error('a plan just added cannot be read');
	return readStoredPlan(tx, row, { publicOnly: false });
}

async function addMissingSections(tx: WriteTx, stored: StoredPlan, proposal: ImportProposal, changes: Change[]): Promise<Section[]> {
	const titles = new Map<string, string>();
	for (const { draft } of proposal.rows) if (draft?.section) titles.set(getNameKey(draft.section), draft.section);
	for (const { title } of stored.sections) titles.delete(getNameKey(title));
	const added = await addSections(tx, stored.row.id, [...titles.values()]);
	for (const { id, title, position } of added) {
		const after = { title, position };
		changes.push({ entity: 'section', action: 'added', planId: stored.row.id, entityId: id, year: null, before: null, after });
	}
	return [...stored.sections, ...added];
}

async function storeRound(
	tx: WriteTx,
	stored: StoredPlan,
	{ year, ...content }: NonNullable<StoreProposalInput['round']>,
	{ assessed, reassessed }: PlannedImport,
	at: Date,
	changes: Change[],
): Promise<void> {
	const planId = stored.row.id;
	const known = stored.rounds.find(({ round }) => round.year === year)?.round;
	if (!known) {
		await addRound(tx, planId, year, content, at);
		await keepPlanOfRounds(tx, stored, year);
		changes.push({ entity: 'round', action: 'added', planId, entityId: String(year), year, before: null, after: content });
	} else if (known.title !== content.title || known.statusDate !== content.statusDate) {
		const { title, statusDate, source } = known;
		await saveRound(tx, planId, known, content, at);
		const before = { title, statusDate, source };
		changes.push({ entity: 'round', action: 'changed', planId, entityId: String(year), year, before, after: content });
	}
	await addAssessments(tx, planId, year, assessed, at);
	for (const each of reassessed) await saveAssessment(tx, planId, each.key, each.content, at);
}

function listLineChanges(planId: string, planned: PlannedImport, year: number | null): Change[] {
	const initiative = { entity: 'initiative', planId, year: null } as const;
	const assessment = { entity: 'assessment', planId, year } as const;
	return [
		...planned.added.map(({ id, content }) => ({ ...initiative, action: 'added' as const, entityId: id, before: null, after: content })),
		...[...planned.changed, ...planned.removed].map(({ row, content }) => ({
			...initiative,
			action: 'changed' as const,
			entityId: row.id,
			before: row.content,
			after: content,
		})),
		...planned.tagged.map(({ initiativeId, before, after }) => ({
			...initiative,
			action: 'changed' as const,
			entityId: initiativeId,
			...listTagChanges(before, after),
		})),
		...planned.assessed.map((each) => ({
			...assessment,
			action: 'added' as const,
			entityId: each.initiativeId,
			before: null,
			after: each.content,
		})),
		...planned.reassessed.map((each) => ({
			...assessment,
			action: 'changed' as const,
			entityId: each.key.initiativeId,
			before: each.before,
			after: each.content,
		})),
	];
}
