import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fullAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { acceptAnswers } from './accept-answers.ts';
import { addComment } from './add-comment.ts';
import { assignPersons } from './assign-persons.ts';
import { confirmUnchangedMany } from './confirm-unchanged-many.ts';
import { editAssessments } from './edit-assessments.ts';
import { sendBack } from './send-back.ts';

let desk: RoundDesk;
beforeAll(async () => {
	desk = await openRoundDesk();
	await desk.open();
	await edit(fullAnswer);
});
afterAll(() => desk.server.close());

const number = '3';
const place = { municipality, year };
const edit = async (change: Partial<typeof fullAnswer>, who = desk.coordinator()) =>
	editAssessments(who, { ...place, edits: [{ number, version: await desk.getVersion(number), change }] });
const accept = (version: number, remark: string) =>
	acceptAnswers(desk.coordinator(), { ...place, answers: [{ number, version, typed: { ...fullAnswer, remark } }] });
const back = (version: number, remark: string) =>
	sendBack(desk.coordinator(), { ...place, number, version, comment: 'Hvornår?', typed: { ...fullAnswer, remark } });

let version = 0;
beforeEach(async () => void (version = await desk.getVersion(number)));

test('an answer is neither accepted nor sent back while something else is typed in its form', async () => {
	for (const review of [accept, back]) {
		await expect(review(version, 'Skrevet og ikke gemt.')).rejects.toMatchObject({ kind: 'conflict', code: 'answer.not-saved' });
	}
	expect((await desk.getRow(number)).answer).toMatchObject({ status: 'answered', version });
	expect((await desk.getRow(number)).comments).toEqual([]);
});

test('nothing else is done beside it either: no comment, nobody else asked, nothing confirmed', async () => {
	const beside = { number, version, typed: { ...fullAnswer, remark: 'Skrevet og ikke gemt.' } };
	const steps = [
		() => addComment(desk.coordinator(), { ...place, number, text: 'Se her.', beside }),
		() => assignPersons(desk.coordinator(), { ...place, numbers: [number], personIds: [], beside }),
		() => confirmUnchangedMany(desk.coordinator(), { ...place, answers: [beside] }),
	];
	for (const step of steps) await expect(step()).rejects.toMatchObject({ code: 'answer.not-saved' });
	expect(await desk.getRow(number)).toMatchObject({ comments: [], answer: { version } });
	await addComment(desk.coordinator(), { ...place, number, text: 'Se her.', beside: { ...beside, typed: fullAnswer } });
});

test('what is typed is a conflict where somebody else has saved as well', async () => {
	const colleague = await desk.addOwner('Prøveperson Kollega', [], 'coordinator');
	await edit({ remark: 'Gemt af en anden.' }, desk.as(colleague, { role: 'coordinator' }));
	for (const review of [accept, back]) {
		await expect(review(version, 'Skrevet og ikke gemt.')).rejects.toMatchObject({ code: 'answer.changed-meanwhile' });
	}
	const row = await desk.getRow(number);
	expect(row.assessment?.remark).toBe('Gemt af en anden.');
	// Who answered is not who saved last.
	expect(row.answeredBy?.id).not.toBe(colleague);
	expect(row.changedBy?.name).toBe('Prøveperson Kollega');
});

test('a form that says what is stored is no hindrance', async () => {
	expect(await accept(version, 'Gemt af en anden.')).toMatchObject({ accepted: [number] });
	expect(await back(await desk.getVersion(number), ' Gemt af en anden.\r\n')).toMatchObject({ status: 'sent back' });
});
