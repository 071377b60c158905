import type { PathDocument } from '#domain/followup/path-document.ts';
import { readPathDocument } from '#domain/followup/path-document.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { saveScenario, type StoredScenario } from '#storage/scenarios.ts';
import type { WriteTx } from '#storage/transactions.ts';
import { getScenario } from './get-scenario.ts';
import { appendScenarioChange, type ScenarioOccasion } from './scenario-history.ts';

/** Which scenario, and the version that was shown. */
export type ScenarioKey = Pick<StoredScenario, 'id' | 'version'>;

/**
 * Replaces a scenario's document by another and tells the history.
 * @throws DomainError not-found `scenario.unknown`; invalid `scenario.form`; conflict `scenario.changed-meanwhile`
 */
export async function changeScenario(
	tx: WriteTx,
	occasion: ScenarioOccasion,
	{ id, version }: ScenarioKey,
	change: (document: PathDocument) => PathDocument,
): Promise<void> {
	const before = await getScenario(tx, id);
	const document = checkDocument(change(before.document));
	const after = { kind: before.kind, title: document.scenario.title, document };
	await saveScenario(tx, { id: before.id, version }, after, occasion);
	await appendScenarioChange(tx, occasion, before.id, { before, after });
}

/** A document that can be stored. Throws invalid `scenario.form` with the place of the first fault. */
export function checkDocument(document: PathDocument): PathDocument {
	try {
		return readPathDocument(document);
	} catch (error) {
		const [issue] = (error as { issues?: { path: PropertyKey[] }[] }).issues ?? [];
		if (!issue) throw error;
		throw new DomainError('invalid', 'scenario.form', { place: issue.path.map(String).join('.') });
	}
}
