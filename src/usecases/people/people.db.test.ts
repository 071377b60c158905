import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/policy.ts';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { addPerson } from './add-person.ts';
import { applyPeopleList } from './apply-people-list.ts';
import { editPerson } from './edit-person.ts';
import { handOver } from './hand-over.ts';
import { makeUnitsFromPlan } from './make-units-from-plan.ts';
import { previewPeopleList } from './preview-people-list.ts';
import { removeUnit } from './remove-unit.ts';
import { saveStandIn } from './save-stand-in.ts';
import { saveUnit } from './save-unit.ts';
import { setOwners } from './set-owners.ts';
import { viewOwners } from './view-owners.ts';
import { viewPeople } from './view-people.ts';
import { viewPerson } from './view-person.ts';
import { viewUnits } from './view-units.ts';

let server: TestDatabase;
let database: Database;
const municipality = 'soroe';
const act = (actor: Actor = actors.coordinator) => makeContext(database, actor);
const administrator: Actor = { id: 'admin', role: 'administrator', municipalityCode: '0340' };
const find = async (name: string) => {
	const { entries } = await viewPeople(act(), { municipality });
	const entry = entries.find(({ person }) => person.name === name);
	if (!entry) throw new Error(`${name} is not in the list`);
	return entry;
};
const typed = { name: 'Prøveperson Ny', email: 'ny@example.org', role: 'owner', unitId: null };

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
});
afterAll(() => server.close());

describe('the examples', () => {
	test.each([
		['soroe', 19, 6, 83],
		['ballerup', 10, 8, 101],
	])('%s has invented people who answer for every initiative', async (place, people, units, initiatives) => {
		const view = await viewPeople(act(actors.installer), { municipality: place });
		expect(view.entries).toHaveLength(people);
		expect(view).toMatchObject({ units, initiatives: { total: initiatives, withoutOwner: 0, withoutUnit: 0 } });
		for (const { person } of view.entries) expect(person.email).toMatch(/@example\.org$/);
	});

	test('put the planning department under the administration it belongs to', async () => {
		const { entries, proposals } = await viewUnits(act(), { municipality });
		expect(proposals).toEqual([]);
		const at = entries.findIndex(({ unit }) => unit.name === 'Teknik, miljø og drift');
		expect(entries.slice(at, at + 2).map(({ depth, initiatives }) => [depth, initiatives])).toEqual([
			[0, 46],
			[1, 2],
		]);
	});
});

describe('the list of persons', () => {
	test('is for those who may read it, and that it was read is noted', async () => {
		await expect(viewPeople(act(actors.reader), { municipality })).rejects.toMatchObject({ code: 'access.denied' });
		await expect(viewPeople(act(actors.neighbour), { municipality })).rejects.toMatchObject({ code: 'access.denied' });
		const count = `select count(*)::int as n from audit_entry where municipality_code = '0340' and event = 'persons read' and who = 'coordinator'`;
		const [before] = await server.sql<{ n: number }>(count);
		await viewPeople(act(), { municipality });
		const [after] = await server.sql<{ n: number }>(count);
		expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(1);
	});

	test('takes a person with initiatives, and tells it in the history without name or address', async () => {
		const id = await addPerson(act(), { ...typed, municipality, numbers: ['20A', '1'] });
		const view = await viewPerson(act(), { municipality, personId: id });
		expect(view.owned.map(({ number }) => number)).toEqual(['1', '20a']);
		expect(view.changes.map(({ kind, more }) => [kind, more])).toEqual([
			['owners', 2],
			['added', 0],
		]);
		const told = await server.sql<{ all: string }>(`select to_jsonb(c)::text as all from change c where entity_id = $1`, [id]);
		expect(told.map(({ all }) => all).join()).not.toMatch(/Prøveperson Ny|ny@example/);
	});

	test('refuses a number that is not in the plan, and then has nobody new', async () => {
		const before = (await viewPeople(act(), { municipality })).entries.length;
		const person = { ...typed, email: 'anden@example.org', municipality, numbers: ['1', '99'] };
		await expect(addPerson(act(), person)).rejects.toMatchObject({ code: 'initiative.unknown', details: { number: '99' } });
		expect((await viewPeople(act(), { municipality })).entries).toHaveLength(before);
	});

	test('lets nobody answer who may only read, by any way, nor become such a one with something to answer', async () => {
		const denied = { code: 'person.may-not-answer' };
		const secretary = {
			...typed,
			name: 'Prøveperson Sekretariat',
			email: 'sekretariat@example.org',
			role: 'alliance secretary',
			municipality,
		};
		await expect(addPerson(act(), { ...secretary, numbers: ['1'] })).rejects.toMatchObject(denied);
		const standInId = await addPerson(act(), secretary);
		const { person, owned } = await viewPerson(act(), { municipality, personId: (await find('Prøveperson Ny')).person.id });
		const asked = { municipality, personIds: [standInId], of: { initiativeIds: owned.map(({ id }) => id) } };
		await expect(setOwners(act(), { ...asked, how: 'add' })).rejects.toMatchObject(denied);
		const days = { from: '2026-01-01', until: '' };
		await expect(saveStandIn(act(), { municipality, personId: person.id, standInId, ...days })).rejects.toMatchObject(denied);
		const leaving = { municipality, personId: person.id, version: person.version, successorId: standInId };
		await expect(handOver(act(), leaving)).rejects.toMatchObject(denied);
		const change = { ...typed, municipality, personId: person.id, version: person.version, role: 'alliance secretary' };
		await expect(editPerson(act(), change)).rejects.toMatchObject(denied);
		const isOffered = (people: readonly { readonly id: string }[]) => people.some(({ id }) => id === standInId);
		expect(isOffered((await viewPerson(act(), { municipality, personId: person.id })).others)).toBe(false);
		expect(isOffered((await viewOwners(act(), { municipality })).people)).toBe(false);
	});

	test.each([
		['person.name-missing', { name: ' ' }],
		['person.email-form', { email: 'ny@' }],
		['person.duplicate-email', { email: 'ADA.eksempel@example.org' }],
		['person.role-unknown', { role: 'mayor' }],
		['person.administrator-only', { role: 'administrator' }],
		['unit.unknown', { unitId: '00000000-0000-4000-8000-000000000099' }],
	])('refuses with %s', async (code, change) => {
		await expect(addPerson(act(), { ...typed, email: 'x@example.org', municipality, ...change })).rejects.toMatchObject({ code });
	});

	test('lets a coordinator neither write the own address on an administrator nor make one, and an administrator do both', async () => {
		const { person } = await find('Bo Skabelon');
		const input = { municipality, personId: person.id, version: person.version, name: person.name, unitId: null };
		const taking = { ...input, email: 'ada2@example.org', role: 'owner' };
		await expect(editPerson(act(), taking)).rejects.toMatchObject({ code: 'person.administrator-only' });
		await editPerson(act(administrator), { ...input, email: 'bo2@example.org', role: 'administrator' });
		expect((await find('Bo Skabelon')).person.email).toBe('bo2@example.org');
	});

	test('tells the second of two who save the same person', async () => {
		const { person } = await find('Finn Testmand');
		const input = {
			municipality,
			personId: person.id,
			version: person.version,
			email: 'finn.testmand@example.org',
			role: 'owner',
			unitId: null,
		};
		await editPerson(act(), { ...input, name: 'Finn Testmand' });
		await expect(editPerson(act(), { ...input, name: 'Finn T.' })).rejects.toMatchObject({ code: 'person.changed-meanwhile' });
	});

	test('forgets that mail did not arrive when the address is another', async () => {
		const { person } = await find('Gry Fantasi');
		await server.sql(`update person set bounced_at = now(), bounce_reason = '550' where id = $1`, [person.id]);
		expect((await find('Gry Fantasi')).person.bounce?.reason).toBe('550');
		const input = { municipality, personId: person.id, name: person.name, role: 'owner', unitId: person.unitId };
		await editPerson(act(), { ...input, version: person.version, email: 'GRY.fantasi@example.org' });
		expect((await find('Gry Fantasi')).person.bounce?.reason).toBe('550');
		await editPerson(act(), { ...input, version: person.version + 1, email: 'gry.ny@example.org' });
		expect((await find('Gry Fantasi')).person.bounce).toBeNull();
	});
});

describe('a list taken in', () => {
	const preview = (text: string, actor?: Actor) =>
		previewPeopleList(act(actor), { municipality, fileName: 'liste.csv', bytes: new TextEncoder().encode(text) });

	test('is shown first and stored as shown, with units and owners', async () => {
		const shown = await preview(
			'Navn;E-mail;Enhed;Rolle;Indsatser\nPer Øvelse;per.oevelse@example.org;;;70\nPrøveperson Liste;liste@example.org;Ny enhed;Leder;69, 70\n',
		);
		expect(shown).toMatchObject({ counts: { new: 1, changed: 0, unchanged: 1, unusable: 0 }, newUnits: ['Ny enhed'], ownersChanged: 2 });
		const { fileName, text, basis } = shown;
		expect(await applyPeopleList(act(), { municipality, fileName, text, basis })).toEqual({
			...{ added: 1, changed: 0, unchanged: 1, units: 1, owners: 2 },
		});
		const owners = (await viewOwners(act(), { municipality })).lines.filter(({ number }) => ['69', '70'].includes(number));
		expect(owners.map(({ ownerIds }) => ownerIds.length)).toEqual([1, 2]);
		expect((await preview(text)).counts).toEqual({ new: 0, changed: 0, unchanged: 2, unusable: 0 });
		await expect(applyPeopleList(act(), { municipality, fileName, text, basis })).rejects.toMatchObject({
			code: 'people-import.changed-since-preview',
		});
	});

	test('with one unusable row stores nothing', async () => {
		const before = (await viewPeople(act(), { municipality })).entries.length;
		const { text, basis, rows } = await preview('Navn;E-mail\nPrøveperson God;god@example.org\n;uden.navn@example.org\n');
		expect(rows.map(({ row, kind }) => [row, kind])).toEqual([
			[2, 'new'],
			[3, 'unusable'],
		]);
		await expect(applyPeopleList(act(), { municipality, fileName: 'liste.csv', text, basis })).rejects.toMatchObject({
			code: 'people-import.has-errors',
		});
		expect((await viewPeople(act(), { municipality })).entries).toHaveLength(before);
	});

	test('makes nobody one who only reads who has something to answer, unless the list gives it to others', async () => {
		const [per, liste] = [await find('Per Øvelse'), await find('Prøveperson Liste')];
		expect([per.initiatives, liste.initiatives].every((count) => count > 0)).toBe(true);
		const apply = async (...rows: string[]) => {
			const { fileName, text, basis } = await preview(['Navn;E-mail;Rolle;Indsatser', ...rows, ''].join('\n'));
			return applyPeopleList(act(), { municipality, fileName, text, basis });
		};
		const row = 'Prøveperson Liste;liste@example.org;Alliancesekretariat;';
		const shown = await preview(`Navn;E-mail;Rolle;Indsatser\n${row}\n`);
		expect(shown.rows).toMatchObject([{ kind: 'unusable', problems: [{ code: 'has-work', text: '69, 70' }] }]);
		await expect(apply(row)).rejects.toMatchObject({ code: 'people-import.has-errors' });
		expect((await find('Prøveperson Liste')).person.role).toBe('unit lead');
		expect(await apply(row, 'Per Øvelse;per.oevelse@example.org;;69, 70')).toMatchObject({ changed: 1, owners: 2 });
		expect(await find('Prøveperson Liste')).toMatchObject({ initiatives: 0, person: { role: 'alliance secretary' } });
	});

	test('makes no administrator for a coordinator', async () => {
		const text = 'Navn;E-mail;Rolle\nPrøveperson Admin;admin@example.org;Administrator\n';
		expect((await preview(text)).counts.unusable).toBe(1);
		expect((await preview(text, administrator)).counts.unusable).toBe(0);
	});
});

describe('units', () => {
	test('are made of the responsible bodies in one step, several spellings as one', async () => {
		await server.sql(`update initiative set responsible = 'Økonomi og Stab' where municipality_code = '0340' and number in ('15', '17')`);
		await server.sql(`delete from initiative_unit where municipality_code = '0340'`);
		await server.sql(`update person set unit_id = null where municipality_code = '0340'`);
		await server.sql(`delete from organisation_unit where municipality_code = '0340'`);
		const { proposals } = await viewUnits(act(), { municipality });
		expect(proposals).toHaveLength(6);
		expect(proposals.find(({ name }) => name === 'Økonomi og stab')?.spellings).toHaveLength(2);
		const chosen = new Map(proposals.map(({ name }) => [name, name === 'Ekstern' ? 'Eksterne parter' : name]));
		expect(await makeUnitsFromPlan(act(), { municipality, chosen })).toEqual({ units: 6, initiatives: 83 });
		const { entries } = await viewUnits(act(), { municipality });
		expect(entries.map(({ unit }) => unit.name)).toContain('Eksterne parter');
		await expect(makeUnitsFromPlan(act(), { municipality })).rejects.toMatchObject({ code: 'unit.nothing-chosen' });
	});

	test('are never put below themselves, and go only when nothing belongs to them', async () => {
		const unitOf = async (name: string) => {
			const found = (await viewUnits(act(), { municipality })).entries.find(({ unit }) => unit.name === name)?.unit;
			if (!found) throw new Error(`no unit ${name}`);
			return found;
		};
		await saveUnit(act(), { municipality, unit: null, name: 'Tom enhed', parentId: null });
		await expect(saveUnit(act(), { municipality, unit: null, name: 'tom ENHED', parentId: null })).rejects.toMatchObject({
			code: 'unit.duplicate-name',
		});
		const whole = await unitOf('Teknik, miljø og drift');
		const part = await unitOf('Teknik, miljø og drift - Planafdeling');
		await expect(saveUnit(act(), { municipality, unit: whole, name: whole.name, parentId: part.id })).rejects.toMatchObject({
			code: 'unit.inside-itself',
		});
		await expect(removeUnit(act(), { municipality, unitId: whole.id })).rejects.toMatchObject({ code: 'unit.in-use' });
		await removeUnit(act(), { municipality, unitId: (await unitOf('Tom enhed')).id });
		expect((await viewUnits(act(), { municipality })).entries).toHaveLength(6);
	});

	test('get owners all at once, those of units below included', async () => {
		const { entries } = await viewUnits(act(), { municipality });
		const unitId = entries.find(({ unit }) => unit.name === 'Teknik, miljø og drift')?.unit.id ?? '';
		const { person } = await find('Ada Eksempel');
		expect(await setOwners(act(), { municipality, of: { unitId }, personIds: [person.id], how: 'replace' })).toBe(48);
		expect((await find('Ada Eksempel')).initiatives).toBe(48);
		const [line] = (await viewOwners(act(), { municipality, unit: unitId })).lines;
		const ids = [line?.id ?? ''];
		const other = (await find('Dan Prøvesen')).person.id;
		await setOwners(act(), { municipality, of: { initiativeIds: ids }, personIds: [other], how: 'add' });
		expect((await viewOwners(act(), { municipality })).lines.find(({ id }) => id === line?.id)?.ownerIds).toHaveLength(2);
		await setOwners(act(), { municipality, of: { initiativeIds: ids }, personIds: [], how: 'remove' });
		expect((await viewOwners(act(), { municipality, onlyMissing: true })).lines.map(({ id }) => id)).toEqual(ids);
		await expect(setOwners(act(), { municipality, of: { initiativeIds: [] }, personIds: [other], how: 'add' })).rejects.toMatchObject({
			code: 'owner.nothing-chosen',
		});
	});
});
