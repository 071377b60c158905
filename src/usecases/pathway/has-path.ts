import { hasPlanScenario } from '#storage/scenarios.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

/** True where the municipality's plan has a path: also a municipality without a plan may have one. */
export async function hasPath(context: Context, input: { readonly municipality: string }): Promise<boolean> {
	const { code } = await requireMay(context, 'plan.read', input.municipality);
	return context.database.read(code, (tx) => hasPlanScenario(tx));
}
