import { afterAll, beforeAll, expect, test } from 'vitest';
import { fullAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { giveAnswer } from './give-answer.ts';
import { viewBoard } from './view-board.ts';

let desk: RoundDesk;
let [anna, bo, cy, lead] = ['', '', '', ''];

beforeAll(async () => {
	desk = await openRoundDesk();
	const unit = await desk.addUnit('Prøveafdelingen', ['1', '2', '3', '7', '8']);
	anna = await desk.addOwner('Prøveperson Anna', ['1', '2', '3']);
	bo = await desk.addOwner('Prøveperson Bo', ['7']);
	cy = await desk.addOwner('Prøveperson Cy', ['8']);
	lead = await desk.addOwner('Prøveperson Leder', [], 'unit lead', unit);
	await desk.server.sql(`update person set email = null where id = '${bo}';
		update person set bounced_at = now(), bounce_reason = '550 <anna@example.org>: no such user' where id = '${anna}'`);
	await desk.open();
});
afterAll(() => desk.server.close());

const unreachable = async (who = desk.coordinator()) => (await viewBoard(who, { municipality, year })).unreachable;

test('the board tells who runs the round whom mail does not reach and who has yet to answer, without address and reason', async () => {
	expect(await unreachable()).toEqual([
		{ id: anna, name: 'Prøveperson Anna', why: 'bounced', waiting: 3 },
		{ id: bo, name: 'Prøveperson Bo', why: 'no address', waiting: 1 },
	]);
});

test('and nobody else', async () => {
	const led = desk.as(lead, { role: 'unit lead', unitIds: [(await desk.getRow('1')).unitId ?? ''] });
	expect((await viewBoard(led, { municipality, year })).rows.length).toBeGreaterThan(0);
	expect(await unreachable(led)).toEqual([]);
});

test('counts what is not answered, and leaves out whose stand-in gets the mail', async () => {
	await giveAnswer(desk.coordinator(), { municipality, year, number: '1', version: await desk.getVersion('1'), content: fullAnswer });
	expect(await unreachable()).toMatchObject([{ id: anna, waiting: 2 }, { id: bo }]);
	await desk.server.sql(`insert into stand_in values ('0340', '${bo}', '${cy}', '2026-01-01', null)`);
	expect(await unreachable()).toMatchObject([{ id: anna }]);
});

test('in the review only what was sent back waits, and an approved round waits for nobody', async () => {
	await desk.step('review');
	expect(await unreachable()).toEqual([]);
	await desk.server.sql(`insert into answer (municipality_code, plan_id, year, initiative_id, status, changed_at)
		select municipality_code, plan_id, year, initiative_id, 'sent back', now() from assignment where person_id = '${anna}'
		on conflict (municipality_code, plan_id, year, initiative_id) do update set status = 'sent back', answered_by = null, answered_at = null`);
	expect(await unreachable()).toMatchObject([{ id: anna, waiting: 3 }]);
	await desk.step('approved');
	expect(await unreachable()).toEqual([]);
});
