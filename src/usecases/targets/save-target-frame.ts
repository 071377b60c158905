import { gwpSets, type AccountKind } from '#domain/account/account.ts';
import { targetGases, type BaseYear, type ReferenceLevel } from '#domain/account/target.ts';
import { targetCounts } from '#domain/pathway/model.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listAccounts } from '#storage/accounts.ts';
import { appendChanges } from '#storage/changes.ts';
import { listClimateTargets, listTargetFrames, saveTargetFrame as storeFrame } from '#storage/target-frames.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { takeOverTargets } from './take-over-targets.ts';
import { readChoice, readNumber, readWords, readYear } from './typed-values.ts';

/** Reference level and base year as typed, numbers the Danish way; blank is not stated. */
export type TypedFrame = {
	readonly referenceYear: string;
	readonly referenceTonnes: string;
	readonly referenceGases: string;
	readonly referenceGwpSet: string;
	readonly referenceMethod: string;
	readonly referenceSource: string;
	readonly referenceUncertainty: string;
	/** Id of an account; blank for a year whose account is not here. */
	readonly baseAccount: string;
	readonly baseYear: string;
	readonly baseSource: string;
	/** Whether uptake counts against the targets; blank where no path has any. */
	readonly counts: string;
};
export type SaveTargetFrameInput = {
	readonly municipality: string;
	readonly account: AccountKind;
	/** Version of what was shown; 0 where there was nothing. */
	readonly version: number;
	readonly frame: TypedFrame;
};

/**
 * States what targets are measured against and which account calculations start from. The paths are held against it at once.
 * @throws DomainError invalid `target.year-form`, `target.number-form`, `target.reference-year-missing`, `target.source-missing`,
 *   `target.gases-missing`, `target.uncertainty-form`, `target.reference-form`, `target.year-before-reference`, `target.base-unknown`;
 *   conflict `target.changed-meanwhile`
 */
export async function saveTargetFrame(context: Context, input: SaveTargetFrameInput): Promise<void> {
	const { code } = await requireMay(context, 'target.edit', input.municipality);
	const { account: kind, version } = input;
	const reference = readReference(kind, input.frame);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, async (tx) => {
		const baseYear = await readBaseYear(tx, kind, input.frame);
		const targets = (await listClimateTargets(tx)).filter((target) => target.kind === kind);
		const early = targets.find(({ year }) => reference !== null && year <= reference.year);
		if (early) throw new DomainError('invalid', 'target.year-before-reference', { field: 'referenceYear' });
		const before = (await listTargetFrames(tx)).find((frame) => frame.kind === kind);
		await storeFrame(tx, { kind, reference, baseYear, version }, occasion);
		await appendChanges(tx, { ...occasion, note: null, importId: null }, [
			{
				entity: 'target',
				action: before ? 'changed' : 'added',
				planId: null,
				entityId: kind,
				year: null,
				before: before ? { reference: before.reference, baseYear: before.baseYear } : null,
				after: { reference, baseYear },
			},
		]);
		// The enterprise has no path; what uptake counts for is said with the area's targets.
		const counts = kind === 'geographic' ? (readChoice(targetCounts, input.frame.counts) ?? null) : null;
		await takeOverTargets(tx, occasion, counts);
	});
}

function readReference(kind: AccountKind, typed: TypedFrame): ReferenceLevel | null {
	const year = readYear(typed.referenceYear, 'referenceYear');
	const tonnes = readNumber(typed.referenceTonnes, 'referenceTonnes');
	const [method, source] = [readWords(typed.referenceMethod), readWords(typed.referenceSource)];
	const uncertainty = readNumber(typed.referenceUncertainty, 'referenceUncertainty');
	if (year === null) {
		if (tonnes === null && method === null && source === null && uncertainty === null) return null;
		throw new DomainError('invalid', 'target.reference-year-missing', { field: 'referenceYear' });
	}
	if (tonnes !== null && tonnes <= 0) throw new DomainError('invalid', 'target.reference-form', { field: 'referenceTonnes' });
	const gases = readChoice(targetGases, typed.referenceGases);
	if (gases === undefined) throw new DomainError('invalid', 'target.gases-missing', { field: 'referenceGases' });
	if (source === null) throw new DomainError('invalid', 'target.source-missing', { field: 'referenceSource' });
	if (uncertainty !== null && (uncertainty < 0 || uncertainty >= 100))
		throw new DomainError('invalid', 'target.uncertainty-form', { field: 'referenceUncertainty' });
	const gwpSet = readChoice(gwpSets, typed.referenceGwpSet) ?? null;
	return { kind, year, tonnes, gases, gwpSet, method, source, uncertainty };
}

async function readBaseYear(tx: ReadTx, kind: AccountKind, typed: TypedFrame): Promise<BaseYear | null> {
	const source = readWords(typed.baseSource);
	if (typed.baseAccount !== '') {
		const account = (await listAccounts(tx)).find((each) => each.id === typed.baseAccount && each.kind === kind);
		if (!account) throw new DomainError('invalid', 'target.base-unknown', { field: 'baseAccount' });
		return { kind, year: account.year, accountId: account.id, source: source ?? `${account.source}, ${account.release}` };
	}
	const year = readYear(typed.baseYear, 'baseYear');
	if (year === null && source === null) return null;
	if (year === null) throw new DomainError('invalid', 'target.base-year-missing', { field: 'baseYear' });
	if (source === null) throw new DomainError('invalid', 'target.source-missing', { field: 'baseSource' });
	return { kind, year, accountId: null, source };
}
