import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeMail } from '#text/mails.ts';
import { colouredAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { makeContext } from '../../../test/context.ts';
import { job } from '../../../test/mail-desk.ts';
import { sendQueuedMails } from '../mail/send-queued-mails.ts';
import { writeRoundMails } from '../mail/write-round-mails.ts';
import { acceptAnswers } from './accept-answers.ts';
import { giveAnswer } from './give-answer.ts';
import { saveDraft } from './save-draft.ts';
import { sendBack } from './send-back.ts';
import { sendBackMany } from './send-back-many.ts';
import { undoEdit } from './undo-edit.ts';
import { viewOwnAnswer } from './view-own-answer.ts';

let desk: RoundDesk;
let [anna, lead, unit] = ['', '', ''];
beforeAll(async () => {
	desk = await openRoundDesk();
	unit = await desk.addUnit('Prøveafdelingen', ['10']);
	anna = await desk.addOwner('Prøveperson Anna', ['1', '2', '10']);
	lead = await desk.addOwner('Prøveperson Leder', [], 'unit lead', unit);
	await desk.open('collecting');
});
afterAll(() => desk.server.close());
beforeEach(async () => {
	desk.goTo('2026-03-02');
	await desk.server.sql(`delete from mail; delete from round_comment; update round_run set stage = 'collecting'`);
	for (const number of ['1', '2', '10']) await give(number, 'Første svar.');
	await desk.server.sql(`update round_run set stage = 'review'`);
});

const give = async (number: string, remark: string) =>
	giveAnswer(desk.as(anna), { municipality, year, number, version: await desk.getVersion(number), content: { ...colouredAnswer, remark } });
const undo = (word: string | null, who = desk.coordinator()) => undoEdit(who, { municipality, year, undo: String(word) });
const choose = (numbers: readonly string[]) =>
	Promise.all(numbers.map(async (number) => ({ number, version: await desk.getVersion(number) })));
const accept = async (numbers: readonly string[], who = desk.coordinator()) =>
	acceptAnswers(who, { municipality, year, answers: await choose(numbers) });
const back = async (numbers: readonly string[], who = desk.coordinator()) =>
	sendBackMany(who, { municipality, year, answers: await choose(numbers), comment: 'Se igen.' });
const readStanding = async (number: string) => {
	const { answer } = await desk.getRow(number);
	return [answer.status, answer.answeredBy];
};
const jobContext = () => makeContext(desk.database, job, desk.now);
const sendMails = () => sendQueuedMails(jobContext(), { send: () => Promise.resolve({ outcome: 'sent' }), write: writeMail });
const writeMails = () => writeRoundMails(jobContext(), { municipality, write: writeMail });

describe('accepted answers', () => {
	test('are answered again when it is taken back, one or many', async () => {
		const standing = await readStanding('1');
		const { undo: word } = await accept(['1', '2']);
		expect((await readStanding('1'))[0]).toBe('accepted');
		expect(await undo(word)).toEqual({ restored: 2, mailed: 0 });
		expect(await readStanding('1')).toEqual(standing);
		const one = await accept(['1']);
		expect(await undo(one.undo)).toEqual({ restored: 1, mailed: 0 });
		await expect(undo(one.undo)).rejects.toMatchObject({ code: 'answer.changed-since' });
		expect((await accept(['1', '2'])).accepted).toEqual(['1', '2']);
	});

	test('are not taken back after another step, nor by whom they are not to review', async () => {
		const { undo: word } = await accept(['1', '10']);
		const leader = desk.as(lead, { role: 'unit lead', unitIds: [unit] });
		await expect(undo(word, leader)).rejects.toMatchObject({ code: 'access.denied' });
		await expect(undo(word, desk.as(anna))).rejects.toMatchObject({ code: 'access.denied' });
		await back(['1']);
		await expect(undo(word)).rejects.toMatchObject({ code: 'answer.changed-since' });
		expect((await readStanding('10'))[0]).toBe('accepted');
	});

	test('are not taken back while something else is typed in the form beside it', async () => {
		const done = await accept(['1']);
		const version = await desk.getVersion('1');
		const undoBeside = (typed: object, shown = version, undo = String(done.undo)) =>
			undoEdit(desk.coordinator(), { municipality, year, undo, beside: { number: '1', version: shown, typed } });
		await expect(undoBeside({ remark: 'Skrevet og ikke gemt.' })).rejects.toMatchObject({ code: 'answer.text-unused' });
		// Typed upon an answer that somebody has saved since: both texts are to be seen, whatever else is wrong.
		for (const word of [String(done.undo), '999998-999999'])
			await expect(undoBeside({ remark: 'Skrevet.' }, version - 1, word)).rejects.toMatchObject({ code: 'answer.changed-meanwhile' });
		expect(await readStanding('1')).toEqual(['accepted', anna]);
		expect(await undoBeside({ remark: 'Første svar.' })).toMatchObject({ restored: 1 });
		expect(await readStanding('1')).toEqual(['answered', anna]);
	});

	test('of a unit are taken back by its lead', async () => {
		const leader = desk.as(lead, { role: 'unit lead', unitIds: [unit] });
		const { undo: word } = await accept(['10'], leader);
		expect(await undo(word, leader)).toEqual({ restored: 1, mailed: 0 });
		expect((await readStanding('10'))[0]).toBe('answered');
	});

	test('stay so once the round is approved', async () => {
		const { undo: word } = await accept(['1']);
		await desk.server.sql(`update round_run set stage = 'approved'`);
		await expect(undo(word)).rejects.toMatchObject({ code: 'round.closed-for-editing' });
	});
});

describe('answers sent back', () => {
	test('stand as before when it is taken back, one or many, and what was said stays', async () => {
		await accept(['2']);
		const standing = await Promise.all(['1', '2'].map(readStanding));
		const { undo: word } = await back(['1', '2']);
		expect(await readStanding('1')).toEqual(['sent back', anna]);
		expect(await undo(word)).toEqual({ restored: 2, mailed: 0 });
		expect(await Promise.all(['1', '2'].map(readStanding))).toEqual(standing);
		const key = { municipality, year, number: '1', version: await desk.getVersion('1') };
		const one = await sendBack(desk.coordinator(), { ...key, comment: 'Igen.' });
		expect(await undo(one.undo)).toEqual({ restored: 1, mailed: 0 });
		expect((await viewOwnAnswer(desk.as(anna), { municipality, year, number: '1' })).comments.map(({ text }) => text)).toEqual([
			'Se igen.',
			'Igen.',
		]);
	});

	test('are not taken back once one of them is answered anew', async () => {
		const { undo: word } = await back(['1', '2']);
		await give('2', 'Andet svar.');
		await expect(undo(word)).rejects.toMatchObject({ code: 'answer.changed-since' });
		expect(await readStanding('1')).toEqual(['sent back', anna]);
		expect((await desk.getRow('2')).assessment?.remark).toBe('Andet svar.');
	});

	test('keep what the owner has begun to type', async () => {
		const { undo: word } = await back(['1']);
		const draft = { ...colouredAnswer, remark: 'Halv sætning' };
		await saveDraft(desk.as(anna), { municipality, year, number: '1', version: await desk.getVersion('1'), draft });
		await undo(word);
		expect((await desk.getRow('1')).draft?.content.remark).toBe('Halv sætning');
	});

	test('are told of by no mail that is queued when it is taken back', async () => {
		const { undo: word } = await back(['1']);
		desk.goTo('2026-03-03');
		expect(await writeMails()).toBe(1);
		expect(await undo(word)).toEqual({ restored: 1, mailed: 0 });
		expect(await sendMails()).toMatchObject({ sent: 0, cancelled: 1 });
	});

	test('are taken back also when a mail has told of them, and that is said', async () => {
		const { undo: word } = await back(['1', '2']);
		desk.goTo('2026-03-03');
		await writeMails();
		expect(await sendMails()).toMatchObject({ sent: 1 });
		expect(await undo(word)).toEqual({ restored: 2, mailed: 1 });
		expect((await readStanding('1'))[0]).toBe('answered');
	});
});

test('an owner’s own answer is no step that can be taken back', async () => {
	const [row] = await desk.server.sql<{ id: number }>(`select max(id)::int as id from change where reason = 'answer'`);
	await expect(undo(`${row?.id}-${row?.id}`)).rejects.toMatchObject({ code: 'answer.edit-unknown' });
});
