import { DomainError, isDomainError } from '#domain/shared/domain-error.ts';
import { findDocumentKind, type DocumentKind } from './document-kind.ts';
import type { ReadTables } from './table.ts';

/** A file that is a workbook of Excel, or separated values. */
export type Spreadsheet = { readonly text: string } | ReadTables;

const otherKinds: readonly string[] = ['document.unsupported-kind', 'document.unknown-kind'];

/**
 * Opens a file that is to hold a list: Excel or separated values and nothing else. @throws DomainError invalid with the code given for
 * any other kind of file, so that the words name what may be used here; `document.…` for one that is locked, damaged, old or empty
 */
export async function openSpreadsheet(file: string, bytes: Uint8Array, otherKind: string): Promise<Spreadsheet> {
	const refusal = new DomainError('invalid', otherKind, { file });
	const found = findKind(file, bytes, refusal);
	if (found.kind === 'pdf') throw refusal;
	if (found.kind !== 'zip') return found.decoded;
	const { openArchive } = await import('./readers/archive.ts');
	const archive = await openArchive(file, bytes);
	if (archive.kind !== 'xlsx') throw refusal;
	const { readXlsx } = await import('./readers/xlsx.ts');
	return readXlsx(file, archive);
}

function findKind(file: string, bytes: Uint8Array, refusal: DomainError): DocumentKind {
	try {
		return findDocumentKind(file, bytes);
	} catch (error) {
		throw isDomainError(error) && otherKinds.includes(error.code) ? refusal : error;
	}
}
