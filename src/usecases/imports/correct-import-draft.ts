import type { ColumnMapping, ReadResult } from '#domain/followup/draft-initiative.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { readDocumentBounded } from '#importers/read-document-bounded.ts';
import { saveColumnMappings } from '#storage/column-mappings.ts';
import { findImportDraft, findImportDraftBytes, saveImportDraft, type ImportDraftRow } from '#storage/import-drafts.ts';
import type { Context } from '../context.ts';
import { readPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { checkMapping } from './check-mapping.ts';
import { getBasis } from './compare-draft.ts';
import { correctDraft } from './correct-draft.ts';
import { replayCorrections } from './replay-corrections.ts';
import { getDraftBasis, readImportPreview, type ImportPreview, type ValueCorrection } from './import-preview.ts';

export type CorrectImportDraftInput = {
	readonly municipality: string;
	readonly draftId: string;
	/** Replaces the column mapping and reads the stored document again. */
	readonly mapping?: readonly ColumnMapping[];
	/** Whether the municipality remembers the mapping for tables with the same headings. */
	readonly remember?: boolean;
	/** Added to earlier corrections; the newest for a number and field counts. */
	readonly values?: readonly ValueCorrection[];
};

/**
 * Applies a person's corrections to an upload and compares again. Read with other columns, corrections whose row is no longer found
 * under its number are dropped and told of in the problems.
 * @throws DomainError invalid `import.value-unreadable` with field and text, `import.number-taken`, `import.value-missing`,
 *   `import.same-field` where two columns are put to one field;
 *   not-found `import.draft-unknown`, `import.number-unknown`; conflict `import.draft-changed-meanwhile`
 */
export async function correctImportDraft(context: Context, input: CorrectImportDraftInput): Promise<ImportPreview> {
	const { code } = await requireMay(context, 'plan.import', input.municipality);
	checkMapping(input.mapping ?? []);
	const [values, now] = [input.values ?? [], context.now()];
	const draft = await context.database.read(code, (tx) => findImportDraft(tx, input.draftId, now));
	if (!draft) throw new DomainError('not-found', 'import.draft-unknown');
	// Reading takes its time, so it is done between two short transactions; the draft's version tells if somebody came between.
	const again = input.mapping && (await replayCorrections(draft, await readAgain(context, code, draft, input.mapping)));
	const result = await correctDraft(again?.result ?? draft.result, values);
	const corrections = [...(again?.corrections ?? draft.corrections), ...values];
	return context.database.write(code, async (tx) => {
		const basis = getDraftBasis({ version: draft.version + 1 }, getBasis(await readPlanRecord(tx, { publicOnly: false }), draft.year));
		if (input.mapping && input.remember) await saveColumnMappings(tx, input.mapping, { who: context.actor.id, at: now });
		await saveImportDraft(tx, draft, { mapping: input.mapping ?? draft.mapping, result, corrections, basis });
		return readImportPreview(tx, draft.id, now);
	});
}

async function readAgain(
	{ database }: Context,
	code: string,
	{ id, fileName }: ImportDraftRow,
	mapping: readonly ColumnMapping[],
): Promise<ReadResult> {
	const bytes = await database.read(code, (tx) => findImportDraftBytes(tx, id));
	if (!bytes) throw new DomainError('not-found', 'import.draft-unknown');
	return readDocumentBounded({ fileName, bytes, mapping });
}
