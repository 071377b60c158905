import { DomainError } from '#domain/shared/domain-error.ts';
import { addAnswers, noteAssessed, noteUnassessed, removeAnswers } from '#storage/answers.ts';
import type { Change } from '#storage/changes.ts';
import { isUsedInRound, type ImportedIds } from '#storage/import-uses.ts';
import type { ImportRow } from '#storage/imports.ts';
import { findRoundRun, isPublished, listRoundRuns } from '#storage/round-runs.ts';
import { findRoundOpenedAfter } from '#storage/round-steps.ts';
import type { ReadTx, WriteTx } from '#storage/transactions.ts';
import { checkOpenForCoordinators } from '../round/answer-desk.ts';
import type { PlannedImport } from './plan-import.ts';

/**
 * Refuses a document about a round that is published or approved, and one about a later round than the one that runs.
 * @throws DomainError conflict `round.published`, `round.closed-for-editing`, `round.another-running`
 */
export async function checkImportYear(tx: ReadTx, planId: string, year: number): Promise<void> {
	if (await isPublished(tx, planId, year)) throw new DomainError('conflict', 'round.published', { year });
	const running = (await listRoundRuns(tx, planId)).find(({ stage }) => stage !== 'published');
	if (running?.year === year) checkOpenForCoordinators(running);
	else if (running && running.year < year) throw new DomainError('conflict', 'round.another-running', { year: running.year });
}

/** What a document says into a round that runs here counts as answered; what it brings is asked about. */
export async function noteImported(
	tx: WriteTx,
	planId: string,
	year: number,
	planned: PlannedImport,
	by: { readonly who: string; readonly at: Date },
): Promise<void> {
	if (!(await findRoundRun(tx, planId, year))) return;
	const added = planned.added.map(({ id }) => id);
	await addAnswers(tx, planId, year, added, by.at);
	const says = ({
		content: { state, progress, fulfilment, fulfilmentText, remark },
	}: {
		content: PlannedImport['assessed'][number]['content'];
	}) => [state, progress, fulfilment, fulfilmentText, remark].some((value) => value !== null);
	const assessed = planned.assessed.filter(says).map(({ initiativeId }) => initiativeId);
	const reassessed = planned.reassessed.filter(says).map(({ key }) => key.initiativeId);
	await noteAssessed(tx, planId, year, [...assessed, ...reassessed], by);
}

/**
 * Why an import cannot be undone because of a round that builds on it: conflict `round.published`, `import.round-opened-later` or
 * `import.used-in-round`; undefined when nothing stands in the way.
 */
export async function findUndoObstacle(tx: ReadTx, found: ImportRow, changes: readonly Change[]): Promise<DomainError | undefined> {
	const { planId, year, at, fileName: file } = found;
	if (await isPublished(tx, planId, year)) return new DomainError('conflict', 'round.published', { year });
	const opened = await findRoundOpenedAfter(tx, planId, at);
	if (opened !== undefined) return new DomainError('conflict', 'import.round-opened-later', { file, year: opened });
	if (!(await findRoundRun(tx, planId, year))) return undefined;
	const isUsed = await isUsedInRound(tx, planId, { year, at }, listImported(changes));
	return isUsed ? new DomainError('conflict', 'import.used-in-round', { file }) : undefined;
}

/** Lets the answers that an undone import gave wait again. Before what it brought is taken away. */
export async function noteUndone(tx: WriteTx, { planId, year }: ImportRow, changes: readonly Change[], at: Date): Promise<void> {
	if (!(await findRoundRun(tx, planId, year))) return;
	const { added } = listImported(changes);
	const given = changes.filter(({ entity, action }) => entity === 'assessment' && action === 'added').map(({ entityId }) => entityId);
	await removeAnswers(tx, planId, year, added);
	await noteUnassessed(tx, planId, year, given, at);
}

function listImported(changes: readonly Change[]): ImportedIds {
	const added = changes.filter(({ entity, action }) => entity === 'initiative' && action === 'added').map(({ entityId }) => entityId);
	return { added, assessed: changes.filter(({ entity }) => entity === 'assessment').map(({ entityId }) => entityId) };
}
