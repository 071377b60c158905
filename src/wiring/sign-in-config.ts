import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { personRoles } from '#domain/access/person.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Config } from './config.ts';

const provider = z
	.strictObject({
		/** Part of the address the provider sends people back to: `/login/api/callback/<id>`. */
		id: z.string().regex(/^[a-z0-9-]{1,40}$/),
		/** On the button: "Log ind med …". */
		name: z.string().trim().min(1).max(80),
		/** Address of the provider's description of itself. */
		discovery: z.url({ protocol: /^https?$/ }),
		clientId: z.string().min(1),
		clientSecret: z.string().min(1),
		/** Codes of the municipalities it vouches for. */
		municipalities: z.array(z.string().regex(/^\d{4}$/)).min(1),
		/**
		 * Whether addresses in it are given by the organisation and no user can change the own. Otherwise an address counts when the
		 * provider says `email_verified`.
		 */
		vouchesForAddresses: z.boolean().default(false),
		rolesClaim: z.string().min(1).optional(),
		roles: z.record(z.string(), z.enum(personRoles)).optional(),
		scopes: z.array(z.string()).optional(),
	})
	.refine(({ rolesClaim, roles }) => (rolesClaim === undefined) === (roles === undefined), { error: 'rolesClaim and roles go together' });

/** An identity provider: whom it vouches for, and which of its groups or roles are which of ours. */
export type Provider = z.infer<typeof provider>;

/** Reads the file that SIGN_IN_PROVIDERS names. @throws DomainError `config.invalid` */
export function readProviders(file: string | null): Provider[] {
	if (file === null) return [];
	try {
		const read = z.array(provider).parse(JSON.parse(readFileSync(file, 'utf8')));
		if (new Set(read.map(({ id }) => id)).size < read.length) throw new Error('two providers have the same id');
		return read;
	} catch (error) {
		const reason = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
		throw new DomainError('invalid', 'config.invalid', { SIGN_IN_PROVIDERS: `${file}: ${reason}` }, { cause: error });
	}
}

/**
 * What sessions are signed and second factors are encrypted with: SECRET, or one made at the first start and kept in the data
 * folder. Replicas need the same.
 */
export function readSecret({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>): string {
	return secret ?? keepInFolder(dataDir, randomBytes(48).toString('base64url'));
}

/** The same where there is one already, for a backup; null otherwise. */
export function findSecret({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>): string | null {
	const file = join(dataDir, secretFile);
	return secret ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : null);
}

/**
 * Keeps the secret of a backup in the data folder, where neither SECRET nor an earlier start says another. False where it is another
 * that will be used: second factors of the backup are no good with it, and it is not ours to replace.
 */
export function keepSecret({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>, restored: string): boolean {
	return (secret ?? keepInFolder(dataDir, restored)) === restored;
}

const secretFile = 'secret';

/** The secret in the data folder, which is the one given where there was none. */
function keepInFolder(dataDir: string, fresh: string): string {
	const file = join(dataDir, secretFile);
	mkdirSync(dataDir, { recursive: true });
	try {
		writeFileSync(file, `${fresh}\n`, { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	}
	return readFileSync(file, 'utf8').trim();
}
