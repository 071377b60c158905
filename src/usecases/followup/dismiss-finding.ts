import type { Context } from '../context.ts';

/** Remembers "not a problem here" with a reason. Throws invalid `finding.reason-missing`, not-found `finding.unknown`. */
export async function dismissFinding(
	context: Context,
	input: { readonly municipality: string; readonly key: string; readonly reason: string },
): Promise<void> {
	throw new Error(`unfinished ${typeof context} ${input.key}`);
}
