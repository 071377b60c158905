import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPathDocument } from '#domain/followup/path-document.ts';
import { addScenario } from '#storage/scenarios.ts';
import type { WriteTx } from '#storage/transactions.ts';
import { appendScenarioChange, type ScenarioOccasion } from './scenario-history.ts';

/** Adds an example's path: `scenario.json` with what stands beside it in `path.json`. An example without one has none. */
export async function storeExamplePath(tx: WriteTx, folder: string, occasion: ScenarioOccasion): Promise<void> {
	const scenario = await readJson(join(folder, 'scenario.json'));
	if (scenario === null) return;
	const beside = (await readJson(join(folder, 'path.json'))) ?? {};
	const document = readPathDocument({ ...beside, scenario });
	const after = { kind: 'plan', title: document.scenario.title, document } as const;
	const id = await addScenario(tx, after, occasion);
	await appendScenarioChange(tx, occasion, id, { before: null, after });
}

async function readJson(path: string): Promise<object | null> {
	const text = await readFile(path, 'utf8').catch(() => null);
	return text === null ? null : (JSON.parse(text) as object);
}
