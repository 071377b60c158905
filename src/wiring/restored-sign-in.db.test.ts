import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { restoreBackup } from '#storage/backup/restore-backup.ts';
import { writeBackup } from '#storage/backup/write-backup.ts';
import { openDatabase } from '#storage/database.ts';
import { Browser } from '../../test/browser.ts';
import { createOwnedDatabase, type OwnedDatabase } from '../../test/owned-database.ts';
import { writeSampleRows } from '../../test/sample-rows.ts';
import { makeCode } from '../../test/totp.ts';
import { findSecret, keepSecret } from './sign-in-config.ts';
import { openSignIn } from './sign-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'fremdrift-restored-'));
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
	for (const close of closing.reverse()) await close();
	rmSync(folder, { recursive: true, force: true });
});

const openNew = async () => {
	const owned = await createOwnedDatabase();
	closing.push(() => owned.close());
	return owned;
};
const openIn = async ({ url }: OwnedDatabase, dataDir: string) => {
	const database = await openDatabase({ url, poolSize: 2 });
	closing.push(() => database.close());
	return openSignIn({ secret: null, dataDir, providersFile: null, passwords: false }, { database, now: () => new Date() });
};
const signIn = async (opened: Awaited<ReturnType<typeof openIn>>) => {
	const browser = new Browser(opened);
	const token = await browser.ask((desk) => desk.makeLink('to-0340@example.org'));
	expect(await browser.ask((desk) => desk.useLink(token))).toBe('signed in');
	return browser;
};

test('a second factor works after a restore into a new data folder, and not with another secret', async () => {
	const [before, after, other] = ['before', 'after', 'other'].map((name) => join(folder, name)) as [string, string, string];
	const source = await openNew();
	await source.sql(writeSampleRows('0340'));
	const browser = await signIn(await openIn(source, before));
	const key = (await browser.ask((desk) => desk.setUpSecondFactor()))?.secret ?? '';
	expect(await browser.ask((desk) => desk.giveCode(makeCode(key)))).toBe(true);

	const file = join(folder, 'backup.zip');
	const secret = findSecret({ secret: null, dataDir: before });
	await writeBackup({ url: source.url, out: createWriteStream(file), secret, program: '1.2.3', at: new Date() });
	const target = await openNew();
	const restored = await restoreBackup({ url: target.url, file });
	expect(keepSecret({ secret: null, dataDir: after }, restored.secret ?? '')).toBe(true);

	// The cookie of before is good too.
	const again = await openIn(target, after);
	const { signIn: desk } = again.forRequest(new Request('http://localhost:3000/', { headers: { cookie: browser.cookie } }));
	expect((await desk.findSession())?.session.hasSecondFactor).toBe(true);
	const giveCode = async (opened: Awaited<ReturnType<typeof openIn>>) => {
		const fresh = await signIn(opened);
		return fresh.ask((one) => one.giveCode(makeCode(key, Date.now() + 30_000))).catch(() => false);
	};
	expect(await giveCode(await openIn(target, other))).toBe(false);
	expect(await giveCode(again)).toBe(true);
});
