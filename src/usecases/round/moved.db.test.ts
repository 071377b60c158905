import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { colouredAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { merge } from '../plan-changes/merge.ts';
import { renumber } from '../plan-changes/renumber.ts';
import { split } from '../plan-changes/split.ts';
import { takeOut } from '../plan-changes/take-out.ts';
import { viewInitiative } from '../plan/view-initiative.ts';
import { giveAnswer } from './give-answer.ts';
import { saveDraft } from './save-draft.ts';
import type { Context } from '../context.ts';
import { viewBoardInitiative, type BoardInitiativeView } from './view-board-initiative.ts';
import { viewOwnAnswer } from './view-own-answer.ts';

/* Somebody has the page of an initiative open, or a mail with its number, while the plan is changed. */
let desk: RoundDesk;
let [anna, unit] = ['', ''];
beforeAll(async () => {
	desk = await openRoundDesk();
	anna = await desk.addOwner('Prøveperson', ['9', '10', '11', '12', '13', '14']);
	unit = await desk.addUnit('Prøveenheden', ['9', '11', '13']);
	await desk.open();
	const key = async (number: string) => ({
		number,
		version: (await viewInitiative(desk.coordinator(), { municipality, number })).initiative.version,
	});
	const answers = [
		['10', 'Sagt om 10 i år.'],
		['13', 'Sagt om 13 i år.'],
	] as const;
	for (const [number, remark] of answers) {
		await giveAnswer(desk.as(anna), { municipality, year, number, version: 1, content: { ...colouredAnswer, remark } });
	}
	await renumber(desk.coordinator(), { municipality, numbers: [{ ...(await key('11')), to: '91' }] });
	await merge(desk.coordinator(), { municipality, from: [await key('10')], into: { number: '9' } });
	await takeOut(desk.coordinator(), { municipality, ...(await key('12')), decision: 'Udgår' });
	const parts = ['13a', '13b'].map((number) => ({ number, title: `Del ${number}` }));
	await split(desk.coordinator(), { municipality, ...(await key('13')), parts, keep: false });
	await split(desk.coordinator(), { municipality, ...(await key('14')), parts: [{ number: '14a', title: 'Del 14a' }], keep: true });
});
afterAll(() => desk.server.close());

test.each([
	['11', { code: 'initiative.renumbered', details: { number: '11', to: '91' } }],
	['10', { code: 'initiative.merged', details: { number: '10', to: '9' } }],
	['12', { code: 'initiative.taken-out', details: { number: '12' } }],
	['13', { code: 'initiative.split', details: { number: '13', to: '13a, 13b' } }],
	['999', { code: 'initiative.unknown' }],
])('who asks for initiative %s is told what became of it, by every way to answer', async (number, refusal) => {
	const key = { municipality, year, number };
	await expect(viewOwnAnswer(desk.as(anna), key)).rejects.toMatchObject(refusal);
	await expect(giveAnswer(desk.as(anna), { ...key, version: 1, content: colouredAnswer })).rejects.toMatchObject(refusal);
	await expect(saveDraft(desk.as(anna), { ...key, version: 1, draft: colouredAnswer })).rejects.toMatchObject(refusal);
	await expect(viewBoardInitiative(desk.coordinator(), key)).rejects.toMatchObject(refusal);
});

test('whoever is not asked about the initiative is told nothing of it', async () => {
	const other = await desk.addOwner('Prøveperson to', ['20a']);
	for (const number of ['10', '11', '12'])
		await expect(viewOwnAnswer(desk.as(other), { municipality, year, number })).rejects.toMatchObject({ code: 'initiative.unknown' });
	await expect(viewOwnAnswer(desk.coordinator(), { municipality, year, number: '11' })).rejects.toMatchObject({
		code: 'initiative.renumbered',
	});
});

test('what was typed under the old number is saved under the new one', async () => {
	const version = (await viewOwnAnswer(desk.as(anna), { municipality, year, number: '91' })).answer.version;
	await giveAnswer(desk.as(anna), { municipality, year, number: '91', version, content: colouredAnswer });
	expect((await viewOwnAnswer(desk.as(anna), { municipality, year, number: '91' })).answer.status).toBe('answered');
});

describe('a unit lead who looks for an initiative on the board', () => {
	const lead = () => desk.as(randomUUID(), { role: 'unit lead', unitIds: [unit] });
	test.each([
		['11', { code: 'initiative.renumbered', details: { to: '91' } }],
		['13', { code: 'initiative.split', details: { to: '13a, 13b' } }],
		['3', { kind: 'forbidden', code: 'initiative.other-unit', details: { number: '3' } }],
		['12', { code: 'initiative.unknown' }],
		['14a', { code: 'initiative.unknown' }],
		['999', { code: 'initiative.unknown' }],
	])('is told why there is none under %s', async (number, refusal) => {
		await expect(viewBoardInitiative(lead(), { municipality, year, number })).rejects.toMatchObject(refusal);
	});

	test('is not told what was answered about one of another unit that went into the own', async () => {
		const look = (who: Context) => viewBoardInitiative(who, { municipality, year, number: '9' });
		const listSaid = ({ origins }: BoardInitiativeView) =>
			origins.map(({ number, history }) => [number, ...history.map(({ round }) => round.year)]);
		expect(listSaid(await look(desk.coordinator()))).toEqual([['10', 2023, 2024]]);
		expect(listSaid(await look(lead()))).toEqual([['10', 2023]]);
	});
});

test('what was said follows an initiative through a split or a merger, to be read and not to be confirmed', async () => {
	const key = (number: string) => ({ municipality, year, number });
	const remarks = async (number: string) =>
		(await viewOwnAnswer(desk.as(anna), key(number))).origins.map((one) => [
			one.kind,
			one.number,
			one.assessment.year,
			one.assessment.remark,
		]);
	expect(await remarks('9')).toEqual([['merged', '10', 2024, 'Sagt om 10 i år.']]);
	expect(await remarks('13a')).toEqual([['split', '13', 2024, 'Sagt om 13 i år.']]);
	// One that stayed beside it has its own answer of the year: only what was said before counts for both.
	const before = (await viewInitiative(desk.coordinator(), { municipality, number: '14', year: 2023 })).assessment;
	expect(await remarks('14a')).toEqual([['split', '14', 2023, before?.remark ?? null]]);
	expect(await remarks('14')).toEqual([]);
	const part = await viewOwnAnswer(desk.as(anna), key('14a'));
	expect([part.previous, part.unchanged]).toEqual([null, null]);
	const { originAnswers, row } = await viewBoardInitiative(desk.coordinator(), key('13b'));
	expect([row.previous, originAnswers]).toMatchObject([null, [{ kind: 'split', number: '13', assessment: { year: 2024 } }]]);
});
