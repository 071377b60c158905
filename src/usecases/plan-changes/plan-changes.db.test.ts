import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { actors, makeContext } from '../../../test/context.ts';
import { confirmUnchanged } from '../round/confirm-unchanged.ts';
import { giveAnswer } from '../round/give-answer.ts';
import { saveDraft } from '../round/save-draft.ts';
import { viewBoard } from '../round/view-board.ts';
import { viewPathDesk } from '../pathway/view-path-desk.ts';
import { viewPath } from '../pathway/view-path.ts';
import { viewInitiative } from '../plan/view-initiative.ts';
import { listInitiatives } from '../plan/list-initiatives.ts';
import { addInitiative } from './add-initiative.ts';
import { bringBack } from './bring-back.ts';
import { changeOwner } from './change-owner.ts';
import { editInitiative } from './edit-initiative.ts';
import type { EditInitiativeInput } from './inputs.ts';
import { merge } from './merge.ts';
import { renumber } from './renumber.ts';
import { split } from './split.ts';
import { takeOut } from './take-out.ts';

let desk: RoundDesk;
let [anna, bo] = ['', ''];

beforeAll(async () => {
	desk = await openRoundDesk();
	anna = await desk.addOwner('Prøveperson Anna', ['1', '2', '3', '4', '5']);
	bo = await desk.addOwner('Prøveperson Bo', ['6', '7']);
});
afterAll(() => desk.server.close());

const find = (number: string) => viewInitiative(desk.coordinator(), { municipality, number, year });
const key = async (number: string) => ({ municipality, number, version: (await find(number)).initiative.version });
// The pages show the last public round to everybody; those who run the newer one see it by its year.
const listNumbers = async (who = desk.coordinator(), round: number | undefined = who.actor.role === 'reader' ? undefined : year) =>
	(await listInitiatives(who, { municipality, year: round })).lines.map(({ initiative }) => initiative.number);

describe('the plan', () => {
	test('is changed in a round, by those who run it', async () => {
		const fields = { number: '84', title: 'Ny indsats' };
		const early = addInitiative(desk.coordinator(), { municipality, fields });
		await expect(early).rejects.toMatchObject({ kind: 'conflict', code: 'plan.no-running-round' });
		await desk.open();
		for (const who of [desk.as(anna), desk.reader(), makeContext(desk.database, actors.neighbour, desk.now)]) {
			const denied = { code: 'access.denied' };
			await expect(addInitiative(who, { municipality, fields })).rejects.toMatchObject(denied);
			await expect(takeOut(who, { ...(await key('9')), decision: 'x' })).rejects.toMatchObject(denied);
			await expect(editInitiative(who, { ...(await key('9')), fields: { title: 'x' } })).rejects.toMatchObject(denied);
			await expect(merge(who, { municipality, from: [await key('9')], into: { number: '10' } })).rejects.toMatchObject(denied);
			await expect(split(who, { ...(await key('9')), parts: [fields], keep: true })).rejects.toMatchObject(denied);
			await expect(renumber(who, { municipality, numbers: [{ ...(await key('9')), to: '99' }] })).rejects.toMatchObject(denied);
			await expect(changeOwner(who, { ...(await key('9')), personIds: [] })).rejects.toMatchObject(denied);
			await expect(bringBack(who, { municipality, number: '9' })).rejects.toMatchObject(denied);
		}
		expect(await listNumbers()).toHaveLength(83);
	});

	test('gets a new initiative in its place, with somebody to ask', async () => {
		const fields = {
			number: ' 12b ',
			title: 'Solceller på Hal B',
			section: 'Et nyt afsnit',
			startDate: '2025-01-01',
			priority: 'prioritised',
		} as const;
		await addInitiative(desk.coordinator(), { municipality, fields, after: '12', personIds: [anna], decision: 'Byrådet 24. april' });
		const numbers = await listNumbers();
		expect(numbers[numbers.indexOf('12') + 1]).toBe('12b');
		const row = await desk.getRow('12b');
		expect(row).toMatchObject({
			change: 'new',
			previous: null,
			section: { title: 'Et nyt afsnit' },
			answer: { status: 'waiting', version: 1 },
		});
		expect(row.persons.map(({ id }) => id)).toEqual([anna]);
		await giveAnswer(desk.as(anna), { municipality, year, number: '12b', version: 1, content: fullAnswer });
		const wrong = async (more: object, code: string) =>
			expect(addInitiative(desk.coordinator(), { municipality, fields: { ...fields, ...more } })).rejects.toMatchObject({ code });
		await wrong({ number: '12 B' }, 'initiative.duplicate-number');
		await wrong({ number: ' ' }, 'initiative.number-missing');
		await wrong({ number: '8'.repeat(41) }, 'initiative.number-form');
		await wrong({ number: '85', title: ' \n ' }, 'initiative.title-missing');
		await wrong({ number: '85', deadline: '31.12.2030' }, 'initiative.day-form');
		expect(await listNumbers()).toHaveLength(84);
	});

	test('lets one go with the decision, and takes it back', async () => {
		const noDecision = takeOut(desk.coordinator(), { ...(await key('9')), decision: ' ' });
		await expect(noDecision).rejects.toMatchObject({ code: 'plan.decision-missing' });
		const nine = await key('9');
		await takeOut(desk.coordinator(), { ...nine, decision: 'Udgår: staten har overtaget den.', caseNumber: '24/77' });
		expect(await listNumbers()).not.toContain('9');
		expect((await viewBoard(desk.coordinator(), { municipality, year })).events.at(-1)).toMatchObject({
			kind: 'taken out',
			initiative: { number: '9' },
			decision: 'Udgår: staten har overtaget den.',
			caseNumber: '24/77',
		});
		const page = await viewInitiative(desk.coordinator(), { municipality, number: '9' });
		expect(page).toMatchObject({ withdrawnIn: 2024, round: { year: 2023 } });
		expect(page.origins.events).toMatchObject([
			{ kind: 'taken out', year: 2024, decision: 'Udgår: staten har overtaget den.', caseNumber: '24/77' },
		]);
		await bringBack(desk.coordinator(), { municipality, number: '9' });
		expect(await listNumbers()).toContain('9');
		expect((await find('9')).origins.events).toEqual([]);
		await expect(bringBack(desk.coordinator(), { municipality, number: '9' })).rejects.toMatchObject({ code: 'initiative.not-taken-out' });
		const late = takeOut(desk.coordinator(), { ...nine, decision: 'Igen' });
		await expect(late).rejects.toMatchObject({ code: 'initiative.changed-meanwhile' });
	});

	test('lets two go into a third, whose page has what was said about them', async () => {
		const before = [await find('5'), await find('6')];
		const from = [await key('5'), await key('6')];
		const fields = { number: '5', title: 'To i én' };
		expect(await merge(desk.coordinator(), { municipality, from, into: { fields }, decision: 'Slås sammen' })).toEqual({ number: '5' });
		const page = await find('5');
		expect(page.initiative).toMatchObject({ title: 'To i én', sectionId: before[0]?.initiative.sectionId });
		expect(page.history).toEqual([]);
		expect(page.origins.predecessors.map(({ kind, number, history }) => [kind, number, history])).toEqual([
			['merged', '5', before[0]?.history],
			['merged', '6', before[1]?.history],
		]);
		expect(page.origins.predecessors[0]?.history).toHaveLength(1);
		const gone = await viewInitiative(desk.coordinator(), { municipality, number: '6' });
		expect(gone.origins.successors).toMatchObject([{ kind: 'merged', number: '5', title: 'To i én' }]);
		expect((await desk.getRow('5')).persons.map(({ id }) => id).sort()).toEqual([anna, bo].sort());
		const self = merge(desk.coordinator(), { municipality, from: [await key('5')], into: { number: '5' } });
		await expect(self).rejects.toMatchObject({ code: 'initiative.same' });
	});

	test('tells of no merger that was taken back', async () => {
		await merge(desk.coordinator(), { municipality, from: [await key('10')], into: { number: '11' } });
		expect((await find('11')).origins.predecessors).toMatchObject([{ kind: 'merged', number: '10' }]);
		expect(await bringBack(desk.coordinator(), { municipality, number: '10' })).toEqual({ stillAsked: [] });
		for (const number of ['10', '11']) {
			expect((await find(number)).origins).toEqual({ predecessors: [], successors: [], events: [] });
		}
	});

	test('says who is still asked about what a line went into that is back', async () => {
		await changeOwner(desk.coordinator(), { ...(await key('12')), personIds: [anna] });
		await merge(desk.coordinator(), { municipality, from: [await key('12')], into: { number: '13' } });
		expect(await bringBack(desk.coordinator(), { municipality, number: '12' })).toEqual({ stillAsked: ['13'] });
	});

	test('lets new ones come out of one, as it was where nothing else is said', async () => {
		const before = await find('7');
		const unit = await desk.addUnit('Delingsafdelingen', ['7']);
		const parts = [
			{ number: '7', title: 'Første del' },
			{ number: '7b', title: 'Anden del', responsible: 'En anden' },
		];
		await split(desk.coordinator(), { ...(await key('7')), parts, keep: false, decision: 'Deles' });
		const [first, second] = [await find('7'), await find('7b')];
		expect(first.initiative).toMatchObject({
			title: 'Første del',
			responsible: before.initiative.responsible,
			budget: before.initiative.budget,
		});
		expect(second.initiative).toMatchObject({ title: 'Anden del', responsible: 'En anden', sectionId: before.initiative.sectionId });
		for (const part of [first, second]) {
			expect(part.origins.predecessors).toMatchObject([{ kind: 'split', title: before.initiative.title, history: before.history }]);
		}
		const numbers = await listNumbers();
		expect(numbers.slice(numbers.indexOf('7'), numbers.indexOf('7') + 2)).toEqual(['7', '7b']);
		// They belong where it belonged, so that the lead of the unit sees them.
		const [one, two] = [await desk.getRow('7'), await desk.getRow('7b')];
		expect([one.unitId, two.unitId]).toEqual([unit, unit]);
		// One that comes out of what went together tells of all of them.
		await split(desk.coordinator(), { ...(await key('5')), parts: [{ number: '5c', title: 'Ud igen' }], keep: true });
		expect((await find('5c')).origins.predecessors.map(({ number, kind }) => [kind, number])).toEqual([
			['split', '5'],
			['merged', '5'],
			['merged', '6'],
		]);
	});

	test('gets one back that was split and not kept, by what the board says', async () => {
		const parts = ['30a', '30b'].map((number) => ({ number, title: `Del ${number}` }));
		const { initiative } = await find('30');
		await split(desk.coordinator(), { ...(await key('30')), parts, keep: false });
		const tell = async () =>
			(await viewBoard(desk.coordinator(), { municipality, year })).events
				.filter((event) => event.other?.title === initiative.title || event.initiative.title === initiative.title)
				.map(({ kind, left }) => [kind, left]);
		expect(await tell()).toEqual([
			['split', null],
			['split', { number: '30', takenBy: null }],
		]);
		await renumber(desk.coordinator(), { municipality, numbers: [{ ...(await key('30b')), to: '30' }] });
		expect((await tell()).at(-1)).toEqual(['split', { number: '30', takenBy: { number: '30', title: 'Del 30b' } }]);
		await renumber(desk.coordinator(), { municipality, numbers: [{ ...(await key('30')), to: '30b' }] });
		await bringBack(desk.coordinator(), { municipality, number: '30' });
		expect((await tell()).slice(1)).toEqual([
			['split', null],
			['put back', null],
		]);
		expect((await desk.getRow('30')).initiative.id).toBe(initiative.id);
		// The parts stay beside it, which the board says as long as they do.
		expect(await listNumbers()).toEqual(expect.arrayContaining(['30', '30a', '30b']));
		const listBeside = async () =>
			(await viewBoard(desk.coordinator(), { municipality, year })).events.flatMap(({ initiative: { number }, returned }) =>
				returned ? [[number, returned.kind, returned.beside.map((part) => part.number)]] : [],
			);
		expect(await listBeside()).toEqual([['30', 'split', ['30a', '30b']]]);
		expect((await find('30')).origins.successors).toMatchObject([
			{ kind: 'split', number: '30a', isBack: true },
			{ kind: 'split', number: '30b', isBack: true },
		]);
		expect((await find('30a')).origins.predecessors).toMatchObject([{ kind: 'split', number: '30', isBack: true }]);
		await takeOut(desk.coordinator(), { ...(await key('30a')), decision: 'Ikke delt' });
		expect(await listBeside()).toEqual([['30', 'split', ['30b']]]);
		await takeOut(desk.coordinator(), { ...(await key('30b')), decision: 'Ikke delt' });
		expect(await listBeside()).toEqual([]);
		expect((await find('30')).origins).toEqual({ predecessors: [], successors: [], events: [] });
	});

	test('keeps what is typed about one and not sent in until it is back', async () => {
		const content = { ...fullAnswer, remark: 'Ikke sendt ind endnu' };
		const cleo = await desk.addOwner('Prøveperson Cleo', []);
		await changeOwner(desk.coordinator(), { ...(await key('40')), personIds: [cleo] });
		await saveDraft(desk.as(cleo), { municipality, year, number: '40', version: await desk.getVersion('40'), draft: content });
		const draft = { content: { remark: 'Ikke sendt ind endnu' }, who: { id: cleo } };
		expect((await desk.getRow('40')).draft).toMatchObject(draft);
		await split(desk.coordinator(), { ...(await key('40')), parts: [{ number: '40a', title: 'En del' }], keep: false });
		expect((await desk.getRow('40a')).draft).toBeNull();
		await bringBack(desk.coordinator(), { municipality, number: '40' });
		expect(await desk.getRow('40')).toMatchObject({ assessment: null, draft });
		await takeOut(desk.coordinator(), { ...(await key('40a')), decision: 'Ikke delt' });
	});

	test('says of one that is back that the new line it went into stands beside it', async () => {
		const into = { fields: { number: '33c', title: 'To i én, og ud igen' } };
		await merge(desk.coordinator(), { municipality, from: [await key('33'), await key('34')], into });
		await bringBack(desk.coordinator(), { municipality, number: '33' });
		const { events } = await viewBoard(desk.coordinator(), { municipality, year });
		expect(events.at(-1)?.returned).toMatchObject({ kind: 'merged', beside: [{ number: '33c' }] });
		await bringBack(desk.coordinator(), { municipality, number: '34' });
		await takeOut(desk.coordinator(), { ...(await key('33c')), decision: 'Ikke lagt sammen' });
	});

	test('lets two take each other’s number, and their history follows them', async () => {
		const [one, two] = [await find('1'), await find('2')];
		const relating = await desk.server.sql<{ id: string }>(`select initiative_id as id from relation where target_number = '1'`);
		const numbers = [
			{ number: '1', version: one.initiative.version, to: '2' },
			{ number: '2', version: two.initiative.version, to: '1' },
		];
		await renumber(desk.coordinator(), { municipality, numbers });
		expect(await find('2')).toMatchObject({ initiative: { id: one.initiative.id }, history: one.history });
		expect(await find('1')).toMatchObject({ initiative: { id: two.initiative.id }, history: two.history });
		expect((await viewInitiative(desk.coordinator(), { municipality, number: '1', year: 2023 })).initiative.id).toBe(one.initiative.id);
		const now = await desk.server.sql<{ id: string }>(`select initiative_id as id from relation where target_number = '2'`);
		expect(now).toEqual(expect.arrayContaining(relating));
		const taken = renumber(desk.coordinator(), { municipality, numbers: [{ ...(await key('3')), to: '4' }] });
		await expect(taken).rejects.toMatchObject({ code: 'initiative.duplicate-number' });
		expect((await find('2')).origins.events).toMatchObject([{ kind: 'renumbered', before: '1', after: '2' }]);
	});

	test('takes the measures of the path along to another number and into another initiative, for the public when it is published', async () => {
		const numberOf = async (measure: string, side: 'desk' | 'public') => {
			const path =
				side === 'desk'
					? (await viewPathDesk(desk.coordinator(), { municipality })).scenarios[0]?.document
					: (await viewPath(makeContext(desk.database, actors.reader), { municipality })).report?.document;
			return path?.scenario.measures.find(({ id }) => id === measure)?.initiative;
		};
		// Numbers 1 and 2 have changed places.
		expect([await numberOf('moerup', 'desk'), await numberOf('moerup', 'public')]).toEqual(['2', '1']);
		const { titles } = await viewPath(makeContext(desk.database, actors.reader), { municipality });
		expect(titles.get('1')).toBe((await find('2')).initiative.title);
		const merging = await merge(desk.coordinator(), { municipality, from: [await key('25')], into: { number: '24' } });
		expect(merging.number).toBe('24');
		expect([await numberOf('lavbund', 'desk'), await numberOf('lavbund', 'public')]).toEqual(['24', '25']);
		await bringBack(desk.coordinator(), { municipality, number: '25' });
		expect(await numberOf('lavbund', 'desk')).toBe('25');
	});

	test('gives an initiative to somebody else, without a name in the history', async () => {
		await changeOwner(desk.coordinator(), { ...(await key('3')), personIds: [bo], responsible: 'Prøveafdelingen' });
		const row = await desk.getRow('3');
		expect(row).toMatchObject({ initiative: { responsible: 'Prøveafdelingen' } });
		expect(row.persons.map(({ name }) => name)).toEqual(['Prøveperson Bo']);
		const written = await desk.server.sql<{ all: string }>(
			`select coalesce(string_agg(c::text, ' '), '') || (select string_agg(e::text, ' ') from plan_event e) as all from change c`,
		);
		expect(written[0]?.all).not.toContain('Prøveperson');
		// Without new words of the plan the board says from whom to whom.
		await changeOwner(desk.coordinator(), { ...(await key('3')), personIds: [anna] });
		const told = (await viewBoard(desk.coordinator(), { municipality, year })).events.filter(({ kind }) => kind === 'new owner');
		expect(told.at(-1)).toMatchObject({ before: 'Prøveperson Bo', after: 'Prøveperson Anna' });
		await changeOwner(desk.coordinator(), { ...(await key('3')), personIds: [bo] });
		const [events] = await desk.server.sql(`select count(*)::int as count from plan_event where kind = 'new owner'`);
		await changeOwner(desk.coordinator(), { ...(await key('3')), personIds: [bo] });
		expect(await desk.server.sql(`select count(*)::int as count from plan_event where kind = 'new owner'`)).toEqual([events]);
	});

	test('gives an initiative to the unit that is its new responsible body, for those who lead it', async () => {
		const [from, to] = [await desk.addUnit('Gammel afdeling', ['31', '32']), await desk.addUnit('Plan og Miljø', [])];
		const lead = (unit: string) => desk.as(randomUUID(), { role: 'unit lead', unitIds: [unit] });
		const listSeen = async (unit: string) =>
			(await viewBoard(lead(unit), { municipality, year })).rows.map(({ initiative }) => initiative.number);
		expect(await listSeen(from)).toEqual(['31', '32']);
		const give = async (responsible: string | null) => changeOwner(desk.coordinator(), { ...(await key('31')), responsible });
		expect(await give(' plan  OG miljø ')).toEqual({ unit: 'moved' });
		expect((await desk.getRow('31')).initiative.responsible).toBe('Plan og Miljø');
		// The same body in other letters is no other one.
		expect(await give('PLAN OG MILJØ')).toEqual({ unit: null });
		expect((await desk.getRow('31')).initiative.responsible).toBe('Plan og Miljø');
		expect([await listSeen(from), await listSeen(to)]).toEqual([['32'], ['31']]);
		const told = await desk.server.sql(
			`select entity_id, before, after, reason from change where entity = 'unit' order by id desc limit 1`,
		);
		const id = (await desk.getRow('31')).initiative.id;
		expect(told).toEqual([{ entity_id: to, before: { unitId: from, initiatives: [id] }, after: { unitId: to }, reason: 'plan change' }]);
		// A body that is no unit leaves it where it is, and says so; the same body again says nothing.
		expect(await give('Et fælles sekretariat')).toEqual({ unit: 'no such unit' });
		expect((await desk.getRow('31')).unitId).toBe(to);
		expect(await give('Et fælles sekretariat')).toEqual({ unit: null });
		expect(await give('Plan og Miljø')).toEqual({ unit: null });
		expect(await give('Gammel afdeling')).toEqual({ unit: 'moved' });
		// None any more: it belongs where it did, and that is said.
		expect(await give(null)).toEqual({ unit: 'no body' });
		expect(await listSeen(from)).toEqual(['31', '32']);
		// Written among the other fields it is the same change, and told in the same way.
		const edit = async (fields: EditInitiativeInput['fields']) => editInitiative(desk.coordinator(), { ...(await key('31')), fields });
		expect(await edit({ responsible: 'Plan og Miljø', sector: 'Varme' })).toMatchObject({ unit: 'moved' });
		expect([await listSeen(from), await listSeen(to)]).toEqual([['32'], ['31']]);
		expect((await viewBoard(desk.coordinator(), { municipality, year })).events.at(-1)).toMatchObject({
			...{ kind: 'new owner', initiative: { number: '31' }, before: null, after: 'Plan og Miljø' },
		});
		expect(await edit({ sector: 'Transport' })).toMatchObject({ unit: null });
		expect(await edit({ responsible: 'Et fælles sekretariat' })).toMatchObject({ unit: 'no such unit' });
		expect((await desk.getRow('31')).unitId).toBe(to);
		// A new one belongs to the unit that is its body.
		await addInitiative(desk.coordinator(), { municipality, fields: { number: '86', title: 'Ny', responsible: ' plan OG miljø' } });
		expect(await desk.getRow('86')).toMatchObject({ unitId: to, initiative: { responsible: 'Plan og Miljø' } });
	});

	test('says of one that is unchanged but for its responsible body that it is that', async () => {
		// One that nothing above has changed in the plan.
		const { rows } = await viewBoard(desk.coordinator(), { municipality, year });
		const whole = rows.find(
			({ initiative, previous, breaksGuide }) =>
				Number(initiative.number) > 40 && !breaksGuide && previous?.state && previous.progress && previous.fulfilment && previous.remark,
		);
		const number = String(whole?.initiative.number);
		await confirmUnchanged(desk.coordinator(), {
			municipality,
			year,
			number,
			version: await desk.getVersion(number),
			colourReason: 'Prøve',
		});
		expect(await desk.getRow(number)).toMatchObject({ change: 'unchanged', newBody: null });
		await changeOwner(desk.coordinator(), { ...(await key(number)), responsible: 'En helt anden' });
		expect(await desk.getRow(number)).toMatchObject({ change: 'text changed', newBody: 'alone' });
		await editInitiative(desk.coordinator(), { ...(await key(number)), fields: { title: 'Et andet navn' } });
		expect(await desk.getRow(number)).toMatchObject({ change: 'text changed', newBody: 'beside other words' });
	});

	test('says something else now than in the round before', async () => {
		const { version } = await key('4');
		await editInitiative(desk.coordinator(), {
			...{ municipality, number: '4', version },
			fields: { title: 'Ladestandere, se indsats 20', deadline: '2031-12-31', priority: 'planned prioritised' },
		});
		const now = await find('4');
		expect(now.initiative).toMatchObject({ title: 'Ladestandere, se indsats 20', deadline: '2031-12-31', priorityText: null });
		expect(now.initiative.relations).toContainEqual({ kind: 'see', targetNumber: '20' });
		expect((await viewInitiative(desk.coordinator(), { municipality, number: '4', year: 2023 })).initiative.title).not.toContain(
			'Ladestandere',
		);
		expect((await desk.getRow('4')).moved).toMatchObject([{ field: 'deadline', after: '2031-12-31' }]);
		const late = editInitiative(desk.coordinator(), { municipality, number: '4', version, fields: { title: 'Sent' } });
		await expect(late).rejects.toMatchObject({ code: 'initiative.changed-meanwhile' });
	});

	test('tells the public nothing of it before the round is published', async () => {
		expect(await listNumbers(desk.reader())).toEqual(await listNumbers(desk.coordinator(), 2023));
		for (const number of ['1', '2', '3', '4', '5', '6', '7', '9']) {
			const page = await viewInitiative(desk.reader(), { municipality, number });
			expect(page).toMatchObject({ round: { year: 2023 }, withdrawnIn: null, origins: { predecessors: [], successors: [], events: [] } });
			expect(page.changes.filter((change) => change.year === 2024)).toEqual([]);
			expect(page.changes.filter(({ reason }) => reason === 'plan change' || reason === 'answer')).toEqual([]);
		}
		await expect(viewInitiative(desk.reader(), { municipality, number: '12b' })).rejects.toMatchObject({ code: 'initiative.unknown' });
	});

	test('stands still while the round waits to be published', async () => {
		await desk.step('review');
		await desk.step('approved');
		const late = takeOut(desk.coordinator(), { ...(await key('4')), decision: 'For sent' });
		await expect(late).rejects.toMatchObject({ code: 'round.closed-for-editing' });
	});
});
