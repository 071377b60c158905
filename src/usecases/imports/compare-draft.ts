import { createHash } from 'node:crypto';
import { proposeChanges, type ImportProposal, type StoredFollowUp } from '#domain/followup/import-proposal.ts';
import { getNumberKey } from '#domain/plan/number-key.ts';
import type { DraftField, DraftInitiative } from '#domain/followup/draft-initiative.ts';
import type { StatusRound } from '#domain/followup/status-round.ts';
import { listTagValues, type TagKind } from '#domain/plan/initiative.ts';
import { readCo2Relation, readPriority, readState, type WordAnswer } from '#importers/words.ts';
import { getLegend, getLines, getPlan, type PlanRecord } from '../plan/plan-record.ts';

/** What the assessments of a round are made of, of which a document has some columns. */
const statusFields = ['state', 'progress', 'fulfilment', 'remark'] as const satisfies readonly DraftField[];

/**
 * What a document would change in the register, were it taken in as the round of `year`. A round that is not there yet is
 * compared with the one before: what the person is shown is what differs since then, and what the document says nothing of is
 * shown as gone, for nothing is carried over into the new round.
 */
export function compareDraft(record: PlanRecord, year: number, drafts: readonly DraftInitiative[]): ImportProposal {
	const stored = getStoredFollowUp(record, year);
	const own = stored && hasLaterRound(record, year) ? keepPlanFields(stored, drafts) : drafts;
	const isNew = findComparedYear(record, year) !== year;
	const compared = stored ? dropPlainWords(stored, own, isNew) : own;
	const proposal = proposeChanges(stored, compared);
	if (!speaksOfStatus(proposal)) return dropAssessing(proposal);
	return isNew ? proposeChanges(stored, compared, [...new Set([...proposal.fields, ...statusFields])]) : proposal;
}

/** The year whose assessments a document of `year` is compared with: its own when that round exists, else the last one before. */
export function findComparedYear({ stored }: PlanRecord, year: number): number | null {
	// Newest first.
	return stored?.rounds.find(({ round }) => round.year <= year)?.round.year ?? null;
}

/** The round of that year; null when there is none yet. */
export function findRound({ stored }: PlanRecord, year: number): StatusRound | null {
	return stored?.rounds.find(({ round }) => round.year === year)?.round ?? null;
}

/** Whether the document says how far anything is. One that does not makes no round. */
export function speaksOfStatus({ fields }: ImportProposal): boolean {
	return statusFields.some((field) => fields.includes(field));
}

/** A line is not changed by being assessed when the document assesses nothing. */
function dropAssessing(proposal: ImportProposal): ImportProposal {
	const changes = ['added', 'changed', 'cleared'];
	const rows = proposal.rows.map((row) =>
		row.kind === 'changed' && !row.cells.some((cell) => changes.includes(cell.kind)) ? { ...row, kind: 'unchanged' as const } : row,
	);
	const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
	return { ...proposal, rows, counts: { ...proposal.counts, changed: count('changed'), unchanged: count('unchanged') } };
}

/** Whether the plan already has a round after this one. An older document then tells of its year, not of the plan as it is now. */
export function hasLaterRound({ stored }: PlanRecord, year: number): boolean {
	return stored?.rounds.some(({ round }) => round.year > year) ?? false;
}

/**
 * A fingerprint of everything the comparison looked at: the same as long as neither the plan, its lines nor the round it is
 * compared with has changed.
 */
export function getBasis(record: PlanRecord, year: number): string {
	const { stored } = record;
	const compared = findComparedYear(record, year) ?? year;
	const assessments = [...(stored?.assessments.get(compared)?.values() ?? [])].map(({ assessment }) => assessment);
	const facts = stored && [
		[stored.row.id, stored.row.version],
		stored.rounds.map(({ round }) => [round.year, round.version]),
		stored.sections.map(({ id }) => id),
		stored.initiatives.map(({ id, version }) => [id, version]),
		[...stored.tags],
		assessments.map(({ initiativeId, version }) => [initiativeId, version]).sort(),
	];
	return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/**
 * The plan's lines with the assessments they are compared with; the round need not exist yet. They are the present ones, but for an older
 * year those of that year: it knows lines that were taken out since, and not those that came later.
 */
function getStoredFollowUp(record: PlanRecord, year: number): StoredFollowUp | null {
	const { municipality, stored } = record;
	if (!stored) return null;
	const plan = getPlan(municipality.code, stored, hasLaterRound(record, year) ? year : null);
	const known = stored.rounds.find((each) => each.round.year === year)?.round;
	const round = known ?? { planId: plan.id, year, title: '', statusDate: null, source: '', version: 0 };
	return {
		municipality,
		plan,
		legend: getLegend(stored, year),
		round,
		lines: getLines(stored, plan, findComparedYear(record, year)),
		tags: stored.tags,
	};
}

/**
 * The drafts without words that only name the value that is stored already. A state chosen on the site has no words of a
 * document; taken out in a report and in again, "Igangsat" is not a text to keep beside it. In a new round it is: there the
 * document's word is the first that is said.
 */
function dropPlainWords({ lines }: StoredFollowUp, drafts: readonly DraftInitiative[], isNewRound: boolean): DraftInitiative[] {
	const known = new Map(lines.map((line) => [getNumberKey(line.initiative.number), line]));
	return drafts.map((draft) => {
		const line = known.get(getNumberKey(draft.number));
		if (!line) return draft;
		const { initiative, assessment } = line;
		const { stateText, priorityText, co2RelationText } = draft;
		return {
			...draft,
			stateText: !isNewRound && isPlain(assessment?.state, assessment?.stateText, stateText, readState) ? null : stateText,
			priorityText: isPlain(initiative.priority, initiative.priorityText, priorityText, readPriority) ? null : priorityText,
			co2RelationText: isPlain(initiative.co2Relation, initiative.co2RelationText, co2RelationText, readCo2Relation)
				? null
				: co2RelationText,
		};
	});
}

function isPlain<Value extends string>(
	value: Value | null | undefined,
	storedText: string | null | undefined,
	text: string | null,
	read: (text: string) => WordAnswer<Value>,
): boolean {
	if (!value || storedText !== null || text === null) return false;
	const answer = read(text);
	return 'how' in answer && answer.value === value && answer.how === 'whole';
}

/** The drafts with the plan's own fields as they are stored, so that only the year's assessments are compared. */
function keepPlanFields({ plan, lines, tags }: StoredFollowUp, drafts: readonly DraftInitiative[]): DraftInitiative[] {
	const sections = new Map(plan.sections.map((section) => [section.id, section.title]));
	const known = new Map(lines.map(({ initiative }) => [getNumberKey(initiative.number), initiative]));
	return drafts.map((draft) => {
		const initiative = known.get(getNumberKey(draft.number));
		if (!initiative) return draft;
		const { number, title, sector, startDate, deadline, priority, priorityText, responsible, budget } = initiative;
		const { co2Relation, co2RelationText, sphere, quantity } = initiative;
		const section = initiative.sectionId === null ? null : (sections.get(initiative.sectionId) ?? null);
		const own = { number, title, section, sector, startDate, deadline, priority, priorityText, responsible, budget };
		const values = (kind: TagKind) => listTagValues(tags?.get(initiative.id) ?? [], kind);
		const tagged = { committee: values('committee'), theme: values('theme'), sdg: values('sdg') };
		return { ...draft, ...own, co2Relation, co2RelationText, sphere, quantity, ...tagged };
	});
}
