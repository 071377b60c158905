import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '#domain/followup/finding.ts';
import type { Progress } from '#domain/followup/assessment.ts';
import { prepareShortPlan } from '../../../test/example-database.ts';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { checkPlan } from '../followup/check-plan.ts';
import { viewRound } from '../followup/view-round.ts';
import { correctRound } from '../reports/correct-round.ts';
import { publishRound } from '../reports/publish-round.ts';
import { editAssessments } from '../round/edit-assessments.ts';
import { viewBoard } from '../round/view-board.ts';
import { listInitiatives } from './list-initiatives.ts';
import { saveReadingGuide } from './save-reading-guide.ts';
import { viewInitiative } from './view-initiative.ts';
import { viewMunicipality } from './view-municipality.ts';
import { viewReadingGuide } from './view-reading-guide.ts';

/* A round is opened with "in progress is red", and the plan's guide says "in progress is yellow" before it is published. */
const place = { municipality, year };
let desk: RoundDesk;

async function saveGuide(colour: Progress) {
	const { key } = await viewReadingGuide(desk.coordinator(), { municipality });
	const progress = [{ colour, priorities: [], states: ['in progress' as const], sentence: { da: `I gang er ${colour}`, en: '' } }];
	const typed = { title: { da: `Vejledning ${colour}`, en: '' }, source: 'Byrådet', progress, fulfilment: [] };
	await saveReadingGuide(desk.coordinator(), { municipality, typed, known: key });
}

beforeAll(async () => {
	desk = await openRoundDesk(await prepareShortPlan());
	await saveGuide('red');
	await desk.open('review');
	const change = { state: 'in progress', progress: null, fulfilment: 'yellow', remark: 'Godt i gang' } as const;
	const edits = await Promise.all(['1', '2'].map(async (number) => ({ number, version: await desk.getVersion(number), change })));
	await editAssessments(desk.coordinator(), { ...place, edits });
	await saveGuide('yellow');
});
afterAll(() => desk.server.close());

/** The colours that the plan check expects of the guide. */
const listExpected = (findings: readonly Finding[]) =>
	findings.filter(({ rule, severity }) => rule === 'colour-against-legend' && severity === 'wrong').map(({ details }) => details.expected);

test('the board, the plan check and the report of a round that runs judge it by its own guide', async () => {
	const board = await viewBoard(desk.coordinator(), place);
	expect(board.legend?.title.da).toBe('Vejledning red');
	expect(board.numbers.breaksGuide).toBe(0);
	expect(listExpected(board.rows.flatMap(({ findings }) => findings))).toEqual([]);
	expect(listExpected((await checkPlan(desk.coordinator(), place)).findings)).toEqual([]);
	const { content, report } = await viewRound(desk.coordinator(), place);
	expect(listExpected(content.findings)).toEqual([]);
	expect([content.legend?.title.da, content.plan.legendId]).toEqual(['Vejledning red', content.legend?.id]);
	expect(report.guide).not.toBeNull();
});

test('a published round is judged by its own guide on every page, as its report is, also when that is corrected', async () => {
	await desk.step('approved');
	await desk.step('presented');
	await publishRound(desk.coordinator(), place);
	const check = await checkPlan(desk.reader(), { municipality });
	expect(check.round?.year).toBe(year);
	expect(listExpected(check.findings)).toEqual([]);
	expect((await viewMunicipality(desk.reader(), { municipality })).findingCounts).toEqual(check.counts);
	const page = await viewInitiative(desk.reader(), { municipality, number: '1' });
	expect(page).toMatchObject({ legend: { title: { da: 'Vejledning red' } }, legendAnswer: { kind: 'colour', rule: { colour: 'red' } } });
	expect(listExpected(page.findings)).toEqual([]);
	expect((await listInitiatives(desk.reader(), { municipality })).legend?.title.da).toBe('Vejledning red');
	const correction = { ...place, version: 1, reason: 'Bemærkningen var forkert', plan: 'as it is now' } as const;
	await correctRound(desk.coordinator(), { ...correction, corrections: [{ number: '1', change: { remark: 'Stadig i gang' } }] });
	const { content } = await viewRound(desk.reader(), place);
	expect([content.version, content.legend?.title.da, listExpected(content.findings)]).toEqual([2, 'Vejledning red', []]);
});

test('a round that was imported is judged by the plan’s guide as it is now', async () => {
	const expected = listExpected((await checkPlan(desk.reader(), { municipality, year: 2023 })).findings);
	expect(new Set(expected)).toEqual(new Set(['yellow']));
	const page = await viewInitiative(desk.reader(), { municipality, number: '1', year: 2023 });
	expect(page.legend?.title.da).toBe('Vejledning yellow');
});
