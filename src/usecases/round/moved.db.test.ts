import { afterAll, beforeAll, expect, test } from 'vitest';
import { colouredAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { merge } from '../plan-changes/merge.ts';
import { renumber } from '../plan-changes/renumber.ts';
import { takeOut } from '../plan-changes/take-out.ts';
import { viewInitiative } from '../plan/view-initiative.ts';
import { giveAnswer } from './give-answer.ts';
import { saveDraft } from './save-draft.ts';
import { viewOwnAnswer } from './view-own-answer.ts';

/* Somebody has the page of an initiative open, or a mail with its number, while the plan is changed. */
let desk: RoundDesk;
let anna: string;
beforeAll(async () => {
	desk = await openRoundDesk();
	anna = await desk.addOwner('Prøveperson', ['9', '10', '11', '12']);
	await desk.open();
	const key = async (number: string) => ({
		number,
		version: (await viewInitiative(desk.coordinator(), { municipality, number })).initiative.version,
	});
	await renumber(desk.coordinator(), { municipality, numbers: [{ ...(await key('11')), to: '91' }] });
	await merge(desk.coordinator(), { municipality, from: [await key('10')], into: { number: '9' } });
	await takeOut(desk.coordinator(), { municipality, ...(await key('12')), decision: 'Udgår' });
});
afterAll(() => desk.server.close());

test.each([
	['11', { code: 'initiative.renumbered', details: { number: '11', to: '91' } }],
	['10', { code: 'initiative.merged', details: { number: '10', to: '9' } }],
	['12', { code: 'initiative.taken-out', details: { number: '12' } }],
	['999', { code: 'initiative.unknown' }],
])('who asks for initiative %s is told what became of it, by every way to answer', async (number, refusal) => {
	const key = { municipality, year, number };
	await expect(viewOwnAnswer(desk.as(anna), key)).rejects.toMatchObject(refusal);
	await expect(giveAnswer(desk.as(anna), { ...key, version: 1, content: colouredAnswer })).rejects.toMatchObject(refusal);
	await expect(saveDraft(desk.as(anna), { ...key, version: 1, draft: colouredAnswer })).rejects.toMatchObject(refusal);
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
