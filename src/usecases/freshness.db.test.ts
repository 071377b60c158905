import { afterAll, beforeAll, expect, test } from 'vitest';
import { actors, makeContext } from '../../test/context.ts';
import type { TestDatabase } from '../../test/database.ts';
import { createExampleDatabase } from '../../test/example-database.ts';
import { checkPlan } from './followup/check-plan.ts';
import { dismissFinding } from './followup/dismiss-finding.ts';
import { restoreFinding } from './followup/restore-finding.ts';
import { viewRound } from './followup/view-round.ts';
import type { Context } from './context.ts';
import { getRegisterJson } from './plan/get-register-json.ts';
import { listInitiatives } from './plan/list-initiatives.ts';
import { listMunicipalities } from './plan/list-municipalities.ts';
import { viewInitiative } from './plan/view-initiative.ts';
import { viewMunicipality } from './plan/view-municipality.ts';

let server: TestDatabase;
/** Two replicas: what one saves, the other must show at the next request. */
let replicas: Context[];

beforeAll(async () => {
	server = await createExampleDatabase();
	const [first, second] = [await server.open(), await server.open()];
	replicas = [makeContext(first, actors.coordinator), makeContext(second, actors.coordinator)];
});
afterAll(() => server.close());

const municipality = 'soroe';

async function readProgress(context: Context): Promise<unknown[]> {
	const json = JSON.parse(Buffer.from((await getRegisterJson(context, { municipality })).bytes).toString('utf8'));
	return [
		json.initiatives[0].progress,
		(await listInitiatives(context, { municipality })).lines[0]?.assessment?.progress,
		(await viewInitiative(context, { municipality, number: '1' })).assessment?.progress,
		(await viewRound(context, { municipality, year: 2023 })).followUp.lines[0]?.assessment?.progress,
		(await listMunicipalities(context)).find(({ slug }) => slug === municipality)?.round?.counts.progress.red,
		(await viewMunicipality(context, { municipality })).counts.progress.red,
	];
}

test('after a save no replica shows old data, however often it was asked before', async () => {
	const [start] = await Promise.all(replicas.map(readProgress));
	const reds = Number(start?.at(-1));
	for (const [round, colour] of ['red', 'green', 'red', 'green', 'red'].entries()) {
		const writer = replicas[round % 2] as Context;
		await writer.database.write('0340', (tx) =>
			tx.db.execute(`update assessment set progress = '${colour}' where initiative_id = (select id from initiative where number = '1')`),
		);
		const expected = [colour, colour, colour, colour, ...(colour === 'red' ? [reds + 1, reds + 1] : [reds, reds])];
		for (const replica of replicas) expect(await readProgress(replica)).toEqual(expected);
	}
});

test('while two write and two read, nobody reads anything older than was committed before the request', async () => {
	let [counted, committed] = [0, 0];
	let reading = true;
	const write = async (context: Context) => {
		for (let i = 0; i < 15; i++) {
			const mine = await context.database.write('0340', async (tx) => {
				// Writers of a municipality are alone, so the numbers are committed in their order.
				counted += 1;
				const number = counted;
				await tx.db.execute(
					`update assessment set remark = 'nr ${number}' where initiative_id = (select id from initiative where number = '1')`,
				);
				return number;
			});
			committed = Math.max(committed, mine);
		}
	};
	const read = async (context: Context) => {
		let seen = 0;
		while (reading) {
			const before = committed;
			const json = JSON.parse(Buffer.from((await getRegisterJson(context, { municipality })).bytes).toString('utf8'));
			const number = Number(/^nr (\d+)$/.exec(json.initiatives[0].remark)?.[1] ?? 0);
			expect(number).toBeGreaterThanOrEqual(before);
			seen += 1;
		}
		return seen;
	};
	const readers = replicas.map(read);
	await Promise.all(replicas.map(write));
	reading = false;
	for (const seen of await Promise.all(readers)) expect(seen).toBeGreaterThan(5);
});

test('a save in one municipality leaves what is remembered of another', async () => {
	const [context] = replicas as [Context];
	const before = await getRegisterJson(context, { municipality: 'ballerup' });
	await server.sql(`update plan set source = source where municipality_code = '0340'`);
	expect(await getRegisterJson(context, { municipality: 'ballerup' })).toBe(before);
	await server.sql(`update plan set source = 'Ny kilde' where municipality_code = '0151'`);
	expect((await getRegisterJson(context, { municipality: 'ballerup' })).etag).not.toBe(before.etag);
});

test('a finding called no problem is remembered with its reason, on every replica, and can be taken back', async () => {
	const [one, two] = replicas as [Context, Context];
	const before = await checkPlan(two, { municipality });
	const key = before.findings[0]?.key ?? '';
	await expect(dismissFinding(one, { municipality, key, reason: '  ' })).rejects.toMatchObject({ code: 'finding.reason-missing' });
	await expect(dismissFinding(one, { municipality, key: 'none', reason: 'x' })).rejects.toMatchObject({ code: 'finding.unknown' });
	await dismissFinding(one, { municipality, key, reason: ' Drøftet ' });
	const after = await checkPlan(two, { municipality });
	expect(after.findings[0]).toMatchObject({ key, dismissal: { reason: 'Drøftet', who: 'coordinator' } });
	expect(after.dismissed).toBe(1);
	expect((await viewMunicipality(two, { municipality })).findings.map((finding) => finding.key)).not.toContain(key);
	const reader = makeContext(two.database, actors.reader);
	await expect(restoreFinding(reader, { municipality, key })).rejects.toMatchObject({ kind: 'forbidden' });
	await restoreFinding(two, { municipality, key });
	expect(await checkPlan(one, { municipality })).toEqual(before);
	await expect(restoreFinding(two, { municipality, key })).rejects.toMatchObject({ code: 'finding.not-dismissed' });
	expect(await server.sql(`select action, reason, note from change where entity = 'dismissal' order by id`)).toEqual([
		{ action: 'added', reason: 'finding dismissed', note: 'Drøftet' },
		{ action: 'removed', reason: 'finding restored', note: null },
	]);
});
