import type { TargetFrame } from '#domain/account/target.ts';
import { listTargetFrames, saveTargetFrame } from '#storage/target-frames.ts';
import type { WriteTx } from '#storage/transactions.ts';

/**
 * Gives the targets of a kind their next version, so that two who change them at once do not undo each other unseen, and gives what
 * they are measured against. Throws conflict `target.changed-meanwhile`.
 */
export async function touchFrame(
	tx: WriteTx,
	{ kind, version }: Pick<TargetFrame, 'kind' | 'version'>,
	by: { readonly who: string; readonly at: Date },
): Promise<TargetFrame> {
	const found = (await listTargetFrames(tx)).find((frame) => frame.kind === kind);
	const frame = { kind, reference: found?.reference ?? null, baseYear: found?.baseYear ?? null, version };
	await saveTargetFrame(tx, frame, by);
	return frame;
}
