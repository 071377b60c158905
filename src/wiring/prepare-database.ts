import type { Actor } from '#domain/access/policy.ts';
import { DomainError, isDomainError } from '#domain/shared/domain-error.ts';
import { migrate } from '#storage/migrate.ts';
import { removeExpiredUploads } from '#usecases/imports/remove-expired-uploads.ts';
import { addExamples, type AddedExamples } from '#usecases/plan/add-examples.ts';
import type { Config } from './config.ts';
import { openServices } from './services.ts';

// Nobody asks for the examples, nor for tidying up: the installation itself does it.
const installer: Actor = { id: 'installation', role: 'administrator', municipalityCode: null };

/**
 * Brings the database up to this version, adds the examples where they are missing and throws expired uploads away.
 * @param root folder that holds `reference/` and `examples/`
 * @throws DomainError `database.unreachable`, `database.refused` (reason), `database.…`
 */
export async function prepareDatabase(config: Config & { readonly databaseUrl: string }, root: string): Promise<AddedExamples> {
	await migrateDatabase(config);
	const services = await openServices(config);
	try {
		const added = await addExamples(services.context(installer), { root });
		await removeExpiredUploads(services.context(installer));
		return added;
	} finally {
		await services.close();
	}
}

/** Brings the database up to this version and adds nothing to it. @throws DomainError `database.unreachable`, `database.refused` (reason), `database.…` */
export async function migrateDatabase({ databaseUrl }: { readonly databaseUrl: string }): Promise<void> {
	await migrate({ url: databaseUrl }).catch(explainConnection);
}

function explainConnection(error: unknown): never {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (isDomainError(error) || !code) throw error;
	// Class 28 is a wrong user or password, 3D a database that does not exist.
	if (/^(28|3D)/.test(code)) throw new DomainError('invalid', 'database.refused', { reason: (error as Error).message }, { cause: error });
	if (/^E[A-Z]/.test(code)) throw new DomainError('conflict', 'database.unreachable', { reason: code }, { cause: error });
	throw error;
}
