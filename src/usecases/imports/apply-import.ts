import { z } from 'zod';
import type { ImportProposal } from '#domain/followup/import-proposal.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { isYear } from '#domain/shared/year.ts';
import { findImportDraft, removeImportDraft, type ImportDraftRow } from '#storage/import-drafts.ts';
import { addImport, findImport, type ImportCounts } from '#storage/imports.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { readPlanRecord, type PlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { compareDraft, findRound, getBasis, speaksOfStatus } from './compare-draft.ts';
import { checkImportYear } from './import-rounds.ts';
import { getDraftBasis } from './import-preview.ts';
import { nameRound, type ChosenRound } from './name-round.ts';
import { countPlanned } from './plan-import.ts';
import { storeProposal } from './store-proposal.ts';

export type { ImportCounts };

export type ApplyImportInput = {
	readonly municipality: string;
	readonly draftId: string;
	/** The `basis` of the preview that was confirmed; without it, that of the last upload or correction. */
	readonly basis?: string;
	/**
	 * What happens to initiatives the document does not have: `keep` (default) leaves them, `remove` takes them out of the plan,
	 * when the document tells of its newest round.
	 */
	readonly missing?: 'keep' | 'remove';
	/** What the document says too rarely: title and date of the round it becomes. */
	readonly round?: ChosenRound;
	/** Used when the import makes the plan. */
	readonly plan?: { readonly title?: string; readonly periodStart?: number; readonly periodEnd?: number };
};

export type AppliedImport = {
	readonly importId: string;
	readonly planId: string;
	readonly year: number;
	readonly counts: ImportCounts;
	/** Numbers of the initiatives whose answers were accepted, and say something else now. */
	readonly lapsed: readonly string[];
};

/**
 * Stores an upload in one transaction. What is stored is what the preview showed: when the register or the upload has
 * changed since, nothing is. Asked a second time, as by a double click, it answers what the first time did.
 * @throws DomainError conflict `import.changed-since-preview`, `round.published`, `round.closed-for-editing`, `round.another-running`; not-found `import.draft-unknown`; invalid
 *   `import.nothing-to-store` when the document gave no initiative, `import.has-errors` when rows contradict each other,
 *   `import.title-missing` when an initiative has none, `round.year-form` and `plan.period-order` when the period
 *   begins or ends in what is no year, or ends before it begins
 */
export async function applyImport(context: Context, input: ApplyImportInput): Promise<AppliedImport> {
	const { code } = await requireMay(context, 'plan.import', input.municipality);
	const [who, at] = [context.actor.id, context.now()];
	return context.database.write(code, async (tx) => {
		const draft = await findImportDraft(tx, input.draftId, at);
		if (!draft) return findApplied(tx, input.draftId);
		checkDraft(draft);
		const record = await readPlanRecord(tx, { publicOnly: false });
		if (record.stored) await checkImportYear(tx, record.stored.row.id, draft.year);
		if ((input.basis ?? draft.basis) !== getDraftBasis(draft, getBasis(record, draft.year))) {
			throw new DomainError('conflict', 'import.changed-since-preview', { file: draft.fileName });
		}
		// The upload's own id, so that it is known again when it is gone.
		const importId = draft.id;
		const proposal = compareDraft(record, draft.year, draft.result.initiatives);
		checkTitles(proposal, draft);
		const { planId, planned, lapsed } = await storeProposal(tx, {
			stored: record.stored,
			plan: makePlanContent(record, draft, input.plan ?? {}),
			proposal,
			round: speaksOfStatus(proposal) ? { year: draft.year, ...nameRound(draft, findRound(record, draft.year), input.round ?? {}) } : null,
			missing: input.missing ?? 'keep',
			occasion: { who, at, reason: 'import', note: null, importId },
		});
		const counts = countPlanned(proposal, planned);
		const { year, fileName, sha256 } = draft;
		await addImport(tx, { id: importId, planId, year, fileName, sha256, who, at, counts, undone: null });
		await removeImportDraft(tx, draft.id);
		return { importId, planId, year, counts, lapsed };
	});
}

async function findApplied(tx: ReadTx, id: string): Promise<AppliedImport> {
	const applied = z.uuid().safeParse(id).success ? await findImport(tx, id) : undefined;
	if (!applied || applied.undone) throw new DomainError('not-found', 'import.draft-unknown');
	return { importId: applied.id, planId: applied.planId, year: applied.year, counts: applied.counts, lapsed: [] };
}

function checkDraft({ result, fileName }: ImportDraftRow): void {
	if (result.initiatives.length === 0) throw new DomainError('invalid', 'import.nothing-to-store', { file: fileName });
	const errors = result.problems.filter(({ severity }) => severity === 'error');
	const [first] = errors;
	if (first) throw new DomainError('invalid', 'import.has-errors', { file: fileName, count: errors.length, number: first.number ?? '' });
}

function checkTitles({ rows }: ImportProposal, { fileName }: ImportDraftRow): void {
	const untitled = rows.filter((row) => row.draft?.title === '');
	const [first] = untitled;
	if (!first) return;
	throw new DomainError('invalid', 'import.title-missing', { file: fileName, count: untitled.length, number: first.number });
}

function makePlanContent({ stored }: PlanRecord, draft: ImportDraftRow, chosen: NonNullable<ApplyImportInput['plan']>) {
	const { title, periodStart, periodEnd } = chosen;
	const wrong = [periodStart, periodEnd].find((year) => year !== undefined && !isYear(year));
	if (wrong !== undefined) throw new DomainError('invalid', 'round.year-form', { year: wrong });
	if (periodStart !== undefined && periodEnd !== undefined && periodStart > periodEnd) {
		throw new DomainError('invalid', 'plan.period-order', { periodStart, periodEnd });
	}
	return {
		title: title?.trim() || getTitle(draft),
		periodStart: periodStart ?? null,
		periodEnd: periodEnd ?? null,
		legend: stored?.row.legend ?? null,
		source: draft.fileName,
		isPublic: true,
	};
}

/** What the document calls itself, else its file's name. */
function getTitle({ result, fileName }: ImportDraftRow): string {
	return result.title?.trim() || fileName.replace(/\.[^.]+$/, '') || fileName;
}
