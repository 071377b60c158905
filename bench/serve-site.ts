import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedServer } from '#storage/embedded-server.ts';
import { startBareSite } from './bare-site.ts';
import { measureLoad } from './load.ts';
import { atLeast, atMost, median, root } from './measure.ts';
import type { Figure } from './measure.ts';
import { weighPage } from './page-weight.ts';
import { seedMunicipalities } from './seed.ts';
import { findFreePort, startServer } from './server.ts';
import type { RunningServer } from './server.ts';

const command = path.join(root, 'src/cli/main.ts');
const rounds = 3;

async function startSite(env: Readonly<Record<string, string>>): Promise<RunningServer> {
	const port = await findFreePort();
	return startServer({
		args: [command, 'start'],
		origin: `http://127.0.0.1:${port}`,
		env: { HOST: '127.0.0.1', PORT: String(port), ORIGIN: '', DATABASE_URL: '', ...env },
	});
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(path.join(tmpdir(), 'fremdrift-bench-'));
	try {
		return await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Starts with an empty data folder and again on the same, and the weight of the first page. The site is built before. */
export async function measureStarts(): Promise<readonly Figure[]> {
	execFileSync(process.execPath, [command, 'build'], { cwd: root, stdio: 'ignore' });
	return inFolder(async (dataDir) => {
		const first = await startSite({ DATA_DIR: dataDir });
		const weight = await weighPage(`${first.origin}/`).finally(() => first.stop());
		const later: number[] = [];
		for (let run = 0; run < 3; run++) {
			const site = await startSite({ DATA_DIR: dataDir });
			later.push(site.startMilliseconds);
			await site.stop();
		}
		const parts = `${weight.parts} files, compressed`;
		return [
			{
				what: 'first start, built',
				value: first.startMilliseconds / 1000,
				unit: 's',
				limit: atMost(60),
				how: 'one, until the front page answers',
			},
			{ what: 'later start', value: median(later) / 1000, unit: 's', limit: atMost(6), how: 'median of 3' },
			{ what: 'first page', value: weight.total / 1000, unit: 'kB', limit: atMost(120), how: parts },
			{ what: 'first page, script', value: weight.script / 1000, unit: 'kB', limit: atMost(60), how: parts },
		];
	});
}

/** The register page against a bare page of the same size, turn by turn, and the register as JSON out of a large table. */
export async function measurePages(): Promise<readonly Figure[]> {
	return inFolder(async (dataDir) => {
		const database = await startEmbeddedServer({ dataDir });
		try {
			const site = await startSite({ DATABASE_URL: database.applicationUrl });
			try {
				return [...(await compareWithBarePage(site)), ...(await measureRegisterJson(site, database.url))];
			} finally {
				await site.stop();
			}
		} finally {
			await database.stop();
		}
	});
}

async function compareWithBarePage(site: RunningServer): Promise<readonly Figure[]> {
	const address = `${site.origin}/soroe/indsatser`;
	const bytes = (await (await fetch(address)).arrayBuffer()).byteLength;
	const bare = await startBareSite(bytes);
	try {
		const bareBytes = (await (await fetch(bare.origin)).arrayBuffer()).byteLength;
		const turns = [];
		for (let turn = 0; turn < rounds; turn++) turns.push({ ours: await measureLoad(address), bare: await measureLoad(bare.origin) });
		const how = `8 clients, median of ${rounds} turns of 10 s, ${Math.round(bytes / 1000)} kB`;
		const ratio = median(turns.map((turn) => turn.ours.perSecond / turn.bare.perSecond));
		return [
			{ what: '/soroe/indsatser, p50', value: median(turns.map((turn) => turn.ours.p50)), unit: 'ms', limit: null, how },
			{ what: '/soroe/indsatser, p95', value: median(turns.map((turn) => turn.ours.p95)), unit: 'ms', limit: atMost(30), how },
			{ what: '/soroe/indsatser', value: median(turns.map((turn) => turn.ours.perSecond)), unit: 'pages/s', limit: null, how },
			{
				what: 'bare page',
				value: median(turns.map((turn) => turn.bare.perSecond)),
				unit: 'pages/s',
				limit: null,
				how: `the same clients and turns, ${Math.round(bareBytes / 1000)} kB`,
			},
			{ what: 'ours of the bare page', value: ratio, unit: 'x', limit: atLeast(0.6), how: 'median of the turns' },
		];
	} finally {
		await bare.stop();
	}
}

async function measureRegisterJson(site: RunningServer, superuserUrl: string): Promise<readonly Figure[]> {
	const count = await seedMunicipalities(superuserUrl, 100_000);
	const turns: number[] = [];
	for (let turn = 0; turn < rounds; turn++) turns.push((await measureLoad(`${site.origin}/soroe/indsatser.json`)).perSecond);
	const how = `8 clients, median of ${rounds} turns of 10 s, 83 of ${count} initiatives`;
	return [{ what: 'register as JSON', value: median(turns), unit: 'requests/s', limit: atLeast(1500), how }];
}
