import type { ColumnMapping, DraftField, DraftInitiative, ReadProblem } from '#domain/followup/draft-initiative.ts';
import type { ImportProposal } from '#domain/followup/import-proposal.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';

/** A person's correction of one value of one initiative, as text; null empties the field. */
export type ValueCorrection = { readonly number: string; readonly field: DraftField; readonly text: string | null };

/** An upload that was read and compared but not stored in the register. It lives until it is applied or expires. */
export type ImportPreview = {
	readonly draftId: string;
	readonly municipality: MunicipalityProfile;
	readonly fileName: string;
	/** SHA-256 of the file, in hex. */
	readonly sha256: string;
	readonly year: number;
	readonly expiresAt: Date;
	/** The plan it goes into; null when applying creates one. */
	readonly plan: { readonly id: string; readonly title: string } | null;
	/** True when the round of that year exists already. */
	readonly roundExists: boolean;
	/** What the document calls itself; the title of a plan that is created. */
	readonly title: string | null;
	/** As read, with corrections in place. */
	readonly initiatives: readonly DraftInitiative[];
	readonly problems: readonly ReadProblem[];
	/** Problems that want a person's answer (severity `question`). */
	readonly questions: readonly ReadProblem[];
	readonly mappings: readonly ColumnMapping[];
	/** True when a remembered column mapping of the municipality was used. */
	readonly mappingRemembered: boolean;
	readonly corrections: readonly ValueCorrection[];
	/** New, changed, unchanged and missing against what is stored, cell by cell. */
	readonly proposal: ImportProposal;
	/** The same file was applied before. */
	readonly appliedBefore: { readonly importId: string; readonly at: Date; readonly who: string } | null;
};
