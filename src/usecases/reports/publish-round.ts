import { DomainError } from '#domain/shared/domain-error.ts';
import type { FrozenRound } from '#reports/frozen-round.ts';
import { findRoundRun } from '#storage/round-runs.ts';
import { saveRoundPublic } from '#storage/status-rounds.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import type { PlanRecord, StoredPlan } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { takeStep } from '../round/step-round.ts';
import { listVersions } from './frozen-rounds.ts';
import { publishContent, type PublishedVersion } from './publish-content.ts';
import { makeRoundContent } from './round-content.ts';

export type PublishRoundInput = {
	readonly municipality: string;
	readonly year: number;
	/** Version of the run as it was shown; left out for a round that came whole from a document. */
	readonly version?: number;
	/** Hash of what the person has looked through; left out when nothing was shown. */
	readonly sha256?: string;
};

/**
 * Publishes a round: freezes its report with all files, lets everybody see it, and takes the last step where the round is run here.
 * @throws DomainError not-found `round.unknown`; conflict `report.already-published`, `report.not-presented`,
 *   `round.changed-meanwhile`, `report.changed-meanwhile`
 */
export async function publishRound(context: Context, input: PublishRoundInput): Promise<PublishedVersion> {
	const { code } = await requireMay(context, 'report.publish', input.municipality);
	const { year } = input;
	return publishContent(context, {
		municipalityCode: code,
		sha256: input.sha256 ?? null,
		make: (tx, record) => makeFirstVersion(tx, record, input),
		store: async (tx, { row }) => {
			const run = await findRoundRun(tx, row.id, year);
			if (run) await takeStep(context, tx, run, { to: 'published', reason: null, meeting: null });
			await saveRoundPublic(tx, row.id, year, true, context.now());
		},
	});
}

/** What the first published version of a round would say. Throws as `publishRound` does where it cannot be published. */
async function makeFirstVersion(tx: ReadTx, record: PlanRecord, { year, version }: PublishRoundInput): Promise<FrozenRound> {
	const { stored, municipality } = record;
	if (stored) await checkPublishable(tx, stored, { year, version });
	const frozen = await makeRoundContent(tx, record, year, { version: 1 });
	if (!frozen) throw new DomainError('not-found', 'round.unknown', { municipality: municipality.name, year });
	return frozen;
}

async function checkPublishable(
	tx: ReadTx,
	stored: StoredPlan,
	{ year, version }: { readonly year: number; readonly version: number | undefined },
): Promise<void> {
	if (listVersions(stored, year).length > 0) throw new DomainError('conflict', 'report.already-published', { year });
	const run = await findRoundRun(tx, stored.row.id, year);
	if (run && run.stage !== 'presented') throw new DomainError('conflict', 'report.not-presented', { year });
	if (run && version !== undefined && run.version !== version) {
		throw new DomainError('conflict', 'round.changed-meanwhile', { name: String(year) });
	}
}
