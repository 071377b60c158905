import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { ProgramsFirst } from './test/programs-first.ts';

// The compiler settings and the compiled sentences are made by `npm ci`; adding a package or a fresh checkout loses them.
if (!existsSync('node_modules/$app/tsconfig.json') || !existsSync('src/text/paraglide/messages.js')) {
	execFileSync('npm', ['run', '--silent', 'prepare'], { stdio: 'inherit' });
}

const allowOnly = false;

export default defineConfig({
	test: {
		// Vitest leaves one processor for the terminal, which on two is half of the machine.
		maxWorkers: '100%',
		// Files that share a process load each module once. What a test changes, it changes in a database or a folder of its own.
		isolate: false,
		sequence: { sequencer: ProgramsFirst },
		projects: [
			{
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
					exclude: ['**/*.db.test.ts', '**/*.crash.test.ts'],
					testTimeout: 60_000,
					allowOnly,
				},
			},
			{
				test: {
					name: 'database',
					include: ['src/**/*.db.test.ts', 'test/**/*.db.test.ts'],
					globalSetup: ['test/database-server.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000,
					allowOnly,
				},
			},
			{
				test: {
					name: 'crash',
					include: ['test/**/*.crash.test.ts'],
					testTimeout: 900_000,
					hookTimeout: 120_000,
					allowOnly,
				},
			},
		],
	},
});
