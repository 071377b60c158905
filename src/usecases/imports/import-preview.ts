import { randomUUID } from 'node:crypto';
import type { ColumnMapping, DraftInitiative, ReadProblem } from '#domain/followup/draft-initiative.ts';
import type { ImportProposal } from '#domain/followup/import-proposal.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import type { StatusRound } from '#domain/followup/status-round.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findImportDraft, type ImportDraftRow } from '#storage/import-drafts.ts';
import { listImportRows } from '#storage/imports.ts';
import type { ValueCorrection } from '#storage/json-schemas.ts';
import type { ReadTx } from '#storage/transactions.ts';
import { readPlanRecord, type StoredPlan } from '../plan/plan-record.ts';
import { compareDraft, findComparedYear, findRound, getBasis, hasLaterRound, speaksOfStatus } from './compare-draft.ts';
import { listLapsing } from './import-rounds.ts';
import { nameRound } from './name-round.ts';
import { findNextYear, planImport } from './plan-import.ts';
import { listUnitMoves, type UnitMove } from './unit-moves.ts';

export type { ValueCorrection };

/** An upload that was read and compared but not stored in the register. It lives until it is applied or expires. */
export type ImportPreview = {
	readonly draftId: string;
	readonly municipality: MunicipalityProfile;
	readonly fileName: string;
	/** SHA-256 of the file, in hex. */
	readonly sha256: string;
	readonly year: number;
	/** What the comparison was made with. Send it back when applying: it is how a change made meanwhile is noticed. */
	readonly basis: string;
	readonly expiresAt: Date;
	/** The plan it goes into; null when applying creates one. */
	readonly plan: { readonly id: string; readonly title: string } | null;
	/** True when the round of that year exists already. */
	readonly roundExists: boolean;
	/** What the round will say of itself unless a person says otherwise; null when the document makes none. */
	readonly round: Pick<StatusRound, 'title' | 'statusDate'> | null;
	/** The year whose assessments the document is compared with; null when there is none, or the document assesses nothing. */
	readonly comparedYear: number | null;
	/** False when the plan has a later round: taking in an older document then never takes anything out of the plan. */
	readonly isNewestRound: boolean;
	/** What the document calls itself; the title of a plan that is created. */
	readonly title: string | null;
	/** As read, with corrections in place. */
	readonly initiatives: readonly DraftInitiative[];
	readonly problems: readonly ReadProblem[];
	/** Problems that want a person's answer (severity `question`). */
	readonly questions: readonly ReadProblem[];
	readonly mappings: readonly ColumnMapping[];
	/** True when the columns are as a person, now or earlier, has put them; false when the reader chose. */
	readonly mappingRemembered: boolean;
	readonly corrections: readonly ValueCorrection[];
	/** New, changed, unchanged and missing against what is stored, cell by cell. */
	readonly proposal: ImportProposal;
	/** Numbers of the initiatives whose answers are accepted in the round that runs: applied, they are to be accepted again. */
	readonly lapsing: readonly string[];
	/** Who goes to another unit with a new responsible body. */
	readonly unitMoves: readonly UnitMove[];
	/** The same file was applied before. */
	readonly appliedBefore: { readonly importId: string; readonly at: Date; readonly who: string } | null;
};

/** The upload compared with the register as it is in this transaction. Throws not-found `import.draft-unknown` when it expired. */
export async function readImportPreview(tx: ReadTx, draftId: string, now: Date): Promise<ImportPreview> {
	const draft = await findImportDraft(tx, draftId, now);
	if (!draft) throw new DomainError('not-found', 'import.draft-unknown');
	const record = await readPlanRecord(tx, { publicOnly: false });
	const before = (await listImportRows(tx)).find((each) => each.sha256 === draft.sha256 && each.year === draft.year && !each.undone);
	const { result, year } = draft;
	const known = findRound(record, year);
	const proposal = compareDraft(record, year, result.initiatives);
	return {
		draftId,
		municipality: record.municipality,
		fileName: draft.fileName,
		sha256: draft.sha256,
		year,
		basis: getDraftBasis(draft, getBasis(record, year)),
		expiresAt: draft.expiresAt,
		plan: record.stored && { id: record.stored.row.id, title: record.stored.row.title },
		roundExists: known !== null,
		round: speaksOfStatus(proposal) ? nameRound(draft, known, {}) : null,
		comparedYear: speaksOfStatus(proposal) ? findComparedYear(record, year) : null,
		isNewestRound: !hasLaterRound(record, year),
		title: result.title,
		initiatives: result.initiatives,
		problems: result.problems,
		questions: result.problems.filter(({ severity }) => severity === 'question'),
		mappings: result.mappings,
		mappingRemembered: draft.mapping !== null,
		corrections: draft.corrections,
		proposal,
		...(record.stored ? await readConsequences(tx, record.stored, year, proposal) : { lapsing: [], unitMoves: [] }),
		appliedBefore: before ? { importId: before.id, at: before.at, who: before.who } : null,
	};
}

/** What applying would let lapse and move, worked out as if it were applied. */
async function readConsequences(
	tx: ReadTx,
	stored: StoredPlan,
	year: number,
	proposal: ImportProposal,
): Promise<Pick<ImportPreview, 'lapsing' | 'unitMoves'>> {
	const isOfRound = speaksOfStatus(proposal);
	const nextYear = isOfRound ? findNextYear(stored, year) : null;
	const planned = planImport({
		...{ stored, proposal, sections: stored.sections, introducedIn: year, missing: 'keep', makeId: randomUUID },
		...{ year: isOfRound ? year : null, nextYear },
	});
	return {
		lapsing: isOfRound ? await listLapsing(tx, stored, year, planned) : [],
		unitMoves: nextYear === null ? await listUnitMoves(tx, stored.row.id, planned) : [],
	};
}

/** The register's fingerprint with the upload's own version: a correction made in another window counts as a change too. */
export function getDraftBasis({ version }: Pick<ImportDraftRow, 'version'>, basis: string): string {
	return `${version}-${basis}`;
}
