import { afterAll, beforeAll, expect, test } from 'vitest';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { editRound } from './edit-round.ts';
import { viewBoard } from './view-board.ts';

let desk: RoundDesk;
beforeAll(async () => {
	desk = await openRoundDesk();
	await desk.open();
});
afterAll(() => desk.server.close());

const board = () => viewBoard(desk.coordinator(), { municipality, year });
async function edit(deadline: string, statusDate: string) {
	const { askedFields, remarkLimit, version } = (await board()).run;
	const kept = { municipality, year, askedFields, remarkLimit, contact: null, guide: 'kept', version } as const;
	return [(await editRound(desk.coordinator(), { ...kept, deadline, statusDate })).movedTo, (await board()).statusDate];
}

test('a status date that is left as it stood follows a deadline set before it, and that is said', async () => {
	expect(await edit('2026-06-01', '2026-05-20')).toEqual([null, '2026-05-20']);
	expect(await edit('2026-05-10', '2026-05-20')).toEqual(['2026-05-10', '2026-05-10']);
	// Later again it stays, and what somebody writes is kept, also after the deadline.
	expect(await edit('2026-06-01', '2026-05-10')).toEqual([null, '2026-05-10']);
	expect(await edit('2026-05-08', '2026-05-09')).toEqual([null, '2026-05-09']);
	expect(await edit('2026-05-05', '2026-05-09')).toEqual([null, '2026-05-09']);
	expect(await edit('2026-05-04', '')).toEqual([null, null]);
});
