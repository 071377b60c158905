import { rememberByRevision } from '#storage/revision-cache.ts';
import { hasPlanScenario } from '#storage/scenarios.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

// Every page about a municipality asks, and a path is made once.
const getHasPath = rememberByRevision((database, tenant) => database.read(tenant, (tx) => hasPlanScenario(tx)), {
	weigh: () => 1,
	maxWeight: 500,
});

/** True where the municipality's plan has a path: also a municipality without a plan may have one. */
export async function hasPath(context: Context, input: { readonly municipality: string }): Promise<boolean> {
	return getHasPath(context.database, await requireMay(context, 'plan.read', input.municipality));
}
