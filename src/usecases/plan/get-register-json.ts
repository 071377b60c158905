import type { Context } from '../context.ts';

/** The register of one municipality's current plan as JSON text (UTF-8 bytes) with a strong validator for `ETag`. */
export type RegisterJson = { readonly bytes: Uint8Array; readonly etag: string };

/** Open data, fast: `{municipality, plan, round, initiatives: [...]}`. Never older than the last committed change. */
export async function getRegisterJson(context: Context, input: { readonly municipality: string }): Promise<RegisterJson> {
	throw new Error(`unfinished ${typeof context} ${input.municipality}`);
}
