import type { Initiative } from '../plan/initiative.ts';
import type { Assessment, Fulfilment, Progress, State } from './assessment.ts';
import type { AssessedInitiative, FollowUp } from './status-round.ts';

/**
 * What happened to an initiative between two rounds. The two colours decide `better` and `worse`; the state decides only
 * when neither colour moved. `mixed`: one colour better, the other worse. `changed`: something other than its direction is
 * known to differ (a colour appeared or is missing, a date moved). `text changed`: only wording. `new` and `gone`: in the plan in one of
 * the two rounds only. `newly assessed`: in both, and nothing was said of it in the earlier one; `not assessed`: nothing is said of it in
 * the later one; `still not assessed`: in neither.
 */
export const changeKinds = [
	'worse',
	'mixed',
	'better',
	'changed',
	'newly assessed',
	'not assessed',
	'new',
	'gone',
	'text changed',
	'unchanged',
	'still not assessed',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Which way a value went; null when it stands still or when one of the two is not stated, so nothing can be said. */
export type Move = 'better' | 'worse' | null;

const textFields = ['title', 'remark', 'budget', 'responsible', 'stateText', 'priorityText', 'fulfilmentText', 'co2RelationText'] as const;
const valueFields = [
	'number',
	'sectionId',
	'sector',
	'startDate',
	'deadline',
	'state',
	'priority',
	'progress',
	'fulfilment',
	'co2Relation',
	'sphere',
] as const;
export type ComparedField = (typeof textFields)[number] | (typeof valueFields)[number] | 'quantity';

/** One field that differs, in codes and the document's own texts. */
export type FieldChange = { readonly field: ComparedField; readonly before: string | null; readonly after: string | null };

export type InitiativeChange = {
	readonly kind: ChangeKind;
	readonly initiativeId: string;
	/** As numbered in the later round, or in the earlier one when the initiative is gone. */
	readonly number: string;
	readonly title: string;
	readonly before: AssessedInitiative | null;
	readonly after: AssessedInitiative | null;
	readonly progress: Move;
	readonly fulfilment: Move;
	readonly state: Move;
	readonly fields: readonly FieldChange[];
};

/** Every initiative of two rounds with what happened to it: those of the later round in its order, then the gone ones. None is left out. */
export type RoundComparison = {
	readonly earlierYear: number;
	readonly laterYear: number;
	readonly changes: readonly InitiativeChange[];
	readonly counts: Readonly<Record<ChangeKind, number>>;
};

// White is not late, only not begun: it lies under yellow (work has begun) and over red (should have begun).
const progressRank: Record<Progress, number> = { green: 3, yellow: 2, white: 1, red: 0 };
// Pink likewise: not begun is better than begun without any effect.
const fulfilmentRank: Record<Fulfilment, number> = { green: 3, yellow: 2, pink: 1, red: 0 };
// On hold and not started both mean that nothing happens.
const stateRank: Record<State, number> = {
	completed: 4,
	'in progress': 3,
	'partly in progress': 2,
	planning: 1,
	'not started': 0,
	'on hold': 0,
};

/**
 * Compares two rounds of one plan, matching by initiative id so that renumbering is not "gone and new". For three or more rounds
 * compare each with the one before it.
 */
export function compareRounds(earlier: FollowUp, later: FollowUp): RoundComparison {
	const before = new Map(earlier.lines.map((line) => [line.initiative.id, line]));
	const kept = new Set(later.lines.map((line) => line.initiative.id));
	const gone = earlier.lines.filter((line) => !kept.has(line.initiative.id));
	const changes = [
		...later.lines.map((line) => compareLines(before.get(line.initiative.id) ?? null, line)),
		...gone.map((line) => compareLines(line, null)),
	];
	return { earlierYear: earlier.round.year, laterYear: later.round.year, changes, counts: countKinds(changes) };
}

function compareLines(before: AssessedInitiative, after: null): InitiativeChange;
function compareLines(before: AssessedInitiative | null, after: AssessedInitiative): InitiativeChange;
function compareLines(before: AssessedInitiative | null, after: AssessedInitiative | null): InitiativeChange {
	const named = (after ?? before) as AssessedInitiative;
	const [was, is] = [before?.assessment ?? null, after?.assessment ?? null];
	const progress = was && is ? getMove(progressRank, was.progress, is.progress) : null;
	const fulfilment = was && is ? getMove(fulfilmentRank, was.fulfilment, is.fulfilment) : null;
	const state = was && is ? getMove(stateRank, was.state, is.state) : null;
	// Where one of the two says nothing, only the plan's own words can be compared.
	const strip = (line: AssessedInitiative) => (was && is ? line : { ...line, assessment: null });
	const fields = before && after ? listFieldChanges(strip(before), strip(after)) : [];
	return {
		kind: !before
			? 'new'
			: !after
				? 'gone'
				: (getSilence(was, is) ?? getKind([progress, fulfilment], isContradicted(state, was, is) ? null : state, fields)),
		initiativeId: named.initiative.id,
		number: named.initiative.number,
		title: named.initiative.title,
		before,
		after,
		progress,
		fulfilment,
		state,
		fields,
	};
}

function getSilence(was: Assessment | null, is: Assessment | null): ChangeKind | null {
	if (was === null) return is === null ? 'still not assessed' : 'newly assessed';
	return is === null ? 'not assessed' : null;
}

/**
 * A colour that is no longer stated is no progress, however far the work has come, and one that came is no setback. Only green and
 * yellow say that work is under way: white that comes with a state on hold says the same as the state.
 */
function isContradicted(state: Move, was: Assessment | null, is: Assessment | null): boolean {
	const isLost = (one: Assessment | null, two: Assessment | null) =>
		(['progress', 'fulfilment'] as const).some(
			(colour) => (one?.[colour] === 'green' || one?.[colour] === 'yellow') && (two?.[colour] ?? null) === null,
		);
	return (state === 'better' && isLost(was, is)) || (state === 'worse' && isLost(is, was));
}

function getMove<Value extends string>(rank: Record<Value, number>, before: Value | null, after: Value | null): Move {
	if (before === null || after === null || rank[before] === rank[after]) return null;
	return rank[after] > rank[before] ? 'better' : 'worse';
}

function getKind(colours: readonly Move[], state: Move, fields: readonly FieldChange[]): ChangeKind {
	if (colours.includes('better') && colours.includes('worse')) return 'mixed';
	const moved = colours.find((move) => move !== null) ?? state;
	if (moved) return moved;
	if (fields.length === 0) return 'unchanged';
	return fields.every((change) => textFields.some((field) => field === change.field)) ? 'text changed' : 'changed';
}

type Comparable = Pick<Initiative, Extract<ComparedField, keyof Initiative>> &
	Partial<Pick<Assessment, Extract<ComparedField, keyof Assessment>>>;

/** Every field in which two accounts of one initiative differ; an absent assessment states nothing. */
export function listFieldChanges(before: AssessedInitiative, after: AssessedInitiative): FieldChange[] {
	const one: Comparable = { ...before.initiative, ...before.assessment };
	const two: Comparable = { ...after.initiative, ...after.assessment };
	const changes = [...valueFields, ...textFields].map((field): FieldChange => ({
		field,
		before: one[field] ?? null,
		after: two[field] ?? null,
	}));
	changes.push({ field: 'quantity', before: writeQuantity(before.initiative), after: writeQuantity(after.initiative) });
	return changes.filter((change) => change.before !== change.after);
}

function writeQuantity({ quantity }: Initiative): string | null {
	return quantity && [quantity.value, quantity.unit, quantity.basis].filter((part) => part !== null).join(' ');
}

/** How many changes of each kind. */
export function countKinds(changes: readonly InitiativeChange[]): Record<ChangeKind, number> {
	const counts = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Record<ChangeKind, number>;
	for (const change of changes) counts[change.kind] += 1;
	return counts;
}
