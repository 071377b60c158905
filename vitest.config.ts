import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{ test: { name: 'unit', include: ['src/**/*.test.ts', 'test/**/*.test.ts'], exclude: ['**/*.db.test.ts'], testTimeout: 20_000 } },
			{
				test: {
					name: 'database',
					include: ['src/**/*.db.test.ts', 'test/**/*.db.test.ts'],
					globalSetup: ['test/database-server.ts'],
					testTimeout: 60_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
