import { DomainError } from '#domain/shared/domain-error.ts';
import { hashFrozenRound, layoutVersion, type FrozenRound } from '#reports/frozen-round.ts';
import { appendChanges } from '#storage/changes.ts';
import { addStatusReport } from '#storage/status-reports.ts';
import type { ReadTx, WriteTx } from '#storage/transactions.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { readPlanRecord, type StoredPlan } from '../plan/plan-record.ts';
import type { PlanRecord } from '../plan/plan-record.ts';
import { renderFrozenFiles, type FrozenFiles } from './report-files.ts';

/** A version that was published, and the hash of its content. */
export type PublishedVersion = { readonly version: number; readonly sha256: string };

export type Publishing = {
	readonly municipalityCode: string;
	/** What is to be published, made of what is stored: before the files are made, and again when all is stored. */
	readonly make: (tx: ReadTx, record: PlanRecord) => Promise<FrozenRound>;
	/** Hash of what the person has looked through; null when nothing was shown. */
	readonly sha256: string | null;
	/** What else is stored with it. */
	readonly store: (tx: WriteTx, stored: StoredPlan) => Promise<void>;
};

/**
 * Freezes a round: content, hash and all files, in one transaction with what `store` does. Making the files takes seconds, so they are
 * made beforehand and nobody waits for them; when the content has moved meanwhile, nothing at all is stored.
 * @throws DomainError conflict `report.changed-meanwhile`
 */
export async function publishContent(context: Context, publishing: Publishing): Promise<PublishedVersion> {
	const { municipalityCode, make, sha256, store } = publishing;
	const frozen = await context.database.read(municipalityCode, async (tx) => make(tx, await readPlanRecord(tx, { publicOnly: false })));
	if (sha256 !== null && sha256 !== hashFrozenRound(frozen)) throw changedMeanwhile(frozen);
	const files = await renderFrozenFiles(frozen);
	return context.database.write(municipalityCode, async (tx) => {
		const record = await readPlanRecord(tx, { publicOnly: false });
		const { stored } = record;
		if (!stored || hashFrozenRound(await make(tx, record)) !== files.sha256) throw changedMeanwhile(frozen);
		await store(tx, stored);
		return addVersion(context, tx, stored.row.id, frozen, files);
	});
}

function changedMeanwhile({ round }: FrozenRound): DomainError {
	return new DomainError('conflict', 'report.changed-meanwhile', { year: round.year });
}

async function addVersion(
	{ actor, now }: Context,
	tx: WriteTx,
	planId: string,
	{ round: { year }, version, correction }: FrozenRound,
	{ content, sha256, files }: FrozenFiles,
): Promise<PublishedVersion> {
	if (version === null) throw new Error('a draft is not published');
	const [who, at] = [actor.id, now()];
	const { reason = null, differences = null } = correction ?? {};
	await addStatusReport(tx, { planId, year, version, content, sha256, layoutVersion, who, at, reason, differences }, files);
	const before = { published: version > 1 ? version - 1 : null };
	await appendChanges(tx, { who, at, reason: 'round', note: reason, importId: null }, [
		{ entity: 'round', action: 'changed', planId, entityId: String(year), year, before, after: { published: version, sha256 } },
	]);
	await appendAudit(tx, { event: 'report published', who, subject: String(year), details: { planId, year, version, sha256 }, at });
	return { version, sha256 };
}
