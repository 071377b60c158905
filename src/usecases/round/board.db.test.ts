import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actors, makeContext } from '../../../test/context.ts';
import { fullAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { acceptAnswers } from './accept-answers.ts';
import { addComment } from './add-comment.ts';
import { assignPersons } from './assign-persons.ts';
import { editAssessments } from './edit-assessments.ts';
import { editRound } from './edit-round.ts';
import { giveAnswer } from './give-answer.ts';
import { listOwnAnswers } from './list-own-answers.ts';
import { listRoundRuns } from './list-round-runs.ts';
import { openRound } from './open-round.ts';
import { proposeRound } from './propose-round.ts';
import { saveDraft } from './save-draft.ts';
import { sendBack } from './send-back.ts';
import { sendBackMany } from './send-back-many.ts';
import { stepRound } from './step-round.ts';
import { undoEdit } from './undo-edit.ts';
import { viewBoard } from './view-board.ts';
import { viewOwnAnswer } from './view-own-answer.ts';
import { viewMunicipality } from '../plan/view-municipality.ts';

let desk: RoundDesk;
let [anna, bo, lead, unit] = ['', '', '', ''];
const opening = {
	municipality,
	year,
	deadline: '2026-05-01',
	askedFields: ['remark', 'state', 'progress'],
	remarkLimit: 600,
	contact: ' Klimakoordinatoren ',
} as const;

beforeAll(async () => {
	desk = await openRoundDesk();
	unit = await desk.addUnit('Prøveafdelingen', ['10', '11']);
	anna = await desk.addOwner('Prøveperson Anna', ['1', '2', '3', '4', '5', '6']);
	bo = await desk.addOwner('Prøveperson Bo', ['7', '8', '10']);
	lead = await desk.addOwner('Prøveperson Leder', [], 'unit lead', unit);
});
afterAll(() => desk.server.close());

const board = () => viewBoard(desk.coordinator(), { municipality, year });
const key = (number: string, version = 1) => ({ municipality, year, number, version });

describe('a round', () => {
	test('is proposed as the last one was, a year later', async () => {
		expect(await proposeRound(desk.coordinator(), { municipality })).toMatchObject({
			year: 2024,
			deadline: '2026-04-12',
			// The last one had none.
			statusDate: '2026-04-12',
			takenYears: [2023],
			total: 83,
			legend: { id: 'soroe-2023' },
		});
	});

	test('is opened with sound settings alone, once, and by those who run it', async () => {
		const refuse = async (more: object, code: string, who = desk.coordinator()) =>
			expect(openRound(who, { ...opening, ...more })).rejects.toMatchObject({ code });
		await refuse({ deadline: '2026-02-30' }, 'round.deadline-form');
		await refuse({ deadline: '2026-02-28' }, 'round.deadline-past');
		await refuse({ askedFields: [] }, 'round.fields-missing');
		await refuse({ remarkLimit: 49 }, 'round.remark-limit');
		await refuse({ remarkLimit: 600.5 }, 'round.remark-limit');
		await refuse({ year: 20_024 }, 'round.year-form');
		await refuse({ year: 2023 }, 'round.exists');
		await refuse({ year: 2022 }, 'round.year-too-early');
		await refuse({ contact: 'x'.repeat(501) }, 'round.text-too-long');
		await refuse({}, 'access.denied', desk.as(anna));
		await refuse({}, 'access.denied', makeContext(desk.database, actors.neighbour, desk.now));
		expect(await openRound(desk.coordinator(), opening)).toEqual({ year, asked: 10, unassigned: 73 });
		await refuse({}, 'round.exists');
		await refuse({ year: 2025 }, 'round.another-running');
	});

	test('is nobody else’s to see until it is published, and last year stays as it was', async () => {
		const seen = await viewMunicipality(desk.reader(), { municipality });
		expect(seen).toMatchObject({ round: { year: 2023 }, total: 83 });
		expect(seen.rounds.map((round) => round.year)).toEqual([2023]);
		await expect(viewBoard(desk.as(anna), { municipality, year })).rejects.toMatchObject({ code: 'access.denied' });
		await expect(listRoundRuns(desk.reader(), { municipality })).rejects.toMatchObject({ code: 'access.denied' });
	});

	test('asks whoever answers for the initiative, else the lead of its unit', async () => {
		const seen = await board();
		const asked = (number: string) => seen.rows.find(({ initiative }) => initiative.number === number)?.persons.map(({ name }) => name);
		expect(asked('1')).toEqual(['Prøveperson Anna']);
		expect(asked('10')).toEqual(['Prøveperson Bo']);
		expect(asked('11')).toEqual(['Prøveperson Leder']);
		expect(asked('12')).toEqual([]);
		expect(seen).toMatchObject({
			run: { stage: 'open', askedFields: ['state', 'progress', 'remark'], contact: 'Klimakoordinatoren', version: 1 },
			numbers: { total: 83, answered: 0, waiting: 83, overTime: 0, unassigned: 73 },
			nextStages: ['collecting'],
			mayEdit: true,
			previousYear: 2023,
		});
		expect(seen.rows).toHaveLength(83);
	});

	test('takes no answers before it collects them', async () => {
		const early = giveAnswer(desk.as(anna), { ...key('1'), content: fullAnswer });
		await expect(early).rejects.toMatchObject({ kind: 'conflict', code: 'round.closed' });
		expect((await listOwnAnswers(desk.as(anna), { municipality })).rows.every(({ maySave }) => !maySave)).toBe(true);
	});

	test('goes on step by step, of one coordinator at a time', async () => {
		const step = { municipality, year, version: 1, to: 'collecting' } as const;
		const both = await Promise.allSettled([stepRound(desk.coordinator(), step), stepRound(desk.coordinator(), step)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await expect(stepRound(desk.coordinator(), step)).rejects.toMatchObject({ code: 'round.changed-meanwhile' });
		for (const to of ['approved', 'published'] as const) {
			await expect(stepRound(desk.coordinator(), { ...step, version: 2, to })).rejects.toMatchObject({ code: 'round.step-not-possible' });
		}
		expect((await board()).steps.map(({ from, to }) => [from, to])).toEqual([
			[null, 'open'],
			['open', 'collecting'],
		]);
	});

	test('can have its deadline moved, not into the past', async () => {
		const { run } = await board();
		const { askedFields, remarkLimit } = run;
		const kept = { municipality, year, askedFields, remarkLimit, contact: null, guide: 'kept' } as const;
		const edited = { ...kept, version: run.version, deadline: '2026-04-20' };
		await expect(editRound(desk.coordinator(), { ...edited, deadline: '2026-02-28' })).rejects.toMatchObject({
			code: 'round.deadline-past',
			details: { deadline: '2026-02-28' },
		});
		await editRound(desk.coordinator(), edited);
		await expect(editRound(desk.coordinator(), edited)).rejects.toMatchObject({ code: 'round.changed-meanwhile' });
		expect((await board()).run).toMatchObject({ deadline: '2026-04-20', contact: null });
		// Whom to ask names somebody: the history, which is never erased, says that it was changed.
		const history = await desk.server.sql(`select before, after from change where entity = 'round' and year = $1 order by id`, [year]);
		expect(history.at(-1)?.after).toMatchObject({ deadline: '2026-04-20', hasContact: false, isContactChanged: true });
		expect(JSON.stringify(history)).not.toContain('Klimakoordinatoren');
		const dated = { ...edited, version: run.version + 1, statusDate: '2026-05-15' };
		await editRound(desk.coordinator(), dated);
		expect((await board()).statusDate).toBe('2026-05-15');
		const later = await desk.server.sql(`select before, after from change where entity = 'round' and year = $1 order by id`, [year]);
		expect(later.at(-1)).toMatchObject({ before: { statusDate: null }, after: { statusDate: '2026-05-15' } });
		const wrong = { ...dated, version: run.version + 2, statusDate: 'i maj' };
		await expect(editRound(desk.coordinator(), wrong)).rejects.toMatchObject({ code: 'round.status-date-form' });
		desk.goTo('2026-04-21');
		const late = await board();
		expect(late.numbers).toMatchObject({ overTime: 83, waiting: 83 });
		expect(late.today).toBe('2026-04-21');
	});
});

describe('who is asked', () => {
	test('shows a unit lead the own unit’s initiatives and nobody to choose among, and an owner nothing', async () => {
		const { rows, numbers, people } = await viewBoard(desk.as(lead, { role: 'unit lead', unitIds: [unit] }), { municipality, year });
		expect(rows.map(({ initiative }) => initiative.number)).toEqual(['10', '11']);
		expect(numbers.total).toBe(2);
		expect(people).toEqual([]);
		await expect(viewBoard(desk.as(anna), { municipality, year })).rejects.toMatchObject({ code: 'access.denied' });
	});

	test('can be changed for many at once, for this round and the next', async () => {
		const numbers = ['11', '12', '13'];
		expect(await assignPersons(desk.coordinator(), { municipality, year, numbers, personIds: [bo, anna, bo] })).toEqual({ changed: 3 });
		expect(await assignPersons(desk.coordinator(), { municipality, year, numbers, personIds: [anna, bo] })).toEqual({ changed: 0 });
		expect((await desk.getRow('12')).persons.map(({ name }) => name).sort()).toEqual(['Prøveperson Anna', 'Prøveperson Bo']);
		const owners = await desk.server.sql(
			`select 1 from initiative_owner o join initiative i on i.id = o.initiative_id where i.number = '12'`,
		);
		expect(owners).toHaveLength(2);
		const unknown = assignPersons(desk.coordinator(), { municipality, year, numbers, personIds: ['00000000-0000-4000-8000-000000000000'] });
		await expect(unknown).rejects.toMatchObject({ code: 'person.unknown' });
		const none = assignPersons(desk.as(anna), { municipality, year, numbers, personIds: [anna] });
		await expect(none).rejects.toMatchObject({ code: 'access.denied' });
	});
});

describe('the review', () => {
	test('sends an answer back with a comment that stays with it', async () => {
		const noWords = sendBack(desk.coordinator(), { ...key('1'), comment: ' ' });
		await expect(noWords).rejects.toMatchObject({ code: 'answer.comment-missing' });
		const notGiven = sendBack(desk.coordinator(), { ...key('1'), comment: 'Hvor mange?' });
		await expect(notGiven).rejects.toMatchObject({ code: 'answer.not-given' });
		const { version } = await giveAnswer(desk.as(anna), { ...key('1'), content: fullAnswer });
		await sendBack(desk.coordinator(), { ...key('1', version), comment: 'Hvor mange haller?' });
		await addComment(desk.as(anna), { ...key('1'), text: 'To.' });
		const row = await desk.getRow('1');
		expect(row).toMatchObject({ answer: { status: 'sent back', version: 3 }, assessment: { remark: fullAnswer.remark } });
		expect(row.comments.map(({ kind, text, who }) => [kind, text, who.id])).toEqual([
			['sent back', 'Hvor mange haller?', 'coordinator'],
			['comment', 'To.', anna],
		]);
	});

	test('lets those who are asked save what was sent back, and nothing else', async () => {
		await desk.step('review');
		const answer = { ...fullAnswer, remark: 'To haller er klar.' };
		const other = giveAnswer(desk.as(anna), { ...key('2'), content: answer });
		await expect(other).rejects.toMatchObject({ code: 'round.closed' });
		await saveDraft(desk.as(anna), { ...key('1', 3), draft: answer });
		expect(await viewOwnAnswer(desk.as(anna), key('1'))).toMatchObject({ answer: { status: 'sent back' }, maySave: true, form: answer });
		await giveAnswer(desk.as(anna), { ...key('1', 4), content: answer });
		const again = giveAnswer(desk.as(anna), { ...key('1', 5), content: { ...answer, remark: 'Tre.' } });
		await expect(again).rejects.toMatchObject({ code: 'round.closed' });
	});

	test('accepts answers as they were shown, and names the others', async () => {
		const shown = (await desk.getRow('1')).answer.version;
		const accept = (numbers: readonly { number: string; version: number }[], who = desk.coordinator()) =>
			acceptAnswers(who, { municipality, year, answers: numbers });
		const stale = await accept([
			{ number: '1', version: shown - 1 },
			{ number: '2', version: 1 },
		]);
		const none = { accepted: [], lacking: { noReason: [], incomplete: [] }, undo: null };
		expect(stale).toEqual({ ...none, notAnswered: ['2'], changedMeanwhile: ['1'] });
		const one = [{ number: '1', version: shown }];
		expect(await accept(one)).toMatchObject({ accepted: ['1'], notAnswered: [], changedMeanwhile: [] });
		expect(await accept(one)).toMatchObject({ accepted: [], notAnswered: ['1'] });
		expect((await board()).numbers).toMatchObject({ answered: 1, byStatus: { accepted: 1 } });
		// A unit lead reviews what is the unit's: 10 and 11, not 1.
		const leader = desk.as(lead, { role: 'unit lead', unitIds: [unit] });
		await expect(accept(one, leader)).rejects.toMatchObject({ code: 'access.denied' });
		expect(await accept([{ number: '10', version: 1 }], leader)).toMatchObject({ notAnswered: ['10'] });
	});
});

describe('many at once', () => {
	test('are sent back in one step, without those that were not answered or were changed meanwhile', async () => {
		const version = await desk.getVersion('1');
		const back = (answers: readonly { number: string; version: number }[], comment = 'Se igen.') =>
			sendBackMany(desk.coordinator(), { municipality, year, answers, comment });
		const one = { number: '1', version };
		const two = { number: '2', version: 1 };
		await expect(back([one], ' ')).rejects.toMatchObject({ code: 'answer.comment-missing' });
		await expect(back([])).rejects.toMatchObject({ code: 'round.nothing-chosen' });
		await expect(back([one, { number: '999', version: 1 }])).rejects.toMatchObject({ code: 'initiative.unknown' });
		const leader = desk.as(lead, { role: 'unit lead', unitIds: [unit] });
		const strange = sendBackMany(leader, { municipality, year, answers: [{ number: '10', version: 1 }, one], comment: 'Se igen.' });
		await expect(strange).rejects.toMatchObject({ code: 'access.denied' });
		// Nothing of what was refused has been done.
		expect(await desk.getRow('1')).toMatchObject({ answer: { status: 'accepted', version } });
		const stale = await back([{ ...one, version: version - 1 }, two]);
		expect(stale).toEqual({ sentBack: [], notAnswered: ['2'], changedMeanwhile: ['1'], undo: null });
		expect(await back([two, one])).toMatchObject({ sentBack: ['1'], notAnswered: ['2'], changedMeanwhile: [] });
		const row = await desk.getRow('1');
		expect(row).toMatchObject({ answer: { status: 'sent back' }, assessment: { remark: 'To haller er klar.' } });
		expect(row.comments.at(-1)).toMatchObject({ kind: 'sent back', text: 'Se igen.' });
	});

	const edit = (edits: Parameters<typeof editAssessments>[1]['edits'], who = desk.coordinator()) =>
		editAssessments(who, { municipality, year, edits });
	const readAll = () =>
		desk.server.sql(
			`select to_jsonb(a) - 'version' - 'changed_at' as row from assessment a where municipality_code = '0340' and year = 2024
			union all select to_jsonb(a) - 'version' - 'changed_at' from answer a where municipality_code = '0340' and year = 2024 order by 1`,
		);

	test('are changed together, and taken back together', async () => {
		const before = await readAll();
		const rows = (await board()).rows;
		const edits = rows.map(({ initiative, answer }) => ({
			number: initiative.number,
			version: answer.version,
			change: { state: 'in progress', remark: 'Kører.' } as const,
		}));
		const done = await edit(edits);
		expect(done.changed).toBe(83);
		const after = await board();
		// Where the guide is silent on a priority, a person chooses the colour before it counts as answered.
		const lacking = after.rows.filter(({ problems }) => problems.length > 0);
		expect(new Set(lacking.flatMap(({ problems }) => problems))).toEqual(new Set(['progress-missing']));
		// What was sent back waits for its owner still.
		const back = after.rows.filter(({ answer, problems }) => answer.status === 'sent back' && problems.length === 0);
		expect(after.numbers.answered).toBe(83 - lacking.length - back.length);
		expect(back.length).toBeGreaterThan(0);
		expect(lacking.length).toBeGreaterThan(0);
		expect(after.rows.every(({ assessment }) => assessment?.state === 'in progress' && assessment.remark === 'Kører.')).toBe(true);
		expect(after.rows.filter(({ breaksGuide }) => breaksGuide)).toEqual([]);
		expect(done.versions).toHaveLength(83);
		expect(await undoEdit(desk.coordinator(), { municipality, year, undo: String(done.undo) })).toEqual({ restored: 83, mailed: 0 });
		expect(await readAll()).toEqual(before);
		const twice = undoEdit(desk.coordinator(), { municipality, year, undo: String(done.undo) });
		await expect(twice).rejects.toMatchObject({ code: 'answer.changed-since' });
	});

	test('are all left alone when one of them was changed meanwhile', async () => {
		const before = await readAll();
		const [two, three] = [await desk.getVersion('2'), await desk.getVersion('3')];
		const late = edit([
			{ number: '2', version: two, change: { remark: 'Nyt' } },
			{ number: '3', version: three - 1, change: { remark: 'Nyt' } },
		]);
		await expect(late).rejects.toMatchObject({ code: 'answer.changed-meanwhile', details: { name: '3' } });
		expect(await readAll()).toEqual(before);
	});

	test('are not taken back over what somebody did since', async () => {
		const done = await edit([{ number: '4', version: await desk.getVersion('4'), change: { remark: 'Første' } }]);
		await edit([{ number: '4', version: await desk.getVersion('4'), change: { remark: 'Anden' } }]);
		const undo = undoEdit(desk.coordinator(), { municipality, year, undo: String(done.undo) });
		await expect(undo).rejects.toMatchObject({ code: 'answer.changed-since', details: { numbers: '4' } });
		expect((await desk.getRow('4')).assessment?.remark).toBe('Anden');
		for (const word of ['', 'x', '1-999999999', '999998-999999']) {
			const unknown = undoEdit(desk.coordinator(), { municipality, year, undo: word });
			await expect(unknown).rejects.toMatchObject({ code: 'answer.edit-unknown' });
		}
	});

	test('keep what an owner is typing, and tell the owner', async () => {
		await desk.server.sql(`update round_run set stage = 'collecting' where municipality_code = '0340'`);
		const draft = { ...fullAnswer, remark: 'Min halve sætning' };
		const { version } = await saveDraft(desk.as(anna), { ...key('5', await desk.getVersion('5')), draft, editor: 'fane' });
		const done = await edit([{ number: '5', version, change: { state: 'planning' } }]);
		const answer = { ...draft, remark: 'Min hele sætning.' };
		const refuse = async (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: 'answer.changed-meanwhile' });
		const openPage = { ...key('5', version), editor: 'fane' };
		await refuse(saveDraft(desk.as(anna), { ...openPage, draft: answer }));
		await refuse(saveDraft(desk.as(anna), { ...openPage, draft }));
		await refuse(giveAnswer(desk.as(anna), { ...openPage, content: answer }));
		expect(await viewOwnAnswer(desk.as(anna), key('5'))).toMatchObject({
			form: draft,
			given: { state: 'planning', progress: 'yellow' },
			isDraftOlder: true,
		});
		await undoEdit(desk.coordinator(), { municipality, year, undo: String(done.undo) });
		await refuse(saveDraft(desk.as(anna), { ...openPage, draft: answer }));
		// Who has seen it goes on, and the page's own saves are its own again; what it knew before is not.
		const seen = await desk.getVersion('5');
		await saveDraft(desk.as(anna), { ...openPage, version: seen, draft });
		expect(await viewOwnAnswer(desk.as(anna), key('5'))).toMatchObject({ form: draft, isDraftOlder: false });
		await refuse(saveDraft(desk.as(anna), { ...openPage, draft: answer }));
		await giveAnswer(desk.as(anna), { ...openPage, version: seen, content: answer });
		expect(await viewOwnAnswer(desk.as(anna), key('5'))).toMatchObject({ given: { remark: 'Min hele sætning.' }, isDraftOlder: false });
		await desk.server.sql(`update round_run set stage = 'review' where municipality_code = '0340'`);
	});

	test('keep the colour with another remark, and follow the guide when told to, also where the state is the same', async () => {
		const change = async (fields: Parameters<typeof edit>[0][number]['change']) => {
			const numbers = ['7', '8'];
			const edits = numbers.map(async (number) => ({ number, version: await desk.getVersion(number), change: fields }));
			await edit(await Promise.all(edits));
			const rows = await Promise.all(numbers.map((number) => desk.getRow(number)));
			return rows.map(({ assessment }) => [assessment?.state, assessment?.progress]);
		};
		const green = Array(2).fill(['in progress', 'green']) as unknown;
		expect(await change({ state: 'in progress', remark: 'Kører.' })).toEqual(green);
		expect(await change({ state: 'in progress', progress: null, colourReason: null, remark: 'Kører godt.' })).toEqual(green);
		expect(await change({ remark: 'Kører videre.' })).toEqual(green);
		const red = await change({ progress: 'red', colourReason: 'Midlerne mangler.' });
		expect(red).toEqual(Array(2).fill(['in progress', 'red']));
		// A state that is the same takes nothing along.
		expect(await change({ state: 'in progress' })).toEqual(red);
		expect(await change({ progress: null, colourReason: null })).toEqual(green);
		// A colour that is missing stays so until a person chooses, also where the guide would have one.
		await desk.server.sql(
			`update assessment set progress = null where year = 2024 and initiative_id in (select id from initiative where number in ('7', '8'))`,
		);
		expect(await change({ state: 'in progress', remark: 'Uden farve.' })).toEqual(Array(2).fill(['in progress', null]));
	});

	test('are for those who run the round', async () => {
		const change = { number: '1', version: 1, change: { remark: 'x' } };
		await expect(edit([change], desk.as(anna))).rejects.toMatchObject({ code: 'access.denied' });
		const undo = undoEdit(desk.as(lead, { role: 'unit lead', unitIds: [unit] }), { municipality, year, undo: '1-2' });
		await expect(undo).rejects.toMatchObject({ code: 'access.denied' });
	});
});

describe('an approved round', () => {
	test('is closed to all until it is taken back, with a reason', async () => {
		await desk.step('approved');
		const version = await desk.getVersion('2');
		const edit = editAssessments(desk.coordinator(), { municipality, year, edits: [{ number: '2', version, change: { remark: 'Sent' } }] });
		await expect(edit).rejects.toMatchObject({ code: 'round.closed-for-editing' });
		const given = giveAnswer(desk.as(anna), { ...key('2', version), content: fullAnswer });
		await expect(given).rejects.toMatchObject({ code: 'round.closed' });
		const back = sendBack(desk.coordinator(), { ...key('1', 6), comment: 'Nej' });
		await expect(back).rejects.toMatchObject({ code: 'round.closed-for-editing' });
		const { run } = await board();
		const step = { municipality, year, version: run.version } as const;
		const noMeeting = stepRound(desk.coordinator(), { ...step, to: 'presented', meeting: { body: ' ', date: null, caseNumber: null } });
		await expect(noMeeting).rejects.toMatchObject({ code: 'round.meeting-missing' });
		const noReason = stepRound(desk.coordinator(), { ...step, to: 'review', reason: '  ' });
		await expect(noReason).rejects.toMatchObject({ code: 'round.reason-missing' });
		const meeting = { body: 'Klimaudvalget', date: '2026-05-20', caseNumber: '24/123' };
		await stepRound(desk.coordinator(), { ...step, to: 'presented', meeting });
		await stepRound(desk.coordinator(), { ...step, version: run.version + 1, to: 'review', reason: 'Udvalget spurgte.' });
		const steps = (await board()).steps.slice(-2);
		expect(steps).toMatchObject([
			{ to: 'presented', meeting },
			{ from: 'presented', to: 'review', reason: 'Udvalget spurgte.', meeting: null, who: { id: 'coordinator', name: null } },
		]);
	});
});
