import { describe, expect, it } from 'vitest';
import { readPlaywrightCounts, readVitestCounts } from '../scripts/test-counts.ts';

describe('the counts of a test run', () => {
	it('names skipped tests and counts a file that could not be loaded as a failure', () => {
		const report = {
			testResults: [
				{
					status: 'failed',
					assertionResults: [
						{ status: 'passed', fullName: 'a' },
						{ status: 'failed', fullName: 'b' },
						{ status: 'pending', fullName: 'c' },
					],
				},
				{ status: 'failed', assertionResults: [] },
			],
		};
		expect(readVitestCounts(JSON.stringify(report))).toEqual({ passed: 1, failed: 2, skipped: ['c'] });
	});

	it('counts nested browser tests, and a flaky one as failed', () => {
		const test = (status: string, description?: string) => ({
			projectName: 'wide',
			status,
			annotations: description === undefined ? [] : [{ type: 'skip', description }],
		});
		const report = {
			errors: [],
			suites: [
				{
					specs: [{ title: 'front page', tests: [test('expected'), test('flaky')] }],
					suites: [{ specs: [{ title: 'print', tests: [test('skipped', 'needs script')] }] }],
				},
			],
		};
		expect(readPlaywrightCounts(JSON.stringify(report))).toEqual({ passed: 1, failed: 1, skipped: ['print (wide): needs script'] });
	});
});
