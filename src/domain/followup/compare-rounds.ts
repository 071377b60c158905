import type { Initiative } from '../plan/initiative.ts';
import type { Assessment, Fulfilment, Progress, State } from './assessment.ts';
import type { AssessedInitiative, FollowUp } from './status-round.ts';

/**
 * What happened to an initiative between two rounds. The two colours decide `better` and `worse`; the state decides only
 * when neither colour moved. `mixed`: one colour better, the other worse. `changed`: something other than its direction is
 * known to differ (a colour appeared or is missing, a date moved). `text changed`: only wording. `not assessed`: still in the plan, but
 * nothing is said of it this year; `gone`: no longer in the plan.
 */
export const changeKinds = ['worse', 'mixed', 'better', 'changed', 'not assessed', 'new', 'gone', 'text changed', 'unchanged'] as const;
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

/** Every initiative of two rounds with what happened to it: those of the later round in its order, then the gone ones. */
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
 * Compares two rounds of one plan, matching by initiative id so that renumbering is not "gone and new".
 * An initiative without an assessment in a round is not part of that round. For three or more rounds compare each with
 * the one before it.
 */
export function compareRounds(earlier: FollowUp, later: FollowUp): RoundComparison {
	const before = new Map(earlier.lines.filter(isAssessed).map((line) => [line.initiative.id, line]));
	const after = later.lines.filter(isAssessed);
	const kept = new Set(after.map((line) => line.initiative.id));
	const silent = new Set(later.lines.map((line) => line.initiative.id));
	const changes = [
		...after.map((line) => compareLines(before.get(line.initiative.id) ?? null, line)),
		...[...before.values()]
			.filter((line) => !kept.has(line.initiative.id))
			.map((line) => ({
				...compareLines(line, null),
				kind: silent.has(line.initiative.id) ? ('not assessed' as const) : ('gone' as const),
			})),
	];
	return { earlierYear: earlier.round.year, laterYear: later.round.year, changes, counts: countKinds(changes) };
}

type AssessedLine = AssessedInitiative & { readonly assessment: Assessment };

function isAssessed(line: AssessedInitiative): line is AssessedLine {
	return line.assessment !== null;
}

function compareLines(before: AssessedLine, after: null): InitiativeChange;
function compareLines(before: AssessedLine | null, after: AssessedLine): InitiativeChange;
function compareLines(before: AssessedLine | null, after: AssessedLine | null): InitiativeChange {
	const named = (after ?? before) as AssessedLine;
	const progress = before && after ? getMove(progressRank, before.assessment.progress, after.assessment.progress) : null;
	const fulfilment = before && after ? getMove(fulfilmentRank, before.assessment.fulfilment, after.assessment.fulfilment) : null;
	const state = before && after ? getMove(stateRank, before.assessment.state, after.assessment.state) : null;
	const fields = before && after ? listFieldChanges(before, after) : [];
	return {
		kind: !before ? 'new' : !after ? 'gone' : getKind([progress, fulfilment], state, fields),
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
	const counts = { worse: 0, mixed: 0, better: 0, changed: 0, 'not assessed': 0, new: 0, gone: 0, 'text changed': 0, unchanged: 0 };
	for (const change of changes) counts[change.kind] += 1;
	return counts;
}
