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

/** How many initiatives `prepareShortPlan` keeps. */
export const shortPlanLength = 8;

/**
 * The examples with the first initiatives of Sorø's plan alone and two that tests point at. The dozen files of a published report are made
 * of these in a quarter of the time, where it does not matter how many there are.
 */
export async function prepareShortPlan(): Promise<string> {
	const kept = `select municipality_code, plan_id, id from initiative
		where municipality_code = '0340' and number in ('1', '2', '3', '4', '5', '6', '23', '82')`;
	const cut = async (copy: Pick<TestDatabase, 'sql'>) => {
		await copy.sql(`delete from assessment where municipality_code = '0340' and (municipality_code, plan_id, initiative_id) not in (${kept});
			delete from initiative where municipality_code = '0340' and (municipality_code, plan_id, id) not in (${kept})`);
	};
	return prepareTemplate('short_plan', cut, await prepareExamples());
}
