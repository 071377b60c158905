import { hasPath } from '#usecases/pathway/has-path.ts';
import type { LayoutServerLoad } from './$types';

/** What the header of every page about a municipality leads to, whether it has a plan or not. */
export const load: LayoutServerLoad = async ({ locals, params }) => ({
	hasPath: await hasPath(locals.context, { municipality: params.municipality }),
});
