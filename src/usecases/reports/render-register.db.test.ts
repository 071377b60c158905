import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import type { Context } from '../context.ts';
import { applyImport } from '../imports/apply-import.ts';
import { previewImport } from '../imports/preview-import.ts';
import { getRegisterJson } from '../plan/get-register-json.ts';
import { renderRegister, type RenderRegisterInput } from './render-register.ts';

let server: TestDatabase;
let database: Database;
let reader: Context;
beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
	reader = makeContext(database, actors.reader);
});
afterAll(() => server.close());

const parse = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString('utf8'));
const render = (context: Context, input: Omit<RenderRegisterInput, 'format' | 'locale'>) =>
	renderRegister(context, { ...input, format: 'json', locale: 'da' });

test('unfiltered it says the same as the register that the database writes', async () => {
	for (const municipality of ['soroe', 'ballerup', 'aarhus']) {
		const { bytes } = await getRegisterJson(reader, { municipality });
		expect(parse((await render(reader, { municipality })).bytes), municipality).toEqual(parse(bytes));
	}
});

test('the data are those of the year asked for, in the order and the choice shown', async () => {
	const soroe = makeContext(database, actors.coordinator);
	const table = new TextEncoder().encode('Nr.;Indsats;Fremdrift\n1;Nyt navn;Rød\n2;Andet navn;Rød\n');
	const at = { municipality: 'soroe', year: 2024 };
	const { draftId } = await previewImport(soroe, { ...at, fileName: 'status.csv', bytes: table });
	await applyImport(soroe, { ...at, draftId });

	const red = { filter: { progress: ['red'] }, sort: { by: 'number', descending: true } } as const;
	const now = parse((await render(reader, { ...at, ...red })).bytes);
	expect(now.round.year).toBe(2024);
	expect(now.initiatives.map(({ number }: { number: string }) => number)).toEqual(['2', '1']);
	const before = parse((await render(reader, { ...at, ...red, year: 2023 })).bytes);
	expect(before.round.year).toBe(2023);
	expect(before.initiatives.map(({ title }: { title: string }) => title)).not.toContain('Nyt navn');
	await expect(render(reader, { ...at, year: 2019 })).rejects.toMatchObject({ code: 'round.unknown' });
});

test('a plan that is not published is for those who may edit it alone, and says so', async () => {
	await server.sql(`update plan set is_public = false where municipality_code = '0151'`);
	const municipality = 'ballerup';
	expect(parse((await render(reader, { municipality })).bytes)).toMatchObject({ plan: null, initiatives: [] });
	const own = await render(makeContext(database, actors.neighbour), { municipality });
	expect([own.isPublic, parse(own.bytes).initiatives.length]).toEqual([false, 101]);
	expect((await render(reader, { municipality: 'soroe' })).isPublic).toBe(true);
});
