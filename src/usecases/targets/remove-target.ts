import type { AccountKind } from '#domain/account/account.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { appendChanges } from '#storage/changes.ts';
import { listClimateTargets, removeClimateTarget } from '#storage/target-frames.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { takeOverTargets } from './take-over-targets.ts';
import { touchFrame } from './touch-frame.ts';

export type RemoveTargetInput = {
	readonly municipality: string;
	readonly account: AccountKind;
	readonly id: string;
	/** Version of what was shown of this kind. */
	readonly version: number;
};

/** Takes a target away; the history keeps it. Throws not-found `target.unknown`, conflict `target.changed-meanwhile`. */
export async function removeTarget(context: Context, input: RemoveTargetInput): Promise<void> {
	const { code } = await requireMay(context, 'target.edit', input.municipality);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, async (tx) => {
		const before = (await listClimateTargets(tx)).find(({ id, kind }) => id === input.id && kind === input.account);
		if (!before) throw new DomainError('not-found', 'target.unknown');
		await touchFrame(tx, { kind: input.account, version: input.version }, occasion);
		await removeClimateTarget(tx, before.id);
		await appendChanges(tx, { ...occasion, note: null, importId: null }, [
			{ entity: 'target', action: 'removed', planId: null, entityId: before.id, year: before.year, before, after: null },
		]);
		await takeOverTargets(tx, occasion);
	});
}
