import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getGuideColour } from '#domain/followup/answer-rules.ts';
import { fullAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { viewBoard } from './view-board.ts';
import { viewOwnAnswer } from './view-own-answer.ts';
import { acceptAnswers } from './accept-answers.ts';
import { editAssessments } from './edit-assessments.ts';
import { giveAnswer } from './give-answer.ts';
import type { AssessmentEdit } from './inputs.ts';
import { sendBack } from './send-back.ts';
import { undoEdit } from './undo-edit.ts';

let desk: RoundDesk;
let anna = '';
beforeAll(async () => {
	desk = await openRoundDesk();
	anna = await desk.addOwner('Prøveperson Anna', ['9']);
	await desk.open();
});
afterAll(() => desk.server.close());

const edit = async (numbers: readonly string[], change: AssessmentEdit['change']) => {
	const edits = await Promise.all(numbers.map(async (number) => ({ number, version: await desk.getVersion(number), change })));
	return editAssessments(desk.coordinator(), { municipality, year, edits });
};

test('a colour against the guide needs a reason, and no remark is longer than the report takes: all that are wrong are named', async () => {
	const refuse = (numbers: readonly string[], change: AssessmentEdit['change'], problems: string) =>
		expect(edit(numbers, change)).rejects.toMatchObject({
			code: 'answer.edit-refused',
			details: { problems, numbers: numbers.join('\n') },
		});
	await refuse(['6'], { state: 'in progress', progress: 'red' }, 'colour-reason-missing');
	await refuse(['6', '9'], { remark: 'x'.repeat(601) }, 'remark-too-long');
	expect(await edit(['6'], { remark: null })).toMatchObject({ changed: 0, undo: null });
});

test('what is written in an answer that another gave says who wrote it, and no more once it is undone', async () => {
	const version = await desk.getVersion('9');
	await giveAnswer(desk.as(anna), { municipality, year, number: '9', version, content: { ...fullAnswer, remark: 'Annas ord.' } });
	const read = async () => {
		const { answeredBy, editedBy } = await viewOwnAnswer(desk.as(anna), { municipality, year, number: '9' });
		expect((await desk.getRow('9')).editedBy).toEqual(editedBy);
		return [answeredBy?.id, editedBy?.id ?? null];
	};
	expect(await read()).toEqual([anna, null]);
	const done = await edit(['9'], { remark: 'Koordinatorens ord.' });
	expect(await read()).toEqual([anna, 'coordinator']);
	await undoEdit(desk.coordinator(), { municipality, year, undo: String(done.undo) });
	expect(await read()).toEqual([anna, null]);
});

describe('a state that is changed alone', () => {
	/** Numbers of initiatives where the guide has no colour for being in progress, so that a person has chosen it. */
	async function listSilent(): Promise<string[]> {
		const { rows, legend } = await viewBoard(desk.coordinator(), { municipality, year });
		const silent = rows.filter(({ initiative: { priority } }) => getGuideColour({ legend, priority }, 'in progress') === null);
		return silent.map(({ initiative }) => initiative.number);
	}

	test('keeps the colour where the guide says nothing of it, and an approval does not outlive what was approved', async () => {
		const [number = ''] = await listSilent();
		await edit([number], { state: 'completed', progress: 'yellow', colourReason: 'Venter.', fulfilment: 'yellow', remark: 'Valgt farve.' });
		await acceptAnswers(desk.coordinator(), { municipality, year, answers: [{ number, version: await desk.getVersion(number) }] });
		const done = await edit([number], { state: 'in progress' });
		expect(done).toMatchObject({ changed: 1, lapsed: 1, lacking: { count: 0 } });
		const changed = { answer: { status: 'answered' }, assessment: { state: 'in progress', progress: 'yellow' } };
		expect(await desk.getRow(number)).toMatchObject(changed);
		await undoEdit(desk.coordinator(), { municipality, year, undo: String(done.undo) });
		const undone = { answer: { status: 'accepted' }, assessment: { state: 'completed', progress: 'yellow' } };
		expect(await desk.getRow(number)).toMatchObject(undone);
		// What changes nothing takes no approval away.
		expect(await edit([number], { state: 'completed' })).toMatchObject({ changed: 0, lapsed: 0 });
		expect(await desk.getRow(number)).toMatchObject(undone);
	});

	test('tells how many lack something after it, and that they are not answered', async () => {
		const [, number = ''] = await listSilent();
		const done = await edit([number], { state: 'in progress' });
		expect(done).toMatchObject({
			changed: 1,
			lapsed: 0,
			lacking: { count: 1, unanswered: 1, fields: { progress: 1, fulfilment: 1, remark: 1 } },
		});
		expect(await desk.getRow(number)).toMatchObject({ answer: { status: 'waiting' } });
	});
});

test('what was sent back is answered by a change of it alone, and not by one of many', async () => {
	const whole = { state: 'in progress', progress: 'yellow', colourReason: 'Venter.', fulfilment: 'yellow', remark: 'Svar.' } as const;
	await edit(['3', '4'], whole);
	const back = { municipality, year, number: '3', version: await desk.getVersion('3'), comment: 'Hvor mange?' };
	await sendBack(desk.coordinator(), back);
	await edit(['3', '4'], { fulfilment: 'green' });
	expect(await desk.getRow('3')).toMatchObject({ answer: { status: 'sent back' }, assessment: { fulfilment: 'green' } });
	expect(await desk.getRow('4')).toMatchObject({ answer: { status: 'answered' } });
	await edit(['3'], { remark: 'Fem.' });
	expect(await desk.getRow('3')).toMatchObject({ answer: { status: 'answered' } });
});
