import type { AccountKind } from '#domain/account/account.ts';
import { findTargetProblem, targetGases, targetSteps, type ClimateTarget } from '#domain/account/target.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { appendChanges } from '#storage/changes.ts';
import { addClimateTarget, listClimateTargets, removeClimateTarget } from '#storage/target-frames.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { takeOverTargets } from './take-over-targets.ts';
import { touchFrame } from './touch-frame.ts';
import { readChoice, readNumber, readWords, readYear } from './typed-values.ts';

/** A target as typed, numbers the Danish way. */
export type TypedTarget = {
	readonly step: string;
	readonly year: string;
	readonly perCent: string;
	readonly tonnes: string;
	readonly gases: string;
	readonly boundary: string;
	readonly source: string;
};
export type SaveTargetInput = {
	readonly municipality: string;
	readonly account: AccountKind;
	/** Null adds one. */
	readonly id: string | null;
	/** Version of what was shown of this kind; 0 where there was nothing. */
	readonly version: number;
	readonly target: TypedTarget;
};

/** The field that a rule about a target speaks of. */
const fields = {
	'target.nothing-stated': 'perCent',
	'target.per-cent-form': 'perCent',
	'target.year-before-reference': 'year',
	'target.net-zero-not-zero': 'perCent',
} as const;

/**
 * Adds a target or replaces one. The paths are held against it at once.
 * @throws DomainError invalid `target.year-missing`, `target.year-form`, `target.number-form`, `target.step-missing`,
 *   `target.gases-missing`, `target.boundary-missing`, `target.source-missing` and those of `TargetProblem`; not-found `target.unknown`;
 *   conflict `target.same-year`, `target.changed-meanwhile`
 */
export async function saveTarget(context: Context, input: SaveTargetInput): Promise<void> {
	const { code } = await requireMay(context, 'target.edit', input.municipality);
	const { account: kind, id, version } = input;
	const target = readTarget(kind, input.target);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, async (tx) => {
		const { reference } = await touchFrame(tx, { kind, version }, occasion);
		const problem = findTargetProblem(target, reference);
		if (problem) throw new DomainError('invalid', problem, { field: fields[problem] });
		const all = await listClimateTargets(tx);
		const before = all.find((each) => each.id === id);
		if (id !== null && !before) throw new DomainError('not-found', 'target.unknown');
		if (all.some((each) => each.id !== id && each.kind === kind && each.year === target.year && each.gases === target.gases))
			throw new DomainError('conflict', 'target.same-year', { field: 'year', year: target.year });
		if (before) await removeClimateTarget(tx, before.id);
		const entityId = await addClimateTarget(tx, { ...target, id }, occasion);
		const action = before ? 'changed' : 'added';
		await appendChanges(tx, { ...occasion, note: null, importId: null }, [
			{ entity: 'target', action, planId: null, entityId, year: target.year, before: before ?? null, after: target },
		]);
		await takeOverTargets(tx, occasion);
	});
}

function readTarget(kind: AccountKind, typed: TypedTarget): Omit<ClimateTarget, 'id'> {
	const refuse = (code: string, field: string) => new DomainError('invalid', code, { field });
	const step = readChoice(targetSteps, typed.step);
	if (step === undefined) throw refuse('target.step-missing', 'step');
	const year = readYear(typed.year, 'year');
	if (year === null) throw refuse('target.year-missing', 'year');
	const [perCent, stated] = [readNumber(typed.perCent, 'perCent'), readNumber(typed.tonnes, 'tonnes')];
	// Net zero says by its name how much may be left.
	const tonnes = step === 'net zero' && perCent === null ? (stated ?? 0) : stated;
	const gases = readChoice(targetGases, typed.gases);
	if (gases === undefined) throw refuse('target.gases-missing', 'gases');
	const [boundary, source] = [readWords(typed.boundary), readWords(typed.source)];
	if (boundary === null) throw refuse('target.boundary-missing', 'boundary');
	if (source === null) throw refuse('target.source-missing', 'source');
	return { kind, step, year, perCent, tonnes, gases, boundary, source };
}
