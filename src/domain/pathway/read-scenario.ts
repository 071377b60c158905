import type { z } from 'zod';
import type { Scenario } from './model.ts';
import { scenarioSchema } from './scenario-schema.ts';

export const scenarioProblemCodes = [
	'missing',
	'form',
	'shape',
	'unknown-field',
	'choice',
	'too-small',
	'not-above',
	'too-large',
	'too-short',
	'too-long',
	'year-order',
	'too-many-years',
] as const;
export type ScenarioProblemCode = (typeof scenarioProblemCodes)[number];

/** Why a document is no scenario, and where: `measures[2].timing.full`. */
export type ScenarioProblem = {
	readonly code: ScenarioProblemCode;
	readonly place: string;
	/** What stands there: the title of the measure or its id, or the sector and carrier of the cell. Empty where that is not stated. */
	readonly name: string;
	/** What was expected: a kind of value, a limit, the choices. Where there are several kinds, ` | ` stands between them. */
	readonly expected: string;
	/** A field that nobody knows. */
	readonly field: string;
};

export type ReadScenario =
	| { readonly scenario: Scenario; readonly problems: readonly [] }
	| { readonly scenario: null; readonly problems: readonly ScenarioProblem[] };

/** Reads a scenario document. What is wrong with it is told all at once, each with its place. */
export function readScenario(document: unknown): ReadScenario {
	const read = scenarioSchema.safeParse(document);
	if (read.success) return { scenario: read.data, problems: [] };
	return { scenario: null, problems: read.error.issues.flatMap((issue) => describeIssue(issue, document, [])) };
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

function describeIssue(issue: Issue, document: unknown, above: Path): ScenarioProblem[] {
	const path = [...above, ...issue.path];
	const say = (code: ScenarioProblemCode, expected = '', field = '') => [{ ...findPlace(document, path), code, expected, field }];
	switch (issue.code) {
		case 'invalid_type':
			return findValue(document, path) === undefined ? say('missing') : say('form', issue.expected);
		case 'unrecognized_keys':
			return issue.keys.flatMap((key) => say('unknown-field', '', key));
		case 'invalid_value':
			return say(findValue(document, path) === undefined ? 'missing' : 'choice', issue.values.map(String).join(', '));
		case 'too_small':
			if (issue.origin === 'string' || issue.origin === 'array') return say('too-short');
			return say(issue.inclusive === false ? 'not-above' : 'too-small', String(issue.minimum));
		case 'too_big':
			return say(issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-large', String(issue.maximum));
		case 'invalid_union':
			return describeUnion(issue, document, path);
		case 'custom':
			return say(issue.params?.code === 'year-order' ? 'year-order' : 'too-many-years', String(issue.params?.most ?? ''));
		default:
			return say('shape');
	}
}

/** Of several ways to write something the one that comes nearest: whose first fault lies deepest. */
function describeUnion(issue: Extract<Issue, { code: 'invalid_union' }>, document: unknown, path: Path): ScenarioProblem[] {
	const nearest = issue.errors.find(
		(errors) => errors.length > 0 && errors.every(({ path: inner, code }) => inner.length > 0 || !describesKind(code)),
	);
	if (findValue(document, path) === undefined) return [{ ...findPlace(document, path), code: 'missing', expected: '', field: '' }];
	const kinds = issue.errors.flatMap((errors) => errors.flatMap(nameKind)).join(' | ');
	if (!nearest) return [{ ...findPlace(document, path), code: kinds === '' ? 'shape' : 'form', expected: kinds, field: '' }];
	return nearest.flatMap((inner) => describeIssue(inner, document, path));
}

/** Whether a fault says that the whole value is of another kind, so that none of the ways comes near. */
function describesKind(code: Issue['code']): boolean {
	return code === 'invalid_type' || code === 'invalid_value';
}

/** The kind of value that one of the ways expects; a word as it is written in the file. */
function nameKind(issue: Issue): string[] {
	if (issue.code === 'invalid_type') return [issue.expected];
	return issue.code === 'invalid_value' ? issue.values.map((value) => JSON.stringify(String(value))) : [];
}

function findValue(document: unknown, path: Path): unknown {
	return path.reduce<unknown>(
		(value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined),
		document,
	);
}

function findPlace(document: unknown, path: Path): Pick<ScenarioProblem, 'place' | 'name'> {
	const told = { measures: ['title'], cells: ['sector', 'carrier'] }[String(path[0])] ?? [];
	const words = told.map((field) => findValue(document, [...path.slice(0, 2), field]));
	const stated = (all: readonly unknown[]) => all.filter((word) => typeof word === 'string' && word.trim() !== '').join(', ');
	const id = path[0] === 'measures' ? [findValue(document, [...path.slice(0, 2), 'id'])] : [];
	return { place: writePlace(path), name: stated(words) || stated(id) };
}

function writePlace(path: Path): string {
	const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
	return place.replace(/^\./, '') || '{}';
}
