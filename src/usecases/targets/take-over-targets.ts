import { isDeepStrictEqual } from 'node:util';
import { sumAccount } from '#domain/account/sum-account.ts';
import type { TargetCount } from '#domain/pathway/model.ts';
import { adoptTargets, type DecidedTargets } from '#domain/followup/adopt-targets.ts';
import { listAccounts } from '#storage/accounts.ts';
import { listScenarios, saveScenario } from '#storage/scenarios.ts';
import { listClimateTargets, listTargetFrames } from '#storage/target-frames.ts';
import type { ReadTx, WriteTx } from '#storage/transactions.ts';
import { appendScenarioChange, type ScenarioOccasion } from '../pathway/scenario-history.ts';

/** What is decided for the area; whether uptake counts is each path's own to say. */
export async function readDecidedTargets(tx: ReadTx): Promise<DecidedTargets> {
	const frame = (await listTargetFrames(tx)).find(({ kind }) => kind === 'geographic');
	const base = frame?.baseYear?.accountId;
	const account = base ? (await listAccounts(tx)).find(({ id }) => id === base) : undefined;
	const sums = account && sumAccount(account);
	return {
		frame: { reference: frame?.reference ?? null, baseYear: frame?.baseYear ?? null },
		targets: await listClimateTargets(tx),
		base: { emitted: sums?.total.tonnes ?? null, removed: sums?.removals.tonnes ?? null },
		counts: null,
	};
}

/**
 * Holds the plan's path and every what-if against what is now decided: a municipality has one set of targets.
 * @param counts whether uptake counts against them; null leaves it as it is
 */
export async function takeOverTargets(tx: WriteTx, occasion: ScenarioOccasion, counts: TargetCount | null = null): Promise<void> {
	const decided = { ...(await readDecidedTargets(tx)), counts };
	for (const stored of await listScenarios(tx)) {
		const { id, version, ...before } = stored;
		const after = { kind: before.kind, title: before.title, document: adoptTargets(before.document, decided) };
		if (isDeepStrictEqual(after.document, before.document)) continue;
		await saveScenario(tx, { id, version }, after, occasion);
		await appendScenarioChange(tx, occasion, id, { before, after });
	}
}
