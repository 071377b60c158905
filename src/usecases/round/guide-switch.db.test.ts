import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Progress, State } from '#domain/followup/assessment.ts';
import { emptyDraft } from '#domain/followup/answer-rules.ts';
import { prepareShortPlan } from '../../../test/example-database.ts';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { saveReadingGuide } from '../plan/save-reading-guide.ts';
import { viewReadingGuide } from '../plan/view-reading-guide.ts';
import { viewPublishing } from '../reports/view-publishing.ts';
import { acceptAnswers } from './accept-answers.ts';
import { addComment } from './add-comment.ts';
import { confirmUnchanged } from './confirm-unchanged.ts';
import { editAssessments } from './edit-assessments.ts';
import { editRound } from './edit-round.ts';
import { giveAnswer } from './give-answer.ts';
import { saveDraft } from './save-draft.ts';
import { viewBoard } from './view-board.ts';
import { viewOwnAnswer } from './view-own-answer.ts';

/* The guide of a round is switched while answers are given: nobody's colour becomes another unseen. */
const place = { municipality, year };
let desk: RoundDesk;
let anna: string;

/** Gives the plan, and the round that runs, a guide with these colours. */
async function switchGuide(colours: Partial<Record<State, Progress>>) {
	const { key } = await viewReadingGuide(desk.coordinator(), { municipality });
	const progress = Object.entries(colours).map(([state, colour]) => ({
		colour,
		priorities: [],
		states: [state as State],
		sentence: { da: `${state} er ${colour}`, en: '' },
	}));
	const typed = { title: { da: 'Prøvevejledning', en: '' }, source: 'Byrådet', progress, fulfilment: [] };
	await saveReadingGuide(desk.coordinator(), { municipality, typed, known: key });
	const board = await viewBoard(desk.coordinator(), place);
	await editRound(desk.coordinator(), { ...place, ...board.run, guide: 'plan' });
}

beforeAll(async () => {
	desk = await openRoundDesk(await prepareShortPlan());
	anna = await desk.addOwner('Prøveperson Anna', ['1', '2', '3', '4', '5']);
	await desk.open();
	await switchGuide({ 'in progress': 'red' });
});
afterAll(() => desk.server.close());

const view = (number: string) => viewOwnAnswer(desk.as(anna), { ...place, number });
const content = { ...emptyDraft, state: 'in progress', fulfilment: 'yellow', remark: 'Vi er i gang' } as const;
const give = async (number: string, page: Awaited<ReturnType<typeof view>>, said = {}) =>
	giveAnswer(desk.as(anna), { ...place, number, version: page.answer.version, content: { ...content, ...said }, shown: page.colours });

test('an answer is not taken with another colour than its page said, and is taken once it has been seen', async () => {
	const page = await view('1');
	expect(page.colours['in progress']).toBe('red');
	await switchGuide({ 'in progress': 'green' });
	const details = { before: 'red', after: 'green' };
	await expect(give('1', page)).rejects.toMatchObject({ kind: 'conflict', code: 'answer.colour-moved', details });
	expect(await view('1')).toMatchObject({ given: null, answer: { status: 'waiting' } });
	await give('1', await view('1'));
	expect((await desk.getRow('1')).assessment?.progress).toBe('green');
});

test('“unchanged” is not taken with another colour than its page said either', async () => {
	await desk.server.sql(`update assessment set state = 'in progress', progress = 'red', fulfilment = 'yellow', remark = 'Ja'
		where year = 2023 and initiative_id = (select id from initiative where municipality_code = '0340' and number = '2')`);
	const { answer, unchanged } = await view('2');
	const confirm = (shown: Progress | null) => confirmUnchanged(desk.as(anna), { ...place, number: '2', version: answer.version, shown });
	const other = unchanged?.content.progress === 'white' ? 'yellow' : 'white';
	await expect(confirm(other)).rejects.toMatchObject({ code: 'answer.colour-moved', details: { before: other } });
	expect((await view('2')).answer.status).toBe('waiting');
});

describe('a colour that followed', () => {
	test('follows the new guide when its answer is written anew, and the page says so', async () => {
		await give('3', await view('3'));
		await switchGuide({ 'in progress': 'yellow' });
		const page = await view('3');
		expect(page).toMatchObject({
			given: { progress: 'green' },
			form: { progress: null },
			moved: { before: 'green', after: 'yellow' },
			problems: [],
		});
		await give('3', page, { remark: 'Vi er stadig i gang' });
		expect((await desk.getRow('3')).assessment).toMatchObject({ progress: 'yellow', remark: 'Vi er stadig i gang' });
		expect((await view('3')).moved).toBeNull();
	});

	test('is no change of the coordinator’s that stands in the way of something else on the page', async () => {
		const { answer } = await view('3');
		await switchGuide({ 'in progress': 'green' });
		const typed = { ...content, remark: 'Vi er stadig i gang' };
		const comment = (said: object) =>
			addComment(desk.coordinator(), {
				...place,
				number: '3',
				text: 'Se her.',
				beside: { number: '3', version: answer.version, typed: said },
			});
		await comment(typed);
		await expect(comment({ ...typed, remark: 'Andet' })).rejects.toMatchObject({ code: 'answer.not-saved' });
		await expect(comment({ ...typed, progress: 'red' })).rejects.toMatchObject({ code: 'answer.not-saved' });
		expect((await desk.getRow('3')).assessment?.progress).toBe('yellow');
		await switchGuide({ 'in progress': 'yellow' });
	});

	test('is not told of again once something is typed', async () => {
		await give('4', await view('4'));
		await switchGuide({ 'in progress': 'green' });
		const { answer, form } = await view('4');
		await saveDraft(desk.as(anna), { ...place, number: '4', version: answer.version, draft: { ...form, remark: 'Nyt' } });
		expect(await view('4')).toMatchObject({ form: { progress: null, remark: 'Nyt' }, moved: null });
	});

	test('is none where many are given a state that the guide is silent on, and they are named; a chosen one stays', async () => {
		await give('5', await view('5'), { progress: 'red', colourReason: 'Midlerne mangler' });
		const numbers = ['1', '5'];
		const edits = await Promise.all(
			numbers.map(async (number) => ({ number, version: await desk.getVersion(number), change: { state: 'on hold' } as const })),
		);
		const done = await editAssessments(desk.coordinator(), { ...place, edits });
		expect(done).toMatchObject({ changed: 2, uncoloured: ['1'], lacking: { count: 1, fields: { progress: 1 } } });
		expect((await desk.getRow('1')).assessment).toMatchObject({ state: 'on hold', progress: null });
		expect((await desk.getRow('5')).assessment).toMatchObject({ state: 'on hold', progress: 'red' });
	});
});

test('answers that lack a reason or a colour are named where they are accepted, on the board, and before they are published', async () => {
	// The colour of 3 was yellow by the guide before this one.
	const lacking = { noReason: ['3'], incomplete: ['1'] };
	expect((await viewBoard(desk.coordinator(), place)).lacking).toMatchObject({
		noReason: expect.arrayContaining(['3']) as unknown,
		incomplete: ['1'],
	});
	await desk.step('review');
	const answers = await Promise.all(['1', '3', '5'].map(async (number) => ({ number, version: await desk.getVersion(number) })));
	const done = await acceptAnswers(desk.coordinator(), { ...place, answers });
	expect(done).toMatchObject({ accepted: ['1', '3', '5'], lacking });
	expect((await viewPublishing(desk.coordinator(), { ...place, locale: 'da' })).lacking).toMatchObject({
		noReason: expect.arrayContaining(['3']) as unknown,
		incomplete: ['1'],
	});
});
