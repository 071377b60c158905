import { expect, test } from 'vitest';
import { makeContext, actors } from '../../../test/context.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { proposeRound } from './propose-round.ts';

test('a round is proposed with a status date as far into the next year as the last one, never on or before that day', async () => {
	const server = await createExampleDatabase();
	try {
		const context = makeContext(await server.open(), actors.coordinator);
		const propose = async (last: string) => {
			await server.sql(`update status_round set status_date = '${last}' where municipality_code = '0340' and year = 2023`);
			return proposeRound(context, { municipality: 'soroe' });
		};
		expect((await propose('2023-12-31')).statusDate).toBe('2024-12-31');
		expect((await propose('2024-03-01')).statusDate).toBe('2025-03-01');
		// No such day in 2025: the deadline, as where there is none.
		const leap = await propose('2024-02-29');
		expect(leap.statusDate).toBe(leap.deadline);
	} finally {
		await server.close();
	}
});
