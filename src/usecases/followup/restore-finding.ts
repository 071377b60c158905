import type { Context } from '../context.ts';

/** Takes a dismissal back. Throws not-found `finding.not-dismissed`. */
export async function restoreFinding(context: Context, input: { readonly municipality: string; readonly key: string }): Promise<void> {
	throw new Error(`unfinished ${typeof context} ${input.key}`);
}
