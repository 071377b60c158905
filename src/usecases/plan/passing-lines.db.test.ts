import { afterAll, beforeAll, expect, test } from 'vitest';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { renumber } from '../plan-changes/renumber.ts';
import { split } from '../plan-changes/split.ts';
import { takeOut } from '../plan-changes/take-out.ts';
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
