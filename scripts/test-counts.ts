/** What a part of the test run found. `skipped` names each skipped test, so that nothing is left out silently. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: readonly string[] };

type VitestResults = {
	readonly testResults: readonly {
		readonly status: string;
		readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
	}[];
};

type PlaywrightSuite = {
	readonly suites?: readonly PlaywrightSuite[];
	readonly specs?: readonly { readonly title: string; readonly tests: readonly PlaywrightTest[] }[];
};
type PlaywrightTest = {
	readonly projectName: string;
	readonly status: string;
	readonly annotations: readonly { readonly type: string; readonly description?: string }[];
};

/** Counts Vitest's JSON report. A file that could not be loaded counts as one failure. */
export function readVitestCounts(json: string): Counts {
	const { testResults } = JSON.parse(json) as VitestResults;
	const tests = testResults.flatMap((file) => file.assertionResults);
	const unloaded = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(hasFailed)).length;
	return {
		passed: tests.filter((test) => test.status === 'passed').length,
		failed: tests.filter(hasFailed).length + unloaded,
		skipped: tests.filter((test) => test.status !== 'passed' && !hasFailed(test)).map((test) => test.fullName),
	};
}

/** Counts Playwright's JSON report; a test that passed only at a second try counts as failed. */
export function readPlaywrightCounts(json: string): Counts {
	const { suites, errors } = JSON.parse(json) as { suites: readonly PlaywrightSuite[]; errors: readonly unknown[] };
	const tests = suites.flatMap(testsOf);
	return {
		passed: tests.filter(({ test }) => test.status === 'expected').length,
		failed: tests.filter(({ test }) => test.status === 'unexpected' || test.status === 'flaky').length + errors.length,
		skipped: tests
			.filter(({ test }) => test.status === 'skipped')
			.map(({ title, test }) => `${title} (${test.projectName})${reasonOf(test)}`),
	};
}

function hasFailed(test: { readonly status: string }): boolean {
	return test.status === 'failed';
}

function testsOf(suite: PlaywrightSuite): { title: string; test: PlaywrightTest }[] {
	const own = (suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => ({ title: spec.title, test })));
	return [...own, ...(suite.suites ?? []).flatMap(testsOf)];
}

function reasonOf(test: PlaywrightTest): string {
	const description = test.annotations.find((annotation) => annotation.type === 'skip')?.description;
	return description === undefined ? '' : `: ${description}`;
}
