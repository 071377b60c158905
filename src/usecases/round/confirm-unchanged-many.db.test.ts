import { afterAll, beforeAll, expect, test } from 'vitest';
import { colouredAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { confirmUnchanged } from './confirm-unchanged.ts';
import { confirmUnchangedMany } from './confirm-unchanged-many.ts';
import { editAssessments } from './edit-assessments.ts';
import { giveAnswer } from './give-answer.ts';
import { saveDraft } from './save-draft.ts';
import { sendBack } from './send-back.ts';
import { undoEdit } from './undo-edit.ts';
import { viewBoard } from './view-board.ts';

let desk: RoundDesk;
beforeAll(async () => {
	desk = await openRoundDesk();
	await desk.open();
});
afterAll(() => desk.server.close());

const place = { municipality, year };
const readRows = async () => (await viewBoard(desk.coordinator(), place)).rows;
const choose = (rows: Awaited<ReturnType<typeof readRows>>) =>
	rows.map(({ initiative, answer }) => ({ number: initiative.number, version: answer.version }));

test('those who run the round confirm many as they stood last, take it back, and leave the others alone', async () => {
	const before = await readRows();
	const done = await confirmUnchangedMany(desk.coordinator(), { ...place, answers: choose(before) });
	expect(done.confirmed + done.left).toBe(before.length);
	expect(done.confirmed).toBeGreaterThan(30);
	const after = await readRows();
	for (const row of after) {
		if (row.answer.status === 'waiting') continue;
		expect(row.answer).toMatchObject({ status: 'answered', isUnchanged: true, answeredBy: desk.coordinator().actor.id });
		const { state, fulfilment, remark } = row.previous ?? {};
		expect(row.assessment).toMatchObject({ state, fulfilment, remark });
	}
	// Whose last answer would be refused as a new one is left and named.
	expect(done.incomplete.length).toBeGreaterThan(0);
	expect(after.filter(({ answer, problems }) => answer.isUnchanged && problems.length > 0)).toEqual([]);
	const named = after.filter(({ initiative }) => done.incomplete.includes(initiative.number));
	expect(named.map(({ answer }) => answer.status)).toEqual(named.map(() => 'waiting'));
	// So is one whose colour nobody gave a reason for, and whose last answer is whole.
	expect(done.needsReason.length).toBeGreaterThan(0);
	const unexplained = after.filter(({ initiative }) => done.needsReason.includes(initiative.number));
	expect(unexplained.map(({ answer }) => answer.status)).toEqual(done.needsReason.map(() => 'waiting'));
	expect(done.needsReason.filter((number) => done.incomplete.includes(number))).toEqual([]);
	// What is left besides has a colour against the guide that nobody gave a reason for, or nothing before it.
	const left = after.filter(({ answer }) => answer.status === 'waiting');
	expect(left).toHaveLength(done.left);
	expect(left.every(({ assessment }) => assessment === null)).toBe(true);

	const again = await confirmUnchangedMany(desk.coordinator(), { ...place, answers: choose(after) });
	expect(again).toMatchObject({ confirmed: 0, left: before.length });
	await undoEdit(desk.coordinator(), { ...place, undo: done.undo ?? '' });
	expect((await readRows()).every(({ answer, assessment }) => answer.status === 'waiting' && assessment === null)).toBe(true);
});

test('what was sent back, begun or filled in this year is not written over', async () => {
	const own = { ...colouredAnswer, remark: 'Sat i gang i foråret' };
	const [sentBack, begun, filled] = ['4', '5', '6'];
	const give = { ...place, number: sentBack, version: await desk.getVersion(sentBack), editor: null, content: own };
	await giveAnswer(desk.coordinator(), give);
	await sendBack(desk.coordinator(), { ...place, number: sentBack, version: await desk.getVersion(sentBack), comment: 'Hvornår?' });
	await saveDraft(desk.coordinator(), { ...place, number: begun, version: await desk.getVersion(begun), editor: null, draft: own });
	const change = { remark: 'Kun bemærkningen er skrevet' };
	await editAssessments(desk.coordinator(), { ...place, edits: [{ number: filled, version: await desk.getVersion(filled), change }] });
	const rows = (await readRows()).filter(({ initiative }) => [sentBack, begun, filled].includes(initiative.number));
	const before = rows.map(({ assessment, answer, draft }) => ({ assessment, answer, draft }));
	expect(rows.map(({ answer }) => answer.status)).toEqual(['sent back', 'draft', 'waiting']);
	expect(await confirmUnchangedMany(desk.coordinator(), { ...place, answers: choose(rows) })).toMatchObject({ confirmed: 0, left: 3 });
	const after = (await readRows()).filter(({ initiative }) => [sentBack, begun, filled].includes(initiative.number));
	expect(after.map(({ assessment, answer, draft }) => ({ assessment, answer, draft }))).toEqual(before);
});

test('many are confirmed as each would be alone', async () => {
	const answers = choose((await readRows()).filter(({ initiative }) => initiative.number === '2'));
	await confirmUnchangedMany(desk.coordinator(), { ...place, answers });
	const many = (await desk.getRow('2')).assessment;
	const alone = await openRoundDesk();
	try {
		await alone.open();
		await confirmUnchanged(alone.coordinator(), { ...place, number: '2', version: await alone.getVersion('2'), editor: null });
		const one = (await alone.getRow('2')).assessment;
		const pick = (said: typeof one) => said && { ...said, initiativeId: '', version: 0 };
		expect(pick(many)).toEqual(pick(one));
	} finally {
		await alone.server.close();
	}
});

test('one that was changed since it was shown is left, and only those who run the round may', async () => {
	const [row] = await readRows();
	if (!row) throw new Error('the board is empty');
	const answers = [{ number: row.initiative.number, version: row.answer.version + 7 }];
	expect(await confirmUnchangedMany(desk.coordinator(), { ...place, answers })).toMatchObject({ confirmed: 0, left: 1 });
	await expect(confirmUnchangedMany(desk.reader(), { ...place, answers })).rejects.toMatchObject({ code: 'access.denied' });
	await expect(confirmUnchangedMany(desk.coordinator(), { ...place, answers: [] })).rejects.toMatchObject({ code: 'round.nothing-chosen' });
});
