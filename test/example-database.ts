import { addExamples } from '#usecases/plan/add-examples.ts';
import { actors, makeContext, projectRoot } from './context.ts';
import { createTestDatabase, prepareTemplate, type TestDatabase } from './database.ts';

/** Name of the template that holds what an installation is delivered with: the municipalities and the example plans. */
export function prepareExamples(): Promise<string> {
	return prepareTemplate('examples', async (empty) => {
		await addExamples(makeContext(await empty.open(), actors.installer), { root: projectRoot });
	});
}

/** A database of its own with the examples. */
export async function createExampleDatabase(): Promise<TestDatabase> {
	return createTestDatabase(await prepareExamples());
}
