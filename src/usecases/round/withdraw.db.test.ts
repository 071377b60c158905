import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { changeOwner } from '../plan-changes/change-owner.ts';
import { viewInitiative } from '../plan/view-initiative.ts';
import { addComment } from './add-comment.ts';
import { editAssessments } from './edit-assessments.ts';
import { editRound } from './edit-round.ts';
import { giveAnswer } from './give-answer.ts';
import { listOwnAnswers } from './list-own-answers.ts';
import { openRound } from './open-round.ts';
import { saveDraft } from './save-draft.ts';
import { viewBoard } from './view-board.ts';
import { withdrawRound } from './withdraw-round.ts';

let desk: RoundDesk;
let anna = '';

beforeAll(async () => {
	desk = await openRoundDesk();
	anna = await desk.addOwner('Prøveperson Anna', ['1', '2', '3']);
});
afterAll(() => desk.server.close());

const board = () => viewBoard(desk.coordinator(), { municipality, year });
async function withdraw(more: Partial<Parameters<typeof withdrawRound>[1]> = {}, who = desk.coordinator()) {
	const { run } = await board();
	return withdrawRound(who, { municipality, year, version: run.version, reason: 'Åbnet for det forkerte år', putAside: 0, ...more });
}

describe('a round that was opened by mistake', () => {
	test('is withdrawn with a reason, by who runs it, and leaves everything as it was', async () => {
		const tables = ['status_round', 'round_line', 'assessment', 'answer', 'assignment', 'round_run', 'round_step'];
		const read = () => Promise.all(tables.map((table) => desk.server.sql(`select * from ${table} where municipality_code = '0340'`)));
		const before = await read();
		await desk.open('collecting');
		const mail = (kind: string, ofYear: number) =>
			`('0340', '${kind}', '${anna}', '${desk.planId}', ${ofYear}, '2026-03-01', false, 'a@example.org', '', '', '', 'queued', now())`;
		await desk.server.sql(
			`insert into mail (municipality_code, kind, person_id, plan_id, year, day, is_gathered, to_address, subject, text, html, state, queued_at)
			values ${mail('digest', year)}, ${mail('invitation', year)}, ${mail('digest', year - 1)}`,
		);
		await expect(withdraw({ reason: ' ' })).rejects.toMatchObject({ code: 'round.reason-missing' });
		await expect(withdraw({ version: 1 })).rejects.toMatchObject({ code: 'round.changed-meanwhile' });
		await expect(withdraw({}, desk.as(anna))).rejects.toMatchObject({ code: 'access.denied' });
		expect(await withdraw()).toEqual({ putAside: 0 });
		expect(await read()).toEqual(before);
		expect(await desk.server.sql(`select year from mail where state = 'queued'`)).toEqual([{ year: year - 1 }]);
		await expect(board()).rejects.toMatchObject({ code: 'round.unknown' });
		expect((await listOwnAnswers(desk.as(anna), { municipality })).run).toBeNull();
		const [noted] = await desk.server.sql(`select action, note, who from change where entity = 'round' order by id desc limit 1`);
		expect(noted).toMatchObject({ action: 'removed', note: 'Åbnet for det forkerte år' });
	});

	test('puts nothing aside that was not confirmed, and keeps what was in the history alone', async () => {
		await desk.open('collecting');
		await giveAnswer(desk.as(anna), { municipality, year, number: '1', version: 1, content: fullAnswer });
		await saveDraft(desk.as(anna), { municipality, year, number: '2', version: 1, draft: { ...fullAnswer, remark: 'Halvt skrevet' } });
		await addComment(desk.coordinator(), { municipality, year, number: '3', text: 'Ring først' });
		await expect(withdraw()).rejects.toMatchObject({ code: 'round.has-answers', details: { count: 3 } });
		await expect(withdraw({ putAside: 2 })).rejects.toMatchObject({ code: 'round.has-answers' });
		expect((await board()).numbers.answered).toBe(1);
		expect(await withdraw({ putAside: 3 })).toEqual({ putAside: 3 });
		const kept = await desk.server.sql(
			`select before::text as said from change where action = 'removed' and entity <> 'round' order by id`,
		);
		const said = kept.map((row) => String(row.said)).join(' ');
		for (const text of [fullAnswer.remark, 'Halvt skrevet', 'Ring først']) expect(said).toContain(text);
		// What was never published is not told of to everybody afterwards.
		const seen = await viewInitiative(desk.reader(), { municipality, number: '1' });
		expect(seen.changes.filter((change) => change.year === year)).toEqual([]);
	});

	test('counts what is said of an initiative that is not answered yet, as the page does', async () => {
		await desk.open('collecting');
		const edits = [{ number: '2', version: 1, change: { remark: 'Kun en bemærkning' } }];
		await editAssessments(desk.coordinator(), { municipality, year, edits });
		expect((await board()).numbers.answered).toBe(0);
		await expect(withdraw()).rejects.toMatchObject({ code: 'round.has-answers', details: { count: 1 } });
		expect(await withdraw({ putAside: 1 })).toEqual({ putAside: 1 });
	});

	test('can be opened again, and cannot be withdrawn once the answers are gone through or the plan has changed', async () => {
		await desk.open('review');
		await expect(withdraw()).rejects.toMatchObject({ code: 'round.not-to-withdraw' });
		await desk.step('collecting');
		await desk.server.sql(
			`insert into plan_event (municipality_code, plan_id, year, kind, initiative_id, before, who, at)
			select municipality_code, plan_id, 2024, 'renumbered', id, '4', 'test', now() from initiative where municipality_code = '0340' and number = '4'`,
		);
		await expect(withdraw()).rejects.toMatchObject({ code: 'round.plan-changed', details: { numbers: '4' } });
	});

	test('can be withdrawn when what was changed in the plan is put back, whoever answers', async () => {
		await desk.server.sql(
			`insert into plan_event (municipality_code, plan_id, year, kind, initiative_id, before, after, who, at)
			select municipality_code, plan_id, 2024, 'renumbered', id, before, after, 'test', now()
			from initiative, (values ('4', '4x'), ('4x', '4')) as moves (before, after) where municipality_code = '0340' and number = '4'`,
		);
		const change = async (more: Partial<Parameters<typeof changeOwner>[1]>) => {
			const { initiative } = await desk.getRow('5');
			await changeOwner(desk.coordinator(), { municipality, number: '5', version: initiative.version, ...more });
			return initiative.responsible;
		};
		const before = await change({ responsible: 'Prøveafdelingen' });
		await change({ personIds: [anna] });
		await expect(withdraw()).rejects.toMatchObject({ code: 'round.plan-changed', details: { numbers: '5' } });
		await change({ responsible: before });
		expect(await withdraw()).toEqual({ putAside: 0 });
		await desk.open('collecting');
	});
});

test('what a round asks for is changed until the answers are gone through', async () => {
	const { run } = await board();
	const { askedFields, remarkLimit, deadline, contact } = run;
	const kept = { municipality, year, askedFields, remarkLimit, deadline, contact, guide: 'kept' } as const;
	expect(run.legend).not.toBeNull();
	await editRound(desk.coordinator(), {
		...kept,
		version: run.version,
		askedFields: ['remark', 'state'],
		remarkLimit: 300,
		guide: 'none',
	});
	const changed = (await board()).run;
	expect(changed).toMatchObject({ askedFields: ['state', 'remark'], remarkLimit: 300, legend: null });
	await editRound(desk.coordinator(), { ...kept, version: changed.version, guide: 'plan' });
	expect((await board()).run).toMatchObject({ askedFields, remarkLimit, legend: run.legend });
	// A deadline that has passed meanwhile may stay.
	desk.goTo('2026-05-10');
	await desk.step('review');
	const { version } = (await board()).run;
	await expect(editRound(desk.coordinator(), { ...kept, version, remarkLimit: 300 })).rejects.toMatchObject({
		code: 'round.questions-fixed',
	});
	await editRound(desk.coordinator(), { ...kept, version, contact: 'Klimakontoret' });
	const other = openRound(desk.coordinator(), { municipality, year: 2025, deadline: '2026-05-09', askedFields, remarkLimit, contact });
	await expect(other).rejects.toMatchObject({ code: 'round.deadline-past' });
});
