import { afterAll, beforeAll, expect, test } from 'vitest';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { confirmUnchangedMany } from './confirm-unchanged-many.ts';
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
	expect(done.confirmed).toBeGreaterThan(40);
	const after = await readRows();
	for (const row of after) {
		if (row.answer.status === 'waiting') continue;
		expect(row.answer).toMatchObject({ status: 'answered', isUnchanged: true, answeredBy: desk.coordinator().actor.id });
		const { state, fulfilment, remark } = row.previous ?? {};
		expect(row.assessment).toMatchObject({ state, fulfilment, remark });
	}
	// What is left has a colour against the guide that nobody gave a reason for, or nothing before it.
	const left = after.filter(({ answer }) => answer.status === 'waiting');
	expect(left).toHaveLength(done.left);
	expect(left.every(({ assessment }) => assessment === null)).toBe(true);

	const again = await confirmUnchangedMany(desk.coordinator(), { ...place, answers: choose(after) });
	expect(again).toMatchObject({ confirmed: 0, left: before.length });
	await undoEdit(desk.coordinator(), { ...place, undo: done.undo ?? '' });
	expect((await readRows()).every(({ answer, assessment }) => answer.status === 'waiting' && assessment === null)).toBe(true);
});

test('one that was changed since it was shown is left, and only those who run the round may', async () => {
	const [row] = await readRows();
	if (!row) throw new Error('the board is empty');
	const answers = [{ number: row.initiative.number, version: row.answer.version + 7 }];
	expect(await confirmUnchangedMany(desk.coordinator(), { ...place, answers })).toMatchObject({ confirmed: 0, left: 1 });
	await expect(confirmUnchangedMany(desk.reader(), { ...place, answers })).rejects.toMatchObject({ code: 'access.denied' });
	await expect(confirmUnchangedMany(desk.coordinator(), { ...place, answers: [] })).rejects.toMatchObject({ code: 'round.nothing-chosen' });
});
