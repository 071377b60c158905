import type { TenantRevision } from '#storage/database.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

/**
 * The municipality and its revision as of now, asked of the database each time. What was made for this actor at the same
 * revision may be shown again. Throws not-found `municipality.unknown`.
 */
export function findRevision(context: Context, input: { readonly municipality: string }): Promise<TenantRevision> {
	return requireMay(context, 'plan.read', input.municipality);
}
