import { isDeepStrictEqual } from 'node:util';
import { sumAccount } from '#domain/account/sum-account.ts';
import { adoptTargets, type DecidedTargets } from '#domain/followup/adopt-targets.ts';
import { listAccounts } from '#storage/accounts.ts';
import { listScenarios, saveScenario } from '#storage/scenarios.ts';
import { listClimateTargets, listTargetFrames } from '#storage/target-frames.ts';
import type { ReadTx, WriteTx } from '#storage/transactions.ts';
import { appendScenarioChange, type ScenarioOccasion } from '../pathway/scenario-history.ts';

/** What is decided for the area. */
export async function readDecidedTargets(tx: ReadTx): Promise<DecidedTargets> {
	const frame = (await listTargetFrames(tx)).find(({ kind }) => kind === 'geographic');
	const base = frame?.baseYear?.accountId;
	const account = base ? (await listAccounts(tx)).find(({ id }) => id === base) : undefined;
	return {
		frame: { reference: frame?.reference ?? null, baseYear: frame?.baseYear ?? null },
		targets: await listClimateTargets(tx),
		baseTonnes: account ? sumAccount(account).total.tonnes : null,
	};
}

/** Holds the plan's path and every what-if against what is now decided: a municipality has one set of targets. */
export async function takeOverTargets(tx: WriteTx, occasion: ScenarioOccasion): Promise<void> {
	const decided = await readDecidedTargets(tx);
	for (const stored of await listScenarios(tx)) {
		const { id, version, ...before } = stored;
		const after = { kind: before.kind, title: before.title, document: adoptTargets(before.document, decided) };
		if (isDeepStrictEqual(after.document, before.document)) continue;
		await saveScenario(tx, { id, version }, after, occasion);
		await appendScenarioChange(tx, occasion, id, { before, after });
	}
}
