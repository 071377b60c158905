import { afterAll, beforeAll, expect, test } from 'vitest';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import type { Context } from '../context.ts';
import { renumber } from '../plan-changes/renumber.ts';
import { split } from '../plan-changes/split.ts';
import { takeOut } from '../plan-changes/take-out.ts';
import { viewBoard } from '../round/view-board.ts';
import { viewInitiative } from './view-initiative.ts';

let desk: RoundDesk;
let anna = '';

beforeAll(async () => {
	desk = await openRoundDesk();
	anna = await desk.addOwner('Prøveperson Anna', ['44']);
	await desk.open();
});
afterAll(() => desk.server.close());

const find = (number: string) => viewInitiative(desk.coordinator(), { municipality, number, year });
const key = async (number: string) => ({ municipality, number, version: (await find(number)).initiative.version });

test('keeps a page of a line that came and went in the round, for those who work on it', async () => {
	const parts = ['44a', '44b'].map((number) => ({ number, title: `Del ${number}` }));
	await split(desk.coordinator(), { ...(await key('44')), parts, keep: true, decision: 'Deles i to' });
	await takeOut(desk.coordinator(), { ...(await key('44a')), decision: 'Alligevel ikke', caseNumber: '24/44' });
	for (const round of [undefined, year]) {
		const page = await viewInitiative(desk.coordinator(), { municipality, number: '44A', year: round });
		expect(page).toMatchObject({
			...{ initiative: { number: '44a', title: 'Del 44a' }, round: null, passedIn: year, withdrawnIn: year },
			...{ assessment: null, previous: { number: '44' }, next: { number: '44b' } },
		});
		expect(page.origins).toMatchObject({
			predecessors: [{ kind: 'split', number: '44', decision: 'Deles i to' }],
			successors: [],
			events: [{ kind: 'split' }, { kind: 'taken out', year, decision: 'Alligevel ikke', caseNumber: '24/44' }],
		});
	}
	const early = viewInitiative(desk.coordinator(), { municipality, number: '44a', year: 2023 });
	await expect(early).rejects.toMatchObject({ code: 'initiative.unknown' });
	// The one it came out of leads to it, beside what the plan has of it.
	const from = await find('44');
	expect(from.origins.successors.map(({ number }) => number)).toEqual(['44b']);
	expect(from.passing).toMatchObject([{ number: '44a', title: 'Del 44a', year, hasPage: true }]);
	for (const who of [desk.reader(), desk.as(anna)]) {
		expect((await viewInitiative(who, { municipality, number: '44' })).passing).toEqual([]);
		const hidden = viewInitiative(who, { municipality, number: '44a' });
		await expect(hidden).rejects.toMatchObject({ code: 'initiative.unknown' });
	}
	// The number may be another's: its page is then that one's.
	await renumber(desk.coordinator(), { municipality, numbers: [{ ...(await key('44b')), to: '44a' }] });
	expect((await find('44a')).passedIn).toBeNull();
	expect((await find('44')).passing).toMatchObject([{ number: '44a', hasPage: false }]);
	await takeOut(desk.coordinator(), { ...(await key('44a')), decision: 'Heller ikke den' });
});

test('the board of a published round leads a unit lead to no line that came and went in it', async () => {
	const divide = async (from: string, into: string) => {
		const parts = [{ number: into, title: `Del ${into}` }];
		await split(desk.coordinator(), { ...(await key(from)), parts, keep: true, decision: 'Deles' });
	};
	await divide('43', '43a');
	await divide('43a', '43b');
	await takeOut(desk.coordinator(), { ...(await key('43a')), decision: 'Alligevel ikke' });
	const unit = await desk.addUnit('Prøveenhed', ['43b']);
	const look = async (who: Context) =>
		(await viewBoard(who, { municipality, year })).events.find(({ initiative }) => initiative.number === '43b');
	const lead = desk.as('prøveleder', { role: 'unit lead', unitIds: [unit] });
	expect(await look(lead)).toMatchObject({ initiative: { hasPage: false }, other: { number: '43a', hasPage: false } });
	await desk.server.sql(`update round_run set stage = 'published' where municipality_code = '0340'`);
	expect(await look(lead)).toMatchObject({ initiative: { hasPage: true }, other: { number: '43a', hasPage: false } });
	expect(await look(desk.coordinator())).toMatchObject({ initiative: { hasPage: true }, other: { number: '43a', hasPage: true } });
});
