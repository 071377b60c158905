import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

type Summary = { summary: { violations: { from: string; rule: { name: string } }[] } };

/** A little house with a fault in nearly every room: file, its text, and the rule that must find it (null: nothing to find). */
const planted: readonly [file: string, text: string, rule: string | null][] = [
	['domain/plan/clean.ts', 'export const clean = 1;', null],
	['domain/plan/reads-file.ts', "import { readFileSync } from 'node:fs'; export const x = readFileSync;", 'pure-domain'],
	['domain/plan/knows-storage.ts', "import type { Row } from '#storage/row.ts'; export type X = Row;", 'layer-domain'],
	['domain/plan/circle-a.ts', "import { b } from './circle-b.ts'; export const a = (): unknown => b;", 'no-cycles'],
	['domain/plan/circle-b.ts', "import { a } from './circle-a.ts'; export const b = (): unknown => a;", null], // a circle is named once
	['domain/plan/nowhere.ts', "import { x } from './does-not-exist.ts'; export const y: unknown = x;", 'no-dead-ends'],
	['domain/plan/leans-on-test.ts', "import { t } from './own.test.ts'; export const u: unknown = t;", 'no-test-code-in-src'],
	['domain/plan/own.test.ts', 'export const t = 1;', null],
	['storage/row.ts', "import pg from 'pg'; export type Row = pg.QueryResult;", null],
	['storage/knows-web.ts', "import { w } from '#web/clean.ts'; export const x: unknown = w;", 'layer-storage'],
	['usecases/plan/writes-sql.ts', "import { sql } from 'drizzle-orm'; export const x: unknown = sql;", 'storage-keeps-drizzleorm'],
	['usecases/plan/speaks.ts', "import { m } from '#text/paraglide/messages.js'; export const x: unknown = m;", 'texts-at-the-edge'],
	['text/paraglide/messages.js', 'export const m = {};', null],
	['reports/knows-framework.ts', "import { error } from '@sveltejs/kit'; export const x: unknown = error;", 'framework-in-web'],
	['web/clean.ts', "import { error } from '@sveltejs/kit'; export const w: unknown = error;", null],
	['charts/Bar.svelte', '<script lang="ts">import { x } from \'#usecases/plan/writes-sql.ts\'; const y = x;</script>{y}', 'layer-charts'],
	['utils/rest.ts', 'export const rest = 1;', null],
	['cli/uses-rest.ts', "import { rest } from '../utils/rest.ts'; export const x = rest;", 'known-rooms'],
	['jobs/needs-tests.ts', "import { it } from 'vitest'; export const x: unknown = it;", 'no-dev-packages-in-src'],
];

describe('the import rules', () => {
	let folder: string;
	let found: Map<string, string[]>;

	beforeAll(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'import-rules-'));
		for (const [file, text] of planted) {
			mkdirSync(path.dirname(path.join(folder, 'src', file)), { recursive: true });
			writeFileSync(path.join(folder, 'src', file), text);
		}
		const { imports, dependencies, devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
			string,
			object
		>;
		writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: 'module', imports, dependencies, devDependencies }));
		writeFileSync(
			path.join(folder, 'tsconfig.json'),
			'{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "noEmit": true } }',
		);
		symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
		found = cruise(folder);
	});

	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it.each(planted)('%s', (file, _text, rule) => {
		const rules = found.get(`src/${file}`) ?? [];
		if (rule === null) expect(rules).toEqual([]);
		else expect(rules).toContain(rule);
	});
});

function cruise(folder: string): Map<string, string[]> {
	const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
	const config = path.join(root, '.dependency-cruiser.cjs');
	const output = execFileSync(process.execPath, [cruiser, 'src', '--config', config, '--output-type', 'json'], {
		cwd: folder,
		encoding: 'utf8',
		maxBuffer: 50_000_000,
	});
	const found = new Map<string, string[]>();
	for (const { from, rule } of (JSON.parse(output) as Summary).summary.violations) found.set(from, [...(found.get(from) ?? []), rule.name]);
	return found;
}
