import { afterAll, beforeAll, expect, test } from 'vitest';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { acceptAnswers } from './accept-answers.ts';
import { confirmUnchangedMany } from './confirm-unchanged-many.ts';
import { editAssessments } from './edit-assessments.ts';
import { undoEdit } from './undo-edit.ts';
import { viewBoard } from './view-board.ts';

let desk: RoundDesk;
let colleague = '';
beforeAll(async () => {
	desk = await openRoundDesk();
	colleague = await desk.addOwner('Prøveperson Kollega', [], 'coordinator');
	await desk.open();
});
afterAll(() => desk.server.close());

const place = { municipality, year };
const as = () => desk.as(colleague, { role: 'coordinator' });
const view = (who = desk.coordinator()) => viewBoard(who, place);
const choose = async (...numbers: string[]) =>
	(await view()).rows
		.filter(({ initiative }) => numbers.includes(initiative.number))
		.map(({ initiative, answer }) => ({ number: initiative.number, version: answer.version }));
const edit = async (remark: string, numbers: string[], who = desk.coordinator()) =>
	editAssessments(who, { ...place, edits: (await choose(...numbers)).map((one) => ({ ...one, change: { remark } })) });

test('the last change of several at once is found again by whoever made it, until one of them is changed by anybody', async () => {
	expect((await view()).lastBulk).toBeNull();
	const { undo } = await edit('Første', ['4', '5']);
	expect((await view()).lastBulk).toMatchObject({ undo, count: 2, what: 'edit' });
	expect((await view(as())).lastBulk).toBeNull();
	// One alone, and of another, leaves it; one of the same does not.
	await edit('Alene', ['6']);
	expect((await view()).lastBulk).toMatchObject({ undo });
	await edit('Også mig', ['5'], as());
	expect((await view()).lastBulk).toBeNull();
});

test('it is taken back by what the board has, and then there is none, but the one before', async () => {
	const before = await edit('Før', ['9', '10']);
	const { undo } = await edit('Efter', ['11', '12', '13']);
	const found = (await view()).lastBulk;
	expect(found).toMatchObject({ undo, count: 3 });
	expect(await undoEdit(desk.coordinator(), { ...place, undo: found?.undo ?? '' })).toMatchObject({ restored: 3 });
	expect((await view()).lastBulk).toMatchObject({ undo: before.undo, count: 2 });
});

test('where the last one was changed since, an older one is not called the last; put back again it is', async () => {
	await edit('Ældre', ['9', '10']);
	const { undo } = await edit('Nyere', ['11', '12']);
	const meanwhile = await edit('Imens', ['12'], as());
	expect((await view()).lastBulk).toBeNull();
	await undoEdit(as(), { ...place, undo: String(meanwhile.undo) });
	expect((await view()).lastBulk).toMatchObject({ undo, count: 2 });
	expect(await undoEdit(desk.coordinator(), { ...place, undo: String(undo) })).toMatchObject({ restored: 2 });
});

test('answers confirmed and accepted are found too, as long as the round is where they may be taken back', async () => {
	const confirmed = await confirmUnchangedMany(desk.coordinator(), { ...place, answers: await choose('1', '2', '3', '14', '16', '17') });
	expect(confirmed.confirmed).toBeGreaterThan(1);
	expect((await view()).lastBulk).toMatchObject({ undo: confirmed.undo, count: confirmed.confirmed, what: 'unchanged' });
	const answered = (await view()).rows.filter(({ answer }) => answer.isUnchanged).map(({ initiative }) => initiative.number);
	const accepted = await acceptAnswers(desk.coordinator(), { ...place, answers: await choose(...answered) });
	expect((await view()).lastBulk).toMatchObject({ undo: accepted.undo, what: 'accepted' });
	await desk.step('review');
	expect((await view()).lastBulk).toMatchObject({ undo: accepted.undo });
	await desk.step('approved');
	expect((await view()).lastBulk).toBeNull();
});
