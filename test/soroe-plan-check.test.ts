import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { legendSchema } from '#domain/followup/legend-schema.ts';
import { checkPlan } from '#domain/followup/plan-check/check-plan.ts';
import type { Finding } from '#domain/followup/finding.ts';
import type { AssessedInitiative, FollowUp } from '#domain/followup/status-round.ts';
import { readDocument } from '#importers/read-document.ts';
import { makeFollowUp } from './made-up-follow-up.ts';
import { readSoroeFollowUp } from './soroe-follow-up.ts';

// The municipality's own document is not part of the product; without it this file is shown as skipped.
const source = path.resolve(import.meta.dirname, '../../shared/sources/000_5ec8f7dd595304e4.txt');
const legendFile = path.resolve(import.meta.dirname, '../reference/legends/soroe-2023.json');

async function readFollowUp(): Promise<FollowUp> {
	const { initiatives } = await readDocument({ fileName: 'status-2023.txt', bytes: readFileSync(source) });
	const lines = initiatives.map(({ section, ...draft }, position): AssessedInitiative => {
		const common = { ...draft, version: 1 };
		return {
			initiative: { ...common, id: draft.number, position, sectionId: section, relations: [] },
			assessment: { ...common, initiativeId: draft.number, year: 2023 },
		};
	});
	const legend = legendSchema.parse(JSON.parse(readFileSync(legendFile, 'utf8')));
	return { ...makeFollowUp([], { year: 2023, statusDate: null }), legend, lines };
}

const alone = (rule: string, severity: string, numbers: string) => numbers.split(' ').map((number) => `${severity} ${rule}: ${number}`);

const withoutFulfilment =
	'10 12 14 17 18 19 20a 20b 21 22 27 29 32 33 34 35 36 37 38 40 41 42 43 47 48 50 51 52 53 54 55 60 62 64 65 66 67 68 69 70 71 72 75 76 78 80 81 82';

/** Each finding was held against the document by eye; what is not listed here is not in the document. */
const expected = [
	...alone('colour-against-legend', 'wrong', '35 63 64 74 81 82'),
	'wrong under-way-before-start: 55',
	'wrong sum-does-not-add-up: 1',
	'wrong relation-to-unknown: 23 with 20a 20b',
	'wrong relation-to-unknown: 24 with 20a 20b',
	'wrong units-mixed: 57',
	'unclear colour-against-legend: all of 21 33 38 40 41 46 52 53 55 59 68 69 71',
	...alone('colour-against-legend', 'unclear', '20a 31 32 61 66'),
	...alone('priority-outside-legend', 'unclear', '10 18 29 76'),
	'unclear start-passed-not-started: 17',
	'unclear on-hold-in-several-colours: all of 35 48 51 64',
	...alone('fulfilment-is-prose', 'unclear', '25 26 28'),
	'unclear same-text-twice: 3 with 8',
	'unclear same-text-twice: 4 with 9',
	'unclear same-text-twice: 4 with 12',
	'unclear same-text-twice: 6 with 7',
	'unclear same-text-twice: 19 with 27 28',
	'unclear same-text-twice: 20a with 20b',
	'unclear same-text-twice: 24 with 41',
	'unclear same-text-twice: 27 with 28',
	'unclear same-text-twice: 30 with 31',
	'unclear same-text-twice: 41 with 43',
	'unclear same-text-twice: 67 with 68',
	'unclear same-text-twice: 68 with 69',
	'unclear value-spelled-several-ways: all of 20a 73 15 28',
	`unclear colour-column-inferred: all of ${withoutFulfilment
		.split(' ')
		.filter((number) => !['19', '20b', '48'].includes(number))
		.join(' ')}`,
	...alone('under-way-without-start', 'missing', '24 25 28 31 39 45 46 52 56 57 58 59 61 65 69 71 73 74'),
	...alone('missing-remark', 'missing', '66 70'),
	...alone('missing-budget', 'missing', '14 27 28 52 70 75 77 78 80'),
	...alone('missing-progress', 'missing', '19 20b 48'),
	`missing missing-fulfilment: all of ${withoutFulfilment}`,
];

function describeFinding({ severity, rule, number, others }: Finding): string {
	const numbers = number === null ? `all of ${others.join(' ')}` : [number, ...(others.length ? ['with', ...others] : [])].join(' ');
	return `${severity} ${rule}: ${numbers}`;
}

describe('the plan check of the shipped example, whose remarks are written anew', () => {
	it('finds the same as in the document, apart from what hangs on wording and on the columns of the page', () => {
		const byWording = /same-text-twice|colour-column-inferred/;
		const findings = checkPlan(readSoroeFollowUp()).map(describeFinding);
		expect(findings.filter((finding) => !byWording.test(finding))).toEqual(expected.filter((finding) => !byWording.test(finding)));
		expect(findings).toContain('unclear same-text-twice: 27 with 28');
	});
});

describe.skipIf(!existsSync(source))("the plan check of Sorø's status 2023 (needs the source document beside the project)", () => {
	it('finds all that is there and nothing else', async () => {
		expect(checkPlan(await readFollowUp()).map(describeFinding)).toEqual(expected);
	});

	it('says of each what it is about', async () => {
		const findings = checkPlan(await readFollowUp());
		const get = (rule: string, number: string | null) => findings.find((finding) => finding.rule === rule && finding.number === number);
		expect(get('sum-does-not-add-up', '1')?.details).toMatchObject({ total: 33980, sum: 36000, unit: 't' });
		expect(get('units-mixed', '57')?.details).toEqual({ powers: '2.365,20 kW; 1.051,20 kW; 2 kW', bare: '4.686,60' });
		expect(get('on-hold-in-several-colours', null)?.details).toEqual({ 35: 'yellow', 48: 'none', 51: 'white', 64: 'yellow' });
		expect(get('relation-to-unknown', '23')?.details).toEqual({ target: '20', relation: 'counted inside' });
		expect(get('value-spelled-several-ways', null)?.text).toBe('Delvis i gang (13); Delvis igang (2); Delvist i gang (2)');
		expect(get('under-way-before-start', '55')?.details).toMatchObject({ startDate: '2025-01-01', day: '2023-12-31' });
	});
});
