import type { Actor } from '#domain/access/policy.ts';
import { DomainError, isDomainError } from '#domain/shared/domain-error.ts';
import { migrate } from '#storage/migrate.ts';
import { addExamples, type AddedExamples } from '#usecases/plan/add-examples.ts';
import { openServices } from './services.ts';

// Nobody asks for the examples: the installation itself adds them.
const installer: Actor = { id: 'installation', role: 'administrator', municipalityCode: null };

/**
 * Brings the database up to this version and adds the examples where they are missing.
 * @param root folder that holds `reference/` and `examples/`
 * @throws DomainError `database.unreachable`, `database.refused` (reason), `database.…`
 */
export async function prepareDatabase(databaseUrl: string, root: string): Promise<AddedExamples> {
	await migrate({ url: databaseUrl }).catch(explainConnection);
	const services = await openServices({ databaseUrl });
	try {
		return await addExamples(services.context(installer), { root });
	} finally {
		await services.close();
	}
}

function explainConnection(error: unknown): never {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (isDomainError(error) || !code) throw error;
	// Class 28 is a wrong user or password, 3D a database that does not exist.
	if (/^(28|3D)/.test(code)) throw new DomainError('invalid', 'database.refused', { reason: (error as Error).message }, { cause: error });
	if (/^E[A-Z]/.test(code)) throw new DomainError('conflict', 'database.unreachable', { reason: code }, { cause: error });
	throw error;
}
