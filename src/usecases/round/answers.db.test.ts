import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDraft, type AnswerDraft } from '#domain/followup/answer-rules.ts';
import { noteAssessed } from '#storage/answers.ts';
import { fullAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { actors, makeContext } from '../../../test/context.ts';

import { acceptAnswers } from './accept-answers.ts';
import { addComment } from './add-comment.ts';
import { confirmUnchanged } from './confirm-unchanged.ts';
import { editAssessments } from './edit-assessments.ts';
import { giveAnswer } from './give-answer.ts';
import { listOwnAnswers } from './list-own-answers.ts';
import { saveDraft } from './save-draft.ts';
import { sendBack } from './send-back.ts';
import { viewOwnAnswer } from './view-own-answer.ts';

let desk: RoundDesk;
let [anna, bo, lead, unit] = ['', '', '', ''];

beforeAll(async () => {
	desk = await openRoundDesk();
	unit = await desk.addUnit('Prøveafdelingen', ['20a', '21', '1']);
	anna = await desk.addOwner('Prøveperson Anna', ['1', '2', '3', '4', '5', '6', '20a']);
	bo = await desk.addOwner('Prøveperson Bo', ['7', '8']);
	lead = await desk.addOwner('Prøveperson Leder', [], 'unit lead', unit);
	await desk.open();
});
afterAll(() => desk.server.close());

const key = (number: string, version = 1) => ({ municipality, year, number, version });
const view = (number: string, who = desk.as(anna)) => viewOwnAnswer(who, { municipality, year, number });

describe("a person's own answers", () => {
	test('are those the person is asked about, with last year beside an empty one', async () => {
		const own = await listOwnAnswers(desk.as(anna), { municipality });
		expect(own).toMatchObject({ run: { year, stage: 'collecting' }, years: [year], numbers: { total: 7, done: 0 } });
		expect(own.rows.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '20a']);
		expect(own.rows[0]).toMatchObject({ status: 'waiting', isOwn: true, maySave: true, isOverTime: false });
		const one = await view('1');
		expect(one.previous).toMatchObject({ year: 2023, colourReason: null });
		expect(one.previous?.content.remark).toBeTruthy();
		expect(one).toMatchObject({ form: emptyDraft, given: null, draft: null, answer: { version: 1, status: 'waiting' } });
		expect(one.problems).toEqual(['state-missing', 'fulfilment-missing', 'remark-missing']);
		expect(one.place).toMatchObject({ index: 0, total: 7, previous: null, next: { number: '2' }, nextWaiting: { number: '2' } });
		expect(one.persons.map(({ name }) => name)).toEqual(['Prøveperson Anna']);
	});

	test('include those of persons one stands in for, and for a unit lead those of the unit', async () => {
		const standIn = await listOwnAnswers(desk.as(bo, { personIds: [bo, anna] }), { municipality });
		expect(standIn.rows).toHaveLength(9);
		// Told for whom, but at those that are one's own.
		const replaced = standIn.rows.map(({ number, standsInFor }) => [number, ...standsInFor.map(({ name }) => name)]);
		expect(replaced).toEqual(expect.arrayContaining([['1', 'Prøveperson Anna'], ['7']]));
		const seen = await listOwnAnswers(desk.as(lead, { role: 'unit lead', unitIds: [unit] }), { municipality, year });
		// The lead is asked about 21, which has no owner.
		expect(seen.rows.map(({ number, isOwn }) => [number, isOwn])).toEqual([
			['21', true],
			['1', false],
			['20a', false],
		]);
		expect(seen.numbers.total).toBe(1);
	});

	test('are nobody else’s to see or change', async () => {
		const denied = { kind: 'forbidden', code: 'access.denied' };
		const neighbour = makeContext(desk.database, { ...actors.neighbour, personIds: [anna] }, desk.now);
		for (const who of [desk.as(bo), desk.reader(), neighbour, desk.as(anna, { role: 'reader' })]) {
			await expect(view('1', who)).rejects.toMatchObject(denied);
			await expect(saveDraft(who, { ...key('1'), draft: fullAnswer })).rejects.toMatchObject(denied);
			await expect(giveAnswer(who, { ...key('1'), content: fullAnswer })).rejects.toMatchObject(denied);
			await expect(confirmUnchanged(who, key('1'))).rejects.toMatchObject(denied);
			await expect(addComment(who, { ...key('1'), text: 'Hej' })).rejects.toMatchObject(denied);
			await expect(sendBack(who, { ...key('1'), comment: 'Hej' })).rejects.toMatchObject(denied);
		}
		expect(await view('1')).toMatchObject({ answer: { version: 1 }, comments: [] });
	});
});

describe('what is typed', () => {
	test('is kept as it stands, changes no page, and is there when the page is opened again', async () => {
		const before = await desk.database.findRevision(municipality);
		const draft = { ...emptyDraft, state: 'planning', remark: '  Vi er ' } as const;
		const saved = await saveDraft(desk.as(anna), { ...key('2'), draft });
		expect(saved).toMatchObject({ version: 2, status: 'draft', problems: ['fulfilment-missing'] });
		expect(await view('2')).toMatchObject({ form: draft, draft: { content: draft, who: { name: 'Prøveperson Anna' } }, given: null });
		expect(await desk.database.findRevision(municipality)).toEqual(before);
	});

	test('twice by two persons: the second is told and sees both texts', async () => {
		const one = { ...emptyDraft, remark: 'Min tekst' };
		const two = { ...emptyDraft, remark: 'En helt anden tekst' };
		await saveDraft(desk.as(anna), { ...key('3'), draft: one });
		const late = saveDraft(desk.coordinator(), { ...key('3'), draft: two });
		await expect(late).rejects.toMatchObject({ kind: 'conflict', code: 'answer.changed-meanwhile' });
		const seen = await view('3', desk.coordinator());
		expect(seen).toMatchObject({ form: one, draft: { who: { id: anna } }, answer: { version: 2 } });
		await saveDraft(desk.coordinator(), { ...key('3', seen.answer.version), draft: two });
		expect((await view('3')).form).toEqual(two);
	});

	test('can be sent again when the answer to it was lost', async () => {
		const editor = 'side-1';
		const draft = { ...emptyDraft, remark: 'Første' };
		expect(await saveDraft(desk.as(anna), { ...key('4'), draft, editor })).toMatchObject({ version: 2 });
		// The very same again, and more typed in the same page: neither is a conflict.
		expect(await saveDraft(desk.as(anna), { ...key('4'), draft, editor })).toMatchObject({ version: 2 });
		const more = { ...draft, remark: 'Første og anden' };
		expect(await saveDraft(desk.as(anna), { ...key('4'), draft: more, editor })).toMatchObject({ version: 3 });
		const elsewhere = saveDraft(desk.as(anna), { ...key('4'), draft, editor: 'side-2' });
		await expect(elsewhere).rejects.toMatchObject({ code: 'answer.changed-meanwhile' });
	});

	test('is taken from an older save without its version, and then from what was shown alone', async () => {
		const editor = 'side-1';
		const draft = { ...emptyDraft, remark: 'Gammel' };
		const { version } = await view('4').then(({ answer }) => saveDraft(desk.as(anna), { ...key('4', answer.version), draft, editor }));
		await desk.server.sql(`update answer set draft = draft - 'base' - 'version' where draft ->> 'editor' = $1`, [editor]);
		expect(await view('4')).toMatchObject({ form: draft, isDraftOlder: false });
		const more = { ...draft, remark: 'Gammel og ny' };
		const unseen = saveDraft(desk.as(anna), { ...key('4', version - 1), draft: more, editor });
		await expect(unseen).rejects.toMatchObject({ code: 'answer.changed-meanwhile' });
		expect(await saveDraft(desk.as(anna), { ...key('4', version), draft: more, editor })).toMatchObject({ version: version + 1 });
	});

	test('is kept when it is too long to give, and refused when no report could ever hold it', async () => {
		const long = { ...fullAnswer, remark: 'x'.repeat(700) };
		expect(await saveDraft(desk.as(anna), { ...key('5'), draft: long })).toMatchObject({ problems: ['remark-too-long'] });
		const endless = saveDraft(desk.as(anna), { ...key('5', 2), draft: { ...long, remark: 'x'.repeat(20_001) } });
		await expect(endless).rejects.toMatchObject({ code: 'round.text-too-long' });
	});
});

describe('an answer', () => {
	test('becomes the assessment of the round, with the colour of the guide and its history', async () => {
		const given = await giveAnswer(desk.as(anna), { ...key('1'), content: fullAnswer });
		expect(given).toMatchObject({ version: 2, status: 'answered', problems: [] });
		const row = await desk.getRow('1');
		expect(row).toMatchObject({
			assessment: { state: 'in progress', stateText: null, progress: 'green', fulfilment: 'yellow', source: null },
			answer: { status: 'answered', answeredBy: anna, isUnchanged: false },
			answeredBy: { name: 'Prøveperson Anna' },
			breaksGuide: false,
		});
		const changes = await desk.server.sql(
			`select entity, action, who, reason from change where year = 2024 and entity_id = $1 order by id`,
			[row.initiative.id],
		);
		expect(changes).toEqual([
			{ entity: 'assessment', action: 'added', who: anna, reason: 'answer' },
			{ entity: 'answer', action: 'changed', who: anna, reason: 'answer' },
		]);
	});

	test('given again changes nothing, and another one changes it', async () => {
		const again = await giveAnswer(desk.as(anna), { ...key('1'), content: fullAnswer });
		expect(again).toMatchObject({ version: 2, status: 'answered' });
		const other = { ...fullAnswer, remark: 'Anden hal er klar.' };
		await expect(giveAnswer(desk.as(anna), { ...key('1'), content: other })).rejects.toMatchObject({ code: 'answer.changed-meanwhile' });
		expect(await giveAnswer(desk.as(anna), { ...key('1', 2), content: other })).toMatchObject({ version: 3 });
		expect((await desk.getRow('1')).assessment).toMatchObject({ remark: 'Anden hal er klar.', version: 2 });
	});

	test('that lacks something is refused, and kept as it was typed', async () => {
		const content = { ...fullAnswer, progress: 'red', remark: ' ' } as const;
		const refused = giveAnswer(desk.as(anna), { ...key('6'), content });
		const problems = 'colour-reason-missing remark-missing';
		await expect(refused).rejects.toMatchObject({ kind: 'invalid', code: 'answer.incomplete', details: { problems, version: 2 } });
		expect(await view('6')).toMatchObject({ form: content, given: null, answer: { status: 'draft', version: 2 } });
		const said = { ...content, remark: 'Gik i stå.', colourReason: 'Udbuddet blev annulleret.' };
		await giveAnswer(desk.as(anna), { ...key('6', 2), content: said });
		expect(await desk.getRow('6')).toMatchObject({
			breaksGuide: true,
			draft: null,
			assessment: { progress: 'red' },
			answer: { colourReason: 'Udbuddet blev annulleret.' },
			problems: [],
		});
	});

	test('goes where its page is open: of another year or number there is none', async () => {
		const content = fullAnswer;
		await expect(giveAnswer(desk.as(anna), { ...key('1'), year: 2023, content })).rejects.toMatchObject({ code: 'round.unknown' });
		await expect(giveAnswer(desk.as(anna), { ...key('999'), content })).rejects.toMatchObject({ code: 'initiative.unknown' });
		await expect(giveAnswer(desk.as(anna), { ...key('1\u0000%'), content })).rejects.toMatchObject({ kind: 'not-found' });
	});
});

describe('"unchanged"', () => {
	test('confirms last year in one press, and twice is once', async () => {
		const before = (await view('7', desk.as(bo))).previous?.content;
		expect(await confirmUnchanged(desk.as(bo), key('7'))).toMatchObject({ version: 2, status: 'answered' });
		expect(await confirmUnchanged(desk.as(bo), key('7'))).toMatchObject({ version: 2 });
		const row = await desk.getRow('7');
		expect(row.assessment).toMatchObject(before ?? {});
		expect(row).toMatchObject({ change: 'unchanged', answer: { isUnchanged: true, answeredBy: bo } });
	});

	test('is refused while a new answer is typed beside it that is not saved, and throws no text away', async () => {
		const given = (await view('7', desk.as(bo))).form;
		const confirm = async (typed: AnswerDraft) => confirmUnchanged(desk.as(bo), { ...key('7', await desk.getVersion('7')), typed });
		await expect(confirm({ ...given, remark: 'Skrevet, men ikke gemt.' })).rejects.toMatchObject({ code: 'answer.typed-anew' });
		await expect(confirm({ ...emptyDraft, colourReason: 'Fordi.' })).rejects.toMatchObject({ code: 'answer.typed-anew' });
		// A form that says what is stored, however it is written, or nothing at all.
		for (const typed of [given, { ...given, remark: ` ${given.remark}\r\n` }, emptyDraft]) {
			expect(await confirm(typed)).toMatchObject({ status: 'answered' });
		}
		const draft = { ...emptyDraft, remark: 'En kladde.' };
		await saveDraft(desk.as(bo), { ...key('7', await desk.getVersion('7')), draft });
		await expect(confirm({ ...draft, state: 'completed' })).rejects.toMatchObject({ code: 'answer.typed-anew' });
		expect(await confirm(draft)).toMatchObject({ status: 'answered' });
	});

	test('lets the colour follow a priority that the plan has changed since', async () => {
		await desk.server.sql(
			`update assessment set state = 'on hold', progress = 'red' where year = 2023 and initiative_id = (select id from initiative where number = '8' and municipality_code = '0340')`,
		);
		await desk.server.sql(`update round_line set content = content || '{"priority":"prioritised"}' where year = 2023`);
		await desk.server.sql(`update initiative set priority = 'planned prioritised' where number = '8' and municipality_code = '0340'`);
		const offered = await view('8', desk.as(bo));
		expect(offered.unchanged).toMatchObject({ content: { progress: 'white' }, newColour: { before: 'red', after: 'white' } });
		await confirmUnchanged(desk.as(bo), key('8'));
		expect((await desk.getRow('8')).assessment).toMatchObject({ state: 'on hold', progress: 'white' });
	});

	test('of an answer that would be refused as a new one is refused too', async () => {
		const content = (await view('20a')).previous?.content;
		expect(content?.fulfilment).toBeNull();
		expect((await view('20a')).unchanged?.lacks).toEqual(['fulfilment-missing']);
		const refused = confirmUnchanged(desk.as(anna), key('20a'));
		await expect(refused).rejects.toMatchObject({ code: 'answer.incomplete', details: { problems: 'fulfilment-missing' } });
		expect(await desk.getRow('20a')).toMatchObject({ answer: { status: 'waiting' }, assessment: null });
	});

	test('against the guide asks for a reason once', async () => {
		await desk.server.sql(
			`update assessment set state = 'in progress', progress = 'yellow', fulfilment = 'yellow' where year = 2023 and initiative_id = (select id from initiative where number = '20a' and municipality_code = '0340')`,
		);
		await desk.server.sql(`update initiative set priority = 'prioritised' where number = '20a' and municipality_code = '0340'`);
		const refused = confirmUnchanged(desk.as(anna), key('20a'));
		await expect(refused).rejects.toMatchObject({ code: 'answer.incomplete', details: { problems: 'colour-reason-missing' } });
		await confirmUnchanged(desk.as(anna), { ...key('20a'), colourReason: 'Staten betaler først til næste år.' });
		expect(await desk.getRow('20a')).toMatchObject({
			assessment: { progress: 'yellow' },
			answer: { colourReason: 'Staten betaler først til næste år.', isUnchanged: true },
		});
	});
});

describe('a page that an owner has open', () => {
	test('meets a conflict where the coordinator has changed, accepted or imported the answer meanwhile', async () => {
		const open = { ...key('6', (await view('6')).answer.version), editor: 'faneblad' };
		const first = await saveDraft(desk.as(anna), { ...open, draft: { ...fullAnswer, remark: 'Under skrivning' } });
		const write = (version: number) => saveDraft(desk.as(anna), { ...open, version, draft: { ...fullAnswer, remark: 'Skrevet videre' } });
		const conflict = { kind: 'conflict', code: 'answer.changed-meanwhile' };
		const edit = { number: '6', version: first.version, change: { state: 'planning', fulfilment: 'red', remark: 'Rettet' } } as const;
		await editAssessments(desk.coordinator(), { municipality, year, edits: [edit] });
		await expect(write(first.version)).rejects.toMatchObject(conflict);
		await expect(giveAnswer(desk.as(anna), { ...open, version: first.version, content: fullAnswer })).rejects.toMatchObject(conflict);
		const edited = (await view('6')).answer.version;
		await acceptAnswers(desk.coordinator(), { municipality, year, answers: [{ number: '6', version: edited }] });
		await expect(write(edited)).rejects.toMatchObject(conflict);
		const accepted = (await view('6')).answer.version;
		const ids = await desk.server.sql<{ id: string }>(`select id from initiative where municipality_code = '0340' and number = '6'`);
		await desk.database.write('0340', (tx) =>
			noteAssessed(tx, desk.planId, year, [String(ids[0]?.id)], { who: actors.coordinator.id, at: desk.now() }),
		);
		await expect(write(accepted)).rejects.toMatchObject(conflict);
		// Nothing of either is lost: the page shows both.
		expect(await view('6')).toMatchObject({
			given: { remark: 'Rettet' },
			draft: { content: { remark: 'Under skrivning' } },
			isDraftOlder: true,
		});
	});
});
