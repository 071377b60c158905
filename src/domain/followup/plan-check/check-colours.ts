import type { Priority } from '#domain/plan/initiative.ts';
import type { Progress, State } from '../assessment.ts';
import type { Finding } from '../finding.ts';
import { legendColour, type Legend } from '../legend.ts';
import { makeFinding, type CheckedLine, type CheckInput } from './check-input.ts';

/** Colours held against the reading guide and against each other. */
export function checkColours({ followUp, lines }: CheckInput): Finding[] {
	const { legend } = followUp;
	const byGuide = legend ? [...lines.flatMap((line) => checkAgainstLegend(line, legend)), ...checkSilentGuide(lines, legend)] : [];
	return [...byGuide, ...checkOnHold(lines, legend), ...checkInferred(lines)];
}

/**
 * Three answers, from strong to weak:
 * - the priority is none of the guide's classes: no colour of it can be right (`priority-outside-legend`);
 * - the guide gives another colour for this priority and state (`wrong`);
 * - the guide is silent on the two together, but no line of the printed colour knows the state, whatever the priority (`unclear`).
 */
function checkAgainstLegend(line: CheckedLine, legend: Legend): Finding[] {
	const { number, priority, priorityText } = line.initiative;
	const { state, progress } = line.assessment;
	if (priority !== null && !legend.priorities.includes(priority)) {
		const details = { priority, state: state ?? 'none', progress: progress ?? 'none' };
		const matter = [priority, progress];
		return [makeFinding({ rule: 'priority-outside-legend', severity: 'unclear', number, text: priorityText, details, matter })];
	}
	if (progress === null || state === null) return [];
	const answer = legendColour(legend, priority, state);
	const common = { rule: 'colour-against-legend', number, matter: [priority, state, progress] } as const;
	if (answer.kind === 'colour') {
		if (answer.rule.colour === progress) return [];
		const details = { kind: 'other colour', priority: priority ?? 'none', state, progress, expected: answer.rule.colour };
		return [makeFinding({ ...common, severity: 'wrong', details })];
	}
	if (priority === null || knowsState(legend, progress, state)) return [];
	return [makeFinding({ ...common, severity: 'unclear', details: { kind: 'other state', priority, state, progress } })];
}

function knowsState(legend: Legend, progress: Progress, state: State): boolean {
	return legend.progress.some((rule) => rule.colour === progress && rule.states.includes(state));
}

/**
 * Where colour and state agree but the guide keeps that colour for another priority, it has a hole: no single initiative
 * is wrong. One finding names them all, so that the guide gets a line or the priorities are settled.
 */
function checkSilentGuide(lines: readonly CheckedLine[], legend: Legend): Finding[] {
	const outside = new Map<Priority, string[]>();
	for (const { initiative, assessment } of lines) {
		const { priority, number } = initiative;
		const { progress, state } = assessment;
		if (priority === null || progress === null || state === null || !legend.priorities.includes(priority)) continue;
		if (legendColour(legend, priority, state).kind === 'colour' || !knowsState(legend, progress, state)) continue;
		outside.set(priority, [...(outside.get(priority) ?? []), number]);
	}
	return [...outside].map(([priority, others]) =>
		makeFinding({
			rule: 'colour-against-legend',
			severity: 'unclear',
			number: null,
			others,
			details: { kind: 'guide silent', priority, count: others.length },
			matter: [priority],
		}),
	);
}

/**
 * Initiatives on hold should look alike. The guide may colour them by priority, so only a difference within one priority
 * raises the finding (within all of them when there is no guide); it then names every initiative on hold with its colour.
 */
function checkOnHold(lines: readonly CheckedLine[], legend: Legend | null): Finding[] {
	const onHold = lines.filter((line) => line.assessment.state === 'on hold');
	const seen = new Map<string, Set<string>>();
	for (const { initiative, assessment } of onHold) {
		const group = legend ? (initiative.priority ?? 'none') : 'all';
		seen.set(group, (seen.get(group) ?? new Set()).add(assessment.progress ?? 'none'));
	}
	if (![...seen.values()].some((colours) => colours.size > 1)) return [];
	const details = Object.fromEntries(onHold.map((line) => [line.initiative.number, line.assessment.progress ?? 'none']));
	const others = onHold.map((line) => line.initiative.number);
	const rule = 'on-hold-in-several-colours';
	return [makeFinding({ rule, severity: 'unclear', number: null, others, details, matter: Object.values(details) })];
}

const colourFields: ReadonlySet<string> = new Set(['progress', 'fulfilment']);

/** The reader had to infer which column a colour stands in: a person should confirm it once, for all rows together. */
function checkInferred(lines: readonly CheckedLine[]): Finding[] {
	const fields = new Map<string, string[]>();
	for (const { initiative, assessment } of lines) {
		// A text whose column was inferred is no colour; the import's preview asks about it.
		const inferred = (assessment.source?.inferred ?? []).filter((field) => colourFields.has(field));
		for (const field of inferred) fields.set(field, [...(fields.get(field) ?? []), initiative.number]);
	}
	return [...fields].map(([field, others]) =>
		makeFinding({
			rule: 'colour-column-inferred',
			severity: 'unclear',
			number: null,
			others,
			details: { field, count: others.length },
			matter: [field],
		}),
	);
}
