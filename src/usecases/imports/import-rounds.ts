import { DomainError } from '#domain/shared/domain-error.ts';
import { compareNaturally } from '#domain/shared/natural-order.ts';
import { addAnswers, listAnswers, noteAssessed, noteUnassessed, removeAnswers } from '#storage/answers.ts';
import type { Change } from '#storage/changes.ts';
import { isUsedInRound, type ImportedIds } from '#storage/import-uses.ts';
import type { ImportRow } from '#storage/imports.ts';
import { findRoundRun, isPublished, listRoundRuns } from '#storage/round-runs.ts';
import { findRoundOpenedAfter } from '#storage/round-steps.ts';
import type { ReadTx, WriteTx } from '#storage/transactions.ts';
import { checkOpenForCoordinators } from '../round/answer-desk.ts';
import type { StoredPlan } from '../plan/plan-record.ts';
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
	await noteAssessed(tx, planId, year, listSaid(planned), by);
}

/**
 * Numbers of the initiatives whose answers are accepted in the round that runs and say something else after the import: they are to be
 * accepted again. Before anything is written.
 */
export async function listLapsing(tx: ReadTx, { row, initiatives }: StoredPlan, year: number, planned: PlannedImport): Promise<string[]> {
	if (!(await findRoundRun(tx, row.id, year))) return [];
	const [said, answers] = [new Set(listSaid(planned)), await listAnswers(tx, row.id, year)];
	return initiatives
		.filter(({ id }) => said.has(id) && answers.get(id)?.status === 'accepted')
		.map(({ content }) => content.number)
		.toSorted(compareNaturally);
}

/** The initiatives that the document says something new of. */
function listSaid({ assessed, reassessed }: PlannedImport): string[] {
	const says = ({ content }: { readonly content: PlannedImport['assessed'][number]['content'] }) =>
		[content.state, content.progress, content.fulfilment, content.fulfilmentText, content.remark].some((value) => value !== null);
	return [...assessed.filter(says).map(({ initiativeId }) => initiativeId), ...reassessed.filter(says).map(({ key }) => key.initiativeId)];
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
