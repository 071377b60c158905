import type { ReadResult } from '#domain/followup/draft-initiative.ts';
import { refuseTooLarge } from '#importers/read-document.ts';
import { readDocumentBounded } from '#importers/read-document-bounded.ts';

/** Reads a document without a database, within bounds of time and memory. @throws DomainError `document.…` */
export function readDocument(fileName: string, bytes: Uint8Array): Promise<ReadResult> {
	return readDocumentBounded({ fileName, bytes });
}

/** Refuses a file by its size before it is read. @throws DomainError `document.too-large` */
export function checkDocumentSize(fileName: string, size: number): void {
	refuseTooLarge(fileName, size);
}
