import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount } from '#storage/accounts.ts';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { makeAccount, makeRow } from '../../../test/made-up-account.ts';
import { viewPath } from './view-path.ts';

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
});
afterAll(() => server.close());

const view = () => viewPath(makeContext(database, actors.reader), { municipality: 'ballerup' });
const sectors = ['energy', 'transport', 'agriculture'] as const;

async function add(year: number, release: string, tonnes: readonly number[], kind: 'geographic' | 'enterprise' = 'geographic') {
	const { id: _id, municipalityCode: _code, ...account } = makeAccount({ kind, year, release, source: release });
	const rows = tonnes.map((each, at) => makeRow({ sector: sectors[at] ?? 'waste', tonnes: each }));
	await database.write('0151', (tx) => addAccount(tx, { ...account, rows }, { who: 'test', at: new Date(), importId: null }));
}

test('the accounts stand beside the path, and a base year without an account is stated without a figure', async () => {
	const { account, baseYear } = await view();
	expect(account).toMatchObject([{ year: 2023, absent: ['waste', 'wastewater', 'processes'] }]);
	expect(account[0]?.tonnes).toBeCloseTo(53_950 * (0.011 + 1.7849 + 0.8868), 6);
	expect(baseYear).toMatchObject({ year: 2019, accountId: null });
});

test('the account of the base year comes first, by its newest vintage, whole, and of the area alone', async () => {
	await add(2019, 'A', [100, 50, 10]);
	await add(2019, 'B', [110, 50, 10, 5]);
	await add(2019, 'C', [1, 1, 1], 'enterprise');
	await add(2020, 'A', [100, 50]);
	const { account } = await view();
	expect(account.map(({ year }) => year)).toEqual([2019, 2023]);
	expect(account[0]).toEqual({ year: 2019, tonnes: 175, source: 'B', absent: ['wastewater', 'processes'], missing: [] });
});
