import { isDeepStrictEqual } from 'node:util';
import type { DraftInitiative } from '#domain/followup/draft-initiative.ts';
import type { ImportProposal, ProposalField, ProposalRow } from '#domain/followup/import-proposal.ts';
import { tagKinds, type InitiativeTag } from '#domain/plan/initiative.ts';
import { listRelations } from '#domain/plan/find-relations.ts';
import { getNameKey } from '#domain/shared/name-key.ts';
import type { Section } from '#domain/plan/plan.ts';
import type { AssessmentContent, AssessmentKey } from '#storage/assessments.ts';
import type { ImportCounts } from '#storage/imports.ts';
import type { InitiativeContent, InitiativeRow } from '#storage/initiatives.ts';
import type { StoredPlan } from '../plan/plan-record.ts';
import { placeRows } from './place-rows.ts';

type Added = { readonly id: string; readonly content: InitiativeContent };
type Changed = { readonly row: InitiativeRow; readonly content: InitiativeContent };
type Assessed = { readonly initiativeId: string; readonly content: AssessmentContent };
type Tagged = { readonly initiativeId: string; readonly before: readonly InitiativeTag[]; readonly after: readonly InitiativeTag[] };
type Reassessed = { readonly key: AssessmentKey; readonly before: AssessmentContent; readonly content: AssessmentContent };

/** What storing a proposal changes, before anything is written. */
export type PlannedImport = {
	readonly added: readonly Added[];
	readonly changed: readonly Changed[];
	readonly assessed: readonly Assessed[];
	readonly reassessed: readonly Reassessed[];
	/** All tags of the initiatives that get others. */
	readonly tagged: readonly Tagged[];
	/** Initiatives taken out of the plan because the document lacks them. */
	readonly removed: readonly Changed[];
};

export type PlanImportInput = {
	readonly stored: StoredPlan;
	readonly proposal: ImportProposal;
	/** Year of the round; null stores the plan's lines without assessments. */
	readonly year: number | null;
	/**
	 * Year of the round after this one; null when this is the newest. An older document tells of its year alone: what it adds is
	 * gone from the next round on, what it lacks stays, and what its remarks say of others does not hold for the plan now.
	 */
	readonly nextYear: number | null;
	/** Sections of the plan, those the document brings included. */
	readonly sections: readonly Section[];
	/** Year that added lines are marked with; null when they come with the plan. */
	readonly introducedIn: number | null;
	readonly missing: 'keep' | 'remove';
	/** Gives each added initiative its id. */
	readonly makeId: () => string;
};

/** Works out, cell by cell as the proposal shows it, what is added and what is changed. Pure. */
export function planImport(input: PlanImportInput): PlannedImport {
	const { stored, proposal, year, introducedIn, nextYear } = input;
	const isNewest = year !== null && nextYear === null;
	const known = new Map(stored.initiatives.map((row) => [row.id, row]));
	const places = placeRows(stored, proposal);
	const sectionIds = new Map(input.sections.map((section) => [getNameKey(section.title), section.id]));
	const planned = {
		added: [] as Added[],
		changed: [] as Changed[],
		assessed: [] as Assessed[],
		reassessed: [] as Reassessed[],
		tagged: [] as Tagged[],
	};
	for (const row of proposal.rows) {
		if (!row.draft) continue;
		const initiative = known.get(row.initiativeId ?? '');
		const id = initiative?.id ?? input.makeId();
		const before = year === null ? undefined : stored.assessments.get(year)?.get(id)?.assessment;
		const assessment = before ? changeAssessment(before, row, row.draft) : getContent(row.draft);
		if (year !== null && !before) planned.assessed.push({ initiativeId: id, content: assessment });
		else if (year !== null && before && isChanged(getContent(before), assessment)) {
			planned.reassessed.push({
				key: { initiativeId: id, year, version: before.version },
				before: getContent(before),
				content: assessment,
			});
		}
		const sectionId = row.draft.section === null ? null : (sectionIds.get(getNameKey(row.draft.section)) ?? null);
		const start = initiative?.content ?? {
			...nothingPlanned,
			number: row.draft.number,
			rank: places.get(row) ?? 0,
			introducedIn,
			withdrawnIn: nextYear,
		};
		const relating = isNewest || !initiative ? assessment.remark : undefined;
		const content = changeInitiative(start, row, row.draft, sectionId, relating);
		const tags = stored.tags.get(id) ?? [];
		const tagsAfter = changeTags(tags, row, row.draft);
		if (tagsAfter !== tags) planned.tagged.push({ initiativeId: id, before: tags, after: tagsAfter });
		if (!initiative) planned.added.push({ id, content });
		else if (isChanged(initiative.content, content)) planned.changed.push({ row: initiative, content });
	}
	return { ...planned, removed: input.missing === 'remove' && isNewest ? listRemoved(known, proposal, year) : [] };
}

/** The year of the round after this one; null when this is the newest. */
export function findNextYear({ rounds }: StoredPlan, year: number): number | null {
	// Newest first, so the last later one is the next.
	return rounds.findLast(({ round }) => round.year > year)?.round.year ?? null;
}

/**
 * How many of the document's lines storing adds, changes and leaves. A line of a new round is always assessed; it has changed when it
 * differs from what it was compared with.
 */
export function countPlanned({ rows, counts }: ImportProposal, planned: PlannedImport): ImportCounts {
	const assessed = new Set(planned.assessed.map(({ initiativeId }) => initiativeId));
	const written = new Set([
		...planned.changed.map(({ row }) => row.id),
		...planned.reassessed.map(({ key }) => key.initiativeId),
		...planned.tagged.map(({ initiativeId }) => initiativeId),
	]);
	const changed = rows.filter(({ initiativeId, kind, draft }) => {
		if (!draft || initiativeId === null) return false;
		return written.has(initiativeId) || (kind === 'changed' && assessed.has(initiativeId));
	}).length;
	const added = planned.added.length;
	const told = rows.filter(({ draft }) => draft !== null).length;
	return { added, changed, unchanged: told - added - changed, missing: counts.missing, removed: planned.removed.length };
}

const initiativeFields = [
	'title',
	'sector',
	'startDate',
	'deadline',
	'priority',
	'priorityText',
	'responsible',
	'budget',
	'co2Relation',
	'co2RelationText',
	'sphere',
	'quantity',
] as const satisfies readonly (ProposalField & keyof InitiativeContent & keyof DraftInitiative)[];
const assessmentFields = [
	'state',
	'stateText',
	'progress',
	'fulfilment',
	'fulfilmentText',
	'remark',
] as const satisfies readonly (ProposalField & keyof AssessmentContent & keyof DraftInitiative)[];

const nothingPlanned: Omit<InitiativeContent, 'number' | 'rank' | 'introducedIn' | 'withdrawnIn'> = {
	sectionId: null,
	title: '',
	sector: null,
	startDate: null,
	deadline: null,
	priority: null,
	priorityText: null,
	responsible: null,
	budget: null,
	co2Relation: null,
	co2RelationText: null,
	sphere: null,
	quantity: null,
	relations: [],
	source: null,
};

function changeAssessment(before: AssessmentContent, row: ProposalRow, draft: DraftInitiative): AssessmentContent {
	return { ...getContent(before), ...takeCells(row, draft, assessmentFields), source: draft.source };
}

function changeInitiative(
	before: InitiativeContent,
	row: ProposalRow,
	draft: DraftInitiative,
	sectionId: string | null,
	remark: string | null | undefined,
): InitiativeContent {
	const section = isTouched(row, 'section') ? { sectionId } : {};
	const content = { ...before, ...takeCells(row, draft, initiativeFields), ...section, source: draft.source };
	return remark === undefined ? content : { ...content, relations: listRelations({ ...content, remark }) };
}

/** The tags with those kinds taken from the document that the proposal shows as changing; the same list when none does. */
function changeTags(before: readonly InitiativeTag[], row: ProposalRow, draft: DraftInitiative): readonly InitiativeTag[] {
	const kinds = tagKinds.filter((kind) => isTouched(row, kind));
	if (kinds.length === 0) return before;
	const taken = kinds.flatMap((kind) => draft[kind].map((value) => ({ kind, value })));
	return [...before.filter(({ kind }) => !kinds.includes(kind)), ...taken];
}

/** The draft's values of those fields whose cells the proposal shows as changing. */
function takeCells<Field extends ProposalField & keyof DraftInitiative>(
	row: ProposalRow,
	draft: DraftInitiative,
	fields: readonly Field[],
): Partial<Pick<DraftInitiative, Field>> {
	const taken = fields.filter((field) => isTouched(row, field)).map((field) => [field, draft[field]]);
	return Object.fromEntries(taken) as Partial<Pick<DraftInitiative, Field>>;
}

function isTouched(row: ProposalRow, field: ProposalField): boolean {
	const kind = row.cells.find((cell) => cell.field === field)?.kind;
	return kind === 'added' || kind === 'changed' || kind === 'cleared';
}

/** Where it was read alone is no change: a document that says the same leaves everything as it is. */
function isChanged<Content extends { readonly source: unknown }>(before: Content, after: Content): boolean {
	return !isDeepStrictEqual({ ...before, source: null }, { ...after, source: null });
}

/** What is assessed, of a stored assessment or of a draft. In a new round the whole draft counts, whatever the round before said. */
function getContent({ state, stateText, progress, fulfilment, fulfilmentText, remark, source }: AssessmentContent): AssessmentContent {
	return { state, stateText, progress, fulfilment, fulfilmentText, remark, source };
}

function listRemoved(known: ReadonlyMap<string, InitiativeRow>, proposal: ImportProposal, year: number): Changed[] {
	return proposal.rows.flatMap(({ draft, initiativeId }) => {
		const row = draft ? undefined : known.get(initiativeId ?? '');
		return row ? [{ row, content: { ...row.content, withdrawnIn: year } }] : [];
	});
}
