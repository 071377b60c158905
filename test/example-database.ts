import { addExamples } from '#usecases/plan/add-examples.ts';
import { actors, makeContext, projectRoot } from './context.ts';
import { createTestDatabase, prepareTemplate, type TestDatabase } from './database.ts';

/** A database of its own that holds what an installation is delivered with: the municipalities and the example plans. */
export async function createExampleDatabase(): Promise<TestDatabase> {
	return createTestDatabase(
		await prepareTemplate('examples', async (empty) => {
			await addExamples(makeContext(await empty.open(), actors.installer), { root: projectRoot });
		}),
	);
}
