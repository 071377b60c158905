import { createHash } from 'node:crypto';
import type { Database } from '#storage/database.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import { getRegisterText } from '#storage/register-json.ts';
import { rememberByRevision } from '#storage/revision-cache.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

/** The register of one municipality's published plan as JSON, with a strong validator for `ETag`. */
export type RegisterJson = {
	/** UTF-8. */
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** In quotes, ready for the header. */
	readonly etag: string;
};

const getRegister = rememberByRevision(readRegister, {
	weigh: (register) => register.bytes.length,
	// Bytes; the registers of all of Denmark's municipalities are about a tenth.
	maxWeight: 128_000_000,
});

/** Open data, fast: `{municipality, plan, round, initiatives: [...]}`. Never older than the last committed change. */
export async function getRegisterJson(context: Context, input: { readonly municipality: string }): Promise<RegisterJson> {
	const at = await requireMay(context, 'data.export', input.municipality);
	return getRegister(context.database, at);
}

async function readRegister(database: Database, tenant: string): Promise<RegisterJson> {
	const text = await database.read(tenant, async (tx) => {
		const plan = await findCurrentPlan(tx, { publicOnly: true });
		return getRegisterText(tx, plan?.id ?? null);
	});
	const bytes = Uint8Array.from(Buffer.from(text, 'utf8'));
	return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url')}"` };
}
