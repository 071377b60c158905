import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { listFactors } from './list-factors.ts';
import { saveFactor } from './save-factor.ts';

let server: TestDatabase;
let database: Database;
const municipality = 'soroe';
const factorId = 'ens-soeb25-ledningsgas';
const context = () => makeContext(database, actors.coordinator);
const find = async () => (await listFactors(context(), { municipality })).factors.find(({ id }) => id === factorId);
const unlimited = { validFrom: '', validTo: '', gwpSet: '' };
const save = (value: string, version: number, source = 'Værkets deklaration', standing = unlimited) =>
	saveFactor(context(), { municipality, factorId, value, source, version, ...standing });

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
});
afterAll(() => server.close());

describe('a municipality’s own factor', () => {
	test('stands beside the shipped one, with who, when and where from, and in no other municipality', async () => {
		await save('56,9', 0);
		expect(await find()).toMatchObject({
			value: 57.1,
			own: { value: 56.9, source: 'Værkets deklaration', who: 'coordinator', version: 1 },
		});
		const other = await listFactors(makeContext(database, actors.reader), { municipality: 'ballerup' });
		expect(other).toMatchObject({ mayEdit: false });
		expect(other.factors.every(({ own }) => own === null)).toBe(true);
	});

	test('is not overwritten by somebody who read it before', async () => {
		await expect(save('50', 0)).rejects.toMatchObject({ code: 'factor.changed-meanwhile' });
		await save('55', 1);
		expect((await find())?.own).toMatchObject({ value: 55, version: 2 });
	});

	test('needs a number and a source', async () => {
		await expect(save('0.5', 2)).rejects.toMatchObject({ code: 'factor.value-form' });
		await expect(save('55', 2, ' ')).rejects.toMatchObject({ code: 'factor.source-missing' });
		await expect(
			saveFactor(context(), { municipality, factorId: 'x', value: '1', source: 's', version: 0, ...unlimited }),
		).rejects.toMatchObject({
			code: 'factor.unknown',
		});
	});

	test('is below zero only where the factor may be an uptake', async () => {
		await expect(save('-5', 2)).rejects.toMatchObject({ code: 'factor.negative', details: { text: '-5' } });
		await save('0', 2);
		await save('55', 3);
		const forest = { municipality, factorId: 'skov-hedeselskabet', source: 'Skovdrift', version: 0, ...unlimited };
		await saveFactor(context(), { ...forest, value: '-8,5' });
		const { factors } = await listFactors(context(), { municipality });
		expect(factors.find(({ id }) => id === forest.factorId)?.own).toMatchObject({ value: -8.5 });
	});

	test('has its own years and GWP set, and the shipped ones where it was set before they could be stated', async () => {
		const read = async (id: string) => (await listFactors(context(), { municipality })).factors.find((each) => each.id === id);
		const heat = 'fjv-fyn-2019';
		const set = (typed: Partial<typeof unlimited>, version: number) =>
			saveFactor(context(), { municipality, factorId: heat, value: '20', source: 'Værket', version, ...unlimited, ...typed });
		await set({ validFrom: '2024', validTo: '2025', gwpSet: 'AR5' }, 0);
		expect((await read(heat))?.own).toMatchObject({ standing: { validFrom: 2024, validTo: 2025, gwpSet: 'AR5' } });
		await expect(set({ validFrom: '2026', validTo: '2025' }, 1)).rejects.toMatchObject({ code: 'factor.years-order' });
		await expect(set({ validFrom: 'i år' }, 1)).rejects.toMatchObject({ code: 'target.year-form', details: { field: 'validFrom' } });
		await set({ gwpSet: 'AR99' }, 1);
		expect((await read(heat))?.own).toMatchObject({ standing: { validFrom: null, validTo: null, gwpSet: null }, version: 2 });
		// A version of the program from before writes rows without the columns.
		await server.sql(`update factor_override set is_standing_stated = false where factor_id = '${heat}'`);
		expect((await read(heat))?.own).toMatchObject({ standing: null });
	});

	test('goes away when the field is emptied, and the history keeps it', async () => {
		await save('', 4);
		expect((await find())?.own).toBeNull();
		const rows = await server.sql(
			`select action, before, after from change where entity = 'factor' and entity_id = '${factorId}' order by id`,
		);
		expect(rows).toMatchObject([
			{ action: 'added', before: null, after: { value: 56.9 } },
			{ action: 'changed', before: { value: 56.9 }, after: { value: 55 } },
			{ action: 'changed', before: { value: 55 }, after: { value: 0 } },
			{ action: 'changed', before: { value: 0 }, after: { value: 55 } },
			{ action: 'removed', before: { value: 55 }, after: null },
		]);
	});
});
