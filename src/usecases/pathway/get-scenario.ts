import { DomainError } from '#domain/shared/domain-error.ts';
import { findScenario, type StoredScenario } from '#storage/scenarios.ts';
import type { ReadTx } from '#storage/transactions.ts';

/** One scenario by its id. Throws not-found `scenario.unknown`. */
export async function getScenario(tx: ReadTx, id: string): Promise<StoredScenario> {
	const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
	const found = isId ? await findScenario(tx, id) : undefined;
	if (!found) throw new DomainError('not-found', 'scenario.unknown');
	return found;
}
