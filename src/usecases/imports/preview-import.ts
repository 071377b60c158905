import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ColumnMapping, ReadResult } from '#domain/followup/draft-initiative.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { isYear } from '#domain/shared/year.ts';
import { largestDocumentBytes } from '#importers/read-document.ts';
import { readDocumentBounded } from '#importers/read-document-bounded.ts';
import { listColumnMappings } from '#storage/column-mappings.ts';
import { addImportDraft } from '#storage/import-drafts.ts';
import type { Context } from '../context.ts';
import { readPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { getBasis } from './compare-draft.ts';
import { checkImportYear } from './import-rounds.ts';
import { getDraftBasis, readImportPreview, type ImportPreview } from './import-preview.ts';

/** More is refused, in megabytes. */
export const largestDocumentMegabytes = largestDocumentBytes / 1024 ** 2;

export type PreviewImportInput = {
	readonly municipality: string;
	/** Year of the round the document reports. */
	readonly year: number;
	readonly fileName: string;
	readonly bytes: Uint8Array;
	/** Columns as a person puts them; without it, as remembered for these headings, else as the reader chooses. */
	readonly mapping?: readonly ColumnMapping[];
};

// A day: long enough to ask a colleague, short enough that a forgotten document does not stay.
const lifetimeMs = 24 * 60 * 60 * 1000;

/**
 * Reads an uploaded document and compares it with the register; nothing but the upload itself is stored.
 * @throws DomainError invalid `document.…` for an unusable file, `round.year-form`; conflict `round.published`,
 *   `round.closed-for-editing`, `round.another-running`
 */
export async function previewImport(context: Context, input: PreviewImportInput): Promise<ImportPreview> {
	const { code } = await requireMay(context, 'plan.import', input.municipality);
	const { year, bytes } = input;
	const fileName = cleanFileName(input.fileName);
	if (!isYear(year)) throw new DomainError('invalid', 'round.year-form', { year });
	const { result, mapping } = await read(context, code, { ...input, fileName });
	const at = context.now();
	return context.database.write(code, async (tx) => {
		const record = await readPlanRecord(tx, { publicOnly: false });
		if (record.stored) await checkImportYear(tx, record.stored.row.id, year);
		const basis = getDraftBasis({ version: 1 }, getBasis(record, year));
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const expiresAt = new Date(at.getTime() + lifetimeMs);
		const draft = { year, fileName, sha256, mapping, result, corrections: [], basis, who: context.actor.id, at, expiresAt };
		return readImportPreview(tx, await addImportDraft(tx, draft, bytes), at);
	});
}

const longestFileName = 200;

/** The name without folders and control characters, with its end kept: the ending says what the file is. */
function cleanFileName(name: string): string {
	const own = name.split(/[\\/]/).at(-1) ?? '';
	return (
		own
			.replace(/\p{Cc}/gu, '')
			.slice(-longestFileName)
			.toWellFormed() || '-'
	);
}

type Read = { readonly result: ReadResult; readonly mapping: readonly ColumnMapping[] | null };

async function read({ database }: Context, code: string, { fileName, bytes, mapping }: PreviewImportInput): Promise<Read> {
	if (mapping) return { result: await readDocumentBounded({ fileName, bytes, mapping }), mapping };
	const result = await readDocumentBounded({ fileName, bytes });
	const remembered = await database.read(code, (tx) => listColumnMappings(tx, result.mappings));
	const isAsRemembered = remembered.every((one) => result.mappings.some((chosen) => isDeepStrictEqual(chosen, one)));
	if (isAsRemembered) return { result, mapping: null };
	return { result: await readDocumentBounded({ fileName, bytes, mapping: remembered }), mapping: remembered };
}
