import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { legendSchema } from '#domain/followup/legend-schema.ts';
import { proposeChanges } from '#domain/followup/import-proposal.ts';
import { addAccount, listAccounts, listCodesWithAccount } from '#storage/accounts.ts';
import { hasExample } from '#storage/changes.ts';
import { addLegend } from '#storage/legends.ts';
import { addMunicipality, listMunicipalityProfiles } from '#storage/municipalities.ts';
import { addPlanFigures, findCurrentPlan } from '#storage/plans.ts';
import { addClimateTarget, saveTargetFrame } from '#storage/target-frames.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { storeProposal } from '../imports/store-proposal.ts';
import { storeExamplePath } from '../pathway/store-example-path.ts';
import { storeExamplePeople } from '../people/store-example-people.ts';
import { requireMayAnywhere } from '../require-may.ts';
import { exampleFileSchema, type ExampleFile } from './example-file.ts';
import { readReferenceData } from './reference-data.ts';

/** How many were added by this call; all zero on a later start. */
export type AddedExamples = {
	readonly municipalities: number;
	readonly accounts: number;
	readonly plans: number;
	readonly initiatives: number;
};

/**
 * Loads `reference/` (98 municipalities, their 2023 account) and the example plans of `examples/` once.
 * What is already there stays untouched, and an example that was taken away does not come back.
 * `root` is the folder that holds the two.
 */
export async function addExamples(context: Context, { root }: { readonly root: string }): Promise<AddedExamples> {
	requireMayAnywhere(context, 'example.add');
	const known = await context.database.readPublic(async (tx) => ({
		profiles: new Set((await listMunicipalityProfiles(tx)).map(({ code }) => code)),
		accounts: await listCodesWithAccount(tx),
	}));
	const added = { municipalities: 0, accounts: 0, plans: 0, initiatives: 0 };
	for (const { profile, accounts } of await readReference(root)) {
		if (known.profiles.has(profile.code) && known.accounts.has(profile.code)) continue;
		await context.database.write(profile.code, async (tx) => {
			added.municipalities += (await addMunicipality(tx, profile)) ? 1 : 0;
			if (known.accounts.has(profile.code) || (await listAccounts(tx)).length > 0) return;
			for (const each of accounts) await addAccount(tx, each, { who: context.actor.id, at: context.now(), importId: null });
			added.accounts += accounts.length;
		});
	}
	for (const folder of await listFolders(join(root, 'examples'))) {
		const example = exampleFileSchema.parse(await readJson(join(root, 'examples', folder, 'plan.json')));
		const isNew = await context.database.write(example.municipality, async (tx) => {
			if (!(await addExample(context, tx, example, root))) return false;
			const { actor, now } = context;
			await storeExamplePeople(tx, actor, { folder: join(root, 'examples', folder), at: now() });
			await storeExamplePath(tx, join(root, 'examples', folder), { who: actor.id, at: now(), reason: 'example' });
			return true;
		});
		added.plans += isNew ? 1 : 0;
		added.initiatives += isNew ? example.initiatives.length : 0;
	}
	return added;
}

async function addExample(context: Context, tx: WriteTx, example: ExampleFile, root: string): Promise<boolean> {
	if ((await findCurrentPlan(tx, { publicOnly: false })) || (await hasExample(tx))) return false;
	const { title, periodStart, periodEnd, source, legendId, figures } = example.plan;
	const at = context.now();
	const guide = legendId === null ? null : legendSchema.parse(await readJson(join(root, 'reference', 'legends', `${legendId}.json`)));
	const { planId } = await storeProposal(tx, {
		stored: null,
		plan: { title, periodStart, periodEnd, legend: guide && (await addLegend(tx, guide, at)), source, isPublic: true },
		proposal: proposeChanges(null, example.initiatives),
		round: example.round,
		missing: 'keep',
		occasion: { who: context.actor.id, at, reason: 'example', note: null, importId: null },
	});
	await addPlanFigures(tx, planId, figures);
	await addTargets(tx, example.plan, { who: context.actor.id, at });
	return true;
}

/** What the plan states of its targets, for the area. */
async function addTargets(
	tx: WriteTx,
	{ baseYear, reference, targets }: ExampleFile['plan'],
	by: { readonly who: string; readonly at: Date },
): Promise<void> {
	const kind = 'geographic' as const;
	if (!baseYear && !reference && targets.length === 0) return;
	const unknown = { tonnes: null, gases: 'CO2e', gwpSet: null, method: null, uncertainty: null } as const;
	const frame = {
		reference: reference ? { kind, ...unknown, ...reference } : null,
		baseYear: baseYear ? { kind, accountId: null, ...baseYear } : null,
	} as const;
	await saveTargetFrame(tx, { kind, ...frame, version: 0 }, by);
	for (const target of targets) await addClimateTarget(tx, { id: null, kind, gases: 'CO2e', ...target }, by);
}

async function readReference(root: string) {
	const read = (name: string) => readFile(join(root, 'reference', name), 'utf8');
	return readReferenceData(await read('municipalities.csv'), await read('climate-accounts-2023.csv'));
}

async function listFolders(path: string): Promise<string[]> {
	const entries = await readdir(path, { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();
}

async function readJson(path: string): Promise<unknown> {
	return JSON.parse(await readFile(path, 'utf8')) as unknown;
}
