import { afterAll, beforeAll, expect, test } from 'vitest';
import { colouredAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { publishRound } from '../reports/publish-round.ts';
import { addInitiative } from '../plan-changes/add-initiative.ts';
import { editInitiative } from '../plan-changes/edit-initiative.ts';
import { renumber } from '../plan-changes/renumber.ts';
import { takeOut } from '../plan-changes/take-out.ts';
import { getRegisterJson } from '../plan/get-register-json.ts';
import { listMunicipalities } from '../plan/list-municipalities.ts';
import { searchEverything } from '../plan/search-everything.ts';
import { listInitiatives } from '../plan/list-initiatives.ts';
import { viewInitiative } from '../plan/view-initiative.ts';
import { viewRound } from '../followup/view-round.ts';
import { viewMunicipality } from '../plan/view-municipality.ts';
import { giveAnswer } from './give-answer.ts';

/* Until a round is published, the public sees the plan and the answers as they were in the round before. */
let desk: RoundDesk;
beforeAll(async () => {
	desk = await openRoundDesk();
});
afterAll(() => desk.server.close());

const toNumber = ({ initiative }: { readonly initiative: { readonly number: string } }) => initiative.number;

async function readPublic() {
	const reader = desk.reader();
	const { plan, rounds, total, counts, sections } = await viewMunicipality(reader, { municipality });
	const own = (await listMunicipalities(reader)).filter(({ slug }) => slug === municipality);
	const register = Buffer.from((await getRegisterJson(reader, { municipality })).bytes).toString('utf8');
	const found = await searchEverything(reader, { text: 'varmepumper' });
	const filtered = (await listInitiatives(reader, { municipality, text: plan?.initiatives[9]?.title })).lines.map(toNumber);
	const titles = plan?.initiatives.map(({ number, title }) => [number, title]);
	const pages = await Promise.all(['9', '10', '12'].map((number) => viewInitiative(reader, { municipality, number })));
	const pasts = pages.map(({ changes, origins, history }) => ({ changes, origins, history }));
	return { titles, rounds, total, counts, sections, own, register, found, filtered, pasts };
}

test('a round that runs changes nothing that the public can read', async () => {
	const before = await readPublic();
	await desk.open();
	const coordinator = desk.coordinator();
	const key = async (number: string) => ({
		municipality,
		number,
		version: (await viewInitiative(coordinator, { municipality, number })).initiative.version,
	});
	await addInitiative(coordinator, { municipality, fields: { number: '90', title: 'Varmepumper i haller' } });
	await giveAnswer(coordinator, { municipality, year, number: '9', version: 1, content: colouredAnswer });
	await takeOut(coordinator, { ...(await key('9')), decision: 'Udgår' });
	await editInitiative(coordinator, {
		...(await key('10')),
		fields: { title: 'Ladehytter til knallerter', responsible: 'Ladehytteværkstedet', deadline: '2033-01-01', section: 'Nyt afsnit' },
	});
	await renumber(coordinator, { municipality, numbers: [{ ...(await key('11')), to: '11x' }] });
	await giveAnswer(coordinator, { municipality, year, number: '12', version: 1, content: colouredAnswer });
	expect(await readPublic()).toEqual(before);
	await expectUnfindable();
	// Those who work on the round see it by its year; their first page stays with what everybody sees.
	expect((await viewMunicipality(coordinator, { municipality })).round?.year).toBe(2023);
	const running = await listInitiatives(coordinator, { municipality, year });
	expect(running.lines.map(({ initiative }) => initiative.number)).toEqual(expect.arrayContaining(['90', '11x']));
	expect(running.lines).toHaveLength(83);
});

test.each(['owner', 'unit lead', 'alliance secretary'] as const)(
	'the %s reads of a round that runs no more than everybody',
	async (role) => {
		const context = { ...desk.reader(), actor: { id: 'somebody', role, municipalityCode: '0340', personIds: [], unitIds: [] } };
		await expect(viewRound(context, { municipality, year, locale: 'da' })).rejects.toMatchObject({ kind: 'not-found' });
		const read = async (one: ReturnType<typeof desk.reader>) =>
			Buffer.from((await getRegisterJson(one, { municipality })).bytes).toString('utf8');
		expect(await read(context)).toBe(await read(desk.reader()));
		expect((await viewRound(desk.coordinator(), { municipality, year, locale: 'da' })).report.round.year).toBe(year);
	},
);

/** What the running round has made of initiatives 10 and 11 is found by nobody; what they were called is found, under the numbers that have a page. */
async function expectUnfindable() {
	for (const text of ['ladehytter', 'ladehytteværkstedet', '11x']) {
		expect(await searchEverything(desk.reader(), { text }), text).toMatchObject({ initiatives: [], total: 0 });
		expect((await listInitiatives(desk.reader(), { municipality, text })).lines, text).toEqual([]);
	}
	for (const number of ['9', '10', '11']) {
		const { title, responsible } = (await viewInitiative(desk.reader(), { municipality, number })).initiative;
		const { initiatives } = await searchEverything(desk.reader(), { text: number, limit: 200 });
		expect(initiatives.filter((found) => found.municipality.slug === municipality && found.number === number)).toMatchObject([
			{ title, responsible },
		]);
		expect((await listInitiatives(desk.reader(), { municipality, text: number })).lines.map(toNumber)).toContain(number);
	}
	const running = await listInitiatives(desk.coordinator(), { municipality, year, text: 'ladehytter' });
	expect(running.lines.map(toNumber)).toEqual(['10']);
}

test('once it is published, everybody sees what the round came to, and no draft of it', async () => {
	const coordinator = desk.coordinator();
	const { version } = (await viewInitiative(coordinator, { municipality, number: '10', year })).initiative;
	await editInitiative(coordinator, { municipality, number: '10', version, fields: { title: 'Ladehytter til cykler' } });
	await giveAnswer(coordinator, {
		municipality,
		year,
		number: '12',
		version: 2,
		content: { ...colouredAnswer, remark: 'Sådan endte det' },
	});
	for (const to of ['review', 'approved', 'presented'] as const) await desk.step(to);
	await publishRound(coordinator, { municipality, year });
	const find = async (number: string) => viewInitiative(desk.reader(), { municipality, number });
	const [ten, twelve] = [await find('10'), await find('12')];
	expect(ten.changes.map(({ entity, reason }) => [entity, reason])).toEqual([
		['initiative', 'round'],
		['assessment', 'example'],
		['initiative', 'example'],
	]);
	expect(JSON.stringify(ten.changes)).toContain('Ladehytter til cykler');
	expect(JSON.stringify(ten.changes)).not.toContain('knallerter');
	expect(twelve.changes.map(({ entity, action, year: of }) => [entity, action, of])).toEqual([
		['assessment', 'added', year],
		['assessment', 'added', 2023],
		['initiative', 'added', null],
	]);
	expect((await viewInitiative(coordinator, { municipality, number: '12' })).changes.length).toBeGreaterThan(twelve.changes.length);
});

test('an answer of the year in which an initiative left the plan is none of its years', async () => {
	const gone = await viewInitiative(desk.reader(), { municipality, number: '9' });
	expect(gone).toMatchObject({ withdrawnIn: year, round: { year: 2023 } });
	expect(gone.history.map(({ round }) => round.year)).toEqual([2023]);
	expect(gone.changes.filter((change) => change.year === year)).toEqual([]);
});
