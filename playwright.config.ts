import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './scripts/chromium.ts';

// This file is read again in every worker: what is chosen at random is chosen once and handed on in the environment.
process.env.E2E_PORT ??= execFileSync(process.execPath, [
	'-e',
	"const s = require('node:net').createServer().listen(0, '127.0.0.1', () => { process.stdout.write(String(s.address().port)); s.close(); })",
]).toString();
if (!process.env.E2E_DATA_DIR) {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'fremdrift-e2e-'));
	process.env.E2E_DATA_DIR = dataDir;
	// Playwright's own teardown comes while the program still runs on the folder.
	process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
}

const origin = `http://127.0.0.1:${process.env.E2E_PORT}`;
const chromium = {
	...devices['Desktop Chrome'],
	launchOptions: {
		executablePath: findChromium() ?? undefined,
		// Chromium's sandbox cannot start as root, which is what containers run as.
		args: ['--disable-gpu', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
	},
};

/** Titles tagged `@narrow` also run at 375 px, titles tagged `@no-script` also without script. */
export default defineConfig({
	testDir: 'e2e',
	outputDir: 'test-results',
	forbidOnly: true,
	fullyParallel: true,
	workers: 2,
	retries: 0,
	// How fast a page is, is measured elsewhere: a machine that has other things to do is no fault.
	timeout: 120_000,
	expect: { timeout: 15_000 },
	// A trace of every test costs an eighth of the time; `--trace retain-on-failure` keeps one where it is wanted.
	use: { baseURL: origin, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', screenshot: 'only-on-failure' },
	projects: [
		{ name: 'wide', use: { ...chromium, viewport: { width: 1280, height: 800 } } },
		{ name: 'narrow', grep: /@narrow/, use: { ...chromium, viewport: { width: 375, height: 812 } } },
		{ name: 'no script', grep: /@no-script/, use: { ...chromium, viewport: { width: 1280, height: 800 }, javaScriptEnabled: false } },
	],
	webServer: {
		command: 'npm start --silent',
		url: origin,
		timeout: 180_000,
		// An interrupt lets the program stop its database too.
		gracefulShutdown: { signal: 'SIGINT', timeout: 15_000 },
		env: { PORT: process.env.E2E_PORT, HOST: '127.0.0.1', DATA_DIR: process.env.E2E_DATA_DIR, ORIGIN: '', DATABASE_URL: '' },
		stdout: 'pipe',
	},
});
