import { getNumberKey } from '../plan/number-key.ts';
import { listTagValues, tagKinds, type InitiativeTag, type Quantity, type TagKind } from '../plan/initiative.ts';
import { getNameKey } from '../shared/name-key.ts';
import { writeTags } from '../plan/tag-texts.ts';
import { draftFields, type DraftField, type DraftInitiative } from './draft-initiative.ts';
import { isSameMatter } from './same-matter.ts';
import type { AssessedInitiative, FollowUp } from './status-round.ts';

const textFields = ['stateText', 'priorityText', 'fulfilmentText', 'co2RelationText'] as const;

/** What a proposal compares: a draft's fields and the document's own words beside the normalised values. */
export const proposalFields = [...draftFields, ...textFields] as const;
export type ProposalField = (typeof proposalFields)[number];

/** One cell of the preview: what is stored and what the document says, as codes, ISO dates and the document's own texts. */
export type ProposedCell = {
	readonly field: ProposalField;
	readonly before: string | null;
	readonly after: string | null;
	/** `added`: nothing was stored; `cleared`: the document's cell is empty; `kept`: the document has no such column. */
	readonly kind: 'added' | 'changed' | 'cleared' | 'unchanged' | 'kept';
};

/** Something a person should look at before accepting a row. */
export type ProposalHint =
	/** Same number, but a title about something else: perhaps the plan was renumbered. */
	| { readonly code: 'title-replaced'; readonly before: string; readonly after: string }
	/** The stored plan has this title under another number. */
	| { readonly code: 'renumbered'; readonly from: string; readonly to: string };

export type ProposalRow = {
	readonly kind: 'new' | 'changed' | 'unchanged' | 'missing';
	/** As the document writes it; as stored when the document lacks it. */
	readonly number: string;
	readonly title: string;
	/** The stored initiative; null for a new one. */
	readonly initiativeId: string | null;
	/** What the document says; null for a missing one. */
	readonly draft: DraftInitiative | null;
	readonly cells: readonly ProposedCell[];
	readonly hints: readonly ProposalHint[];
};

/** A follow-up with the tags of its initiatives, by their ids; one that is not there has none. */
export type StoredFollowUp = FollowUp & { readonly tags?: ReadonlyMap<string, readonly InitiativeTag[]> };

/** What an import would do: the document's rows in its order, then what is stored and not in the document. */
export type ImportProposal = {
	readonly rows: readonly ProposalRow[];
	readonly counts: Readonly<Record<ProposalRow['kind'], number>>;
	/** Fields that the document speaks of. */
	readonly fields: readonly DraftField[];
};

/**
 * Compares a document's drafts with what is stored, matched by number without regard to case. An empty cell proposes to
 * clear the stored value only when the document has that column: `fields` when given, else the fields that any draft fills.
 * Missing initiatives are only told of: whether they leave the plan is chosen when the import is stored.
 */
export function proposeChanges(
	stored: StoredFollowUp | null,
	drafts: readonly DraftInitiative[],
	fields: readonly DraftField[] = draftFields.filter((field) => drafts.some((draft) => readDraft(draft, field) !== null)),
): ImportProposal {
	const sections = new Map(stored?.plan.sections.map((section) => [section.id, section.title]));
	const known: Known = { sections, tags: stored?.tags ?? new Map() };
	const lines = new Map(stored?.lines.map((line) => [getNumberKey(line.initiative.number), line]));
	const rows = drafts.map((draft): ProposalRow => {
		const line = lines.get(getNumberKey(draft.number)) ?? null;
		const cells = proposalFields.map((field) => proposeCell(field, line && readStored(line, field, known), draft, fields));
		const kind = !line ? 'new' : cells.some(isChange) || !line.assessment ? 'changed' : 'unchanged';
		return { kind, number: draft.number, title: draft.title, initiativeId: line?.initiative.id ?? null, draft, cells, hints: [] };
	});
	const present = new Set(drafts.map((draft) => getNumberKey(draft.number)));
	const missing = [...lines].filter(([key]) => !present.has(key)).map(([, line]) => listMissing(line, known));
	const gone = listMoved(stored?.lines ?? [], drafts);
	const moved = gone.length * drafts.length > mostCompared ? [] : gone;
	const all = [...rows.map((row) => ({ ...row, hints: listHints(row, moved) })), ...missing];
	return { rows: all, counts: countKinds(all), fields };
}

function isChange(cell: ProposedCell): boolean {
	return cell.kind !== 'unchanged' && cell.kind !== 'kept';
}

function proposeCell(field: ProposalField, before: string | null, draft: DraftInitiative, fields: readonly DraftField[]): ProposedCell {
	const after = readDraft(draft, field);
	if (!fields.includes(getColumn(field)) && after === null)
		return { field, before, after: before, kind: before === null ? 'unchanged' : 'kept' };
	if (isEqual(field, before, after)) return { field, before, after, kind: 'unchanged' };
	return { field, before, after, kind: before === null ? 'added' : after === null ? 'cleared' : 'changed' };
}

/** The column of the document that gives a field. */
function getColumn(field: ProposalField): DraftField {
	switch (field) {
		case 'stateText':
			return 'state';
		case 'priorityText':
			return 'priority';
		case 'fulfilmentText':
			return 'fulfilment';
		case 'co2RelationText':
			return 'co2Relation';
		default:
			return field;
	}
}

/** What two spellings of one number or heading have in common; the other fields are compared letter by letter. */
const keyOf: Partial<Record<ProposalField, (text: string) => string>> = {
	number: getNumberKey,
	section: getNameKey,
	committee: (text) => text.toLowerCase(),
	theme: (text) => text.toLowerCase(),
};

type Known = { readonly sections: ReadonlyMap<string, string>; readonly tags: NonNullable<StoredFollowUp['tags']> };

function isEqual(field: ProposalField, before: string | null, after: string | null): boolean {
	const getKey = keyOf[field];
	return before === after || (getKey !== undefined && before !== null && after !== null && getKey(before) === getKey(after));
}

function readDraft(draft: DraftInitiative, field: ProposalField): string | null {
	if (isTagKind(field)) return writeTags(field, draft[field]);
	return field === 'quantity' ? writeQuantity(draft.quantity) : draft[field];
}

function isTagKind(field: ProposalField): field is TagKind {
	return tagKinds.some((kind) => kind === field);
}

function readStored(line: AssessedInitiative, field: ProposalField, { sections, tags }: Known): string | null {
	const { initiative, assessment } = line;
	if (isTagKind(field)) return writeTags(field, listTagValues(tags.get(initiative.id) ?? [], field));
	switch (field) {
		case 'section':
			return initiative.sectionId === null ? null : (sections.get(initiative.sectionId) ?? null);
		case 'quantity':
			return writeQuantity(initiative.quantity);
		case 'state':
		case 'stateText':
		case 'progress':
		case 'fulfilment':
		case 'fulfilmentText':
		case 'remark':
			return assessment?.[field] ?? null;
		default:
			return initiative[field];
	}
}

function writeQuantity(quantity: Quantity | null): string | null {
	return quantity && [quantity.value, quantity.unit, quantity.basis].filter((part) => part !== null).join(' ');
}

function listMissing(line: AssessedInitiative, known: Known): ProposalRow {
	const { id, number, title } = line.initiative;
	const cells = proposalFields.map((field): ProposedCell => {
		const before = readStored(line, field, known);
		return { field, before, after: before, kind: 'unchanged' };
	});
	return { kind: 'missing', number, title, initiativeId: id, draft: null, cells, hints: [] };
}

/** Stored initiatives that may have moved: gone from the document, or their number has there got a title about something else. */
function listMoved(stored: readonly AssessedInitiative[], drafts: readonly DraftInitiative[]): AssessedInitiative[] {
	const titles = new Map(drafts.map((draft) => [getNumberKey(draft.number), draft.title]));
	return stored.filter(({ initiative }) => {
		const title = titles.get(getNumberKey(initiative.number));
		return title === undefined || !isSameMatter(initiative.title, title);
	});
}

/** A document with thousands of new rows is another plan, not this one renumbered; comparing all titles would only take time. */
const mostCompared = 100_000;

function listHints(row: ProposalRow, moved: readonly AssessedInitiative[]): ProposalHint[] {
	const own = moved.find((line) => line.initiative.id === row.initiativeId);
	if (row.initiativeId !== null && !own) return [];
	const hints: ProposalHint[] = own ? [{ code: 'title-replaced', before: own.initiative.title, after: row.title }] : [];
	const other = moved.find((line) => line !== own && isSameMatter(line.initiative.title, row.title));
	if (other) hints.push({ code: 'renumbered', from: other.initiative.number, to: row.number });
	return hints;
}

function countKinds(rows: readonly ProposalRow[]): Record<ProposalRow['kind'], number> {
	const counts = { new: 0, changed: 0, unchanged: 0, missing: 0 };
	for (const row of rows) counts[row.kind] += 1;
	return counts;
}
