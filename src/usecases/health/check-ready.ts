import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';

/** True when the service can answer: the database does, and no migration of this program is missing. Tells nothing else, to anybody. */
export async function checkReady(context: Context): Promise<boolean> {
	requireMayAnywhere(context, 'plan.read');
	return context.database.isReady();
}
