import type { ColumnMapping, ReadResult } from '#domain/followup/draft-initiative.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findDocumentKind, type DocumentKind } from './document-kind.ts';
import { isOwnChanges } from './own-changes.ts';
import { refuseOwnPdf } from './own-pdf.ts';
import { collectProblems, type NewProblem } from './problem-list.ts';
import { readTables } from './read-tables.ts';
import type { ReadTables } from './table.ts';

/** A document to be read. `mapping` is what a person has said about its columns; it wins over what the headings say. */
export type ReadOptions = { readonly fileName: string; readonly bytes: Uint8Array; readonly mapping?: readonly ColumnMapping[] };

/** No status document comes near it; anything larger is refused before a byte is looked at. */
export const largestDocumentBytes = 50 * 1024 * 1024;

type Read = ReadTables & { readonly format: Format };
type Format = 'pdf' | 'xlsx' | 'docx' | 'csv' | 'markdown' | 'text';

/** File name endings that promise each format. */
const endings: Readonly<Record<Format, readonly string[]>> = {
	pdf: ['pdf'],
	xlsx: ['xlsx'],
	docx: ['docx'],
	csv: ['csv', 'tsv', 'tab', 'txt'],
	markdown: ['md', 'markdown', 'txt'],
	text: ['txt', 'text', 'csv', 'tsv'],
};

/**
 * Reads a document of any known format into drafts, problems and the mapping of its columns.
 * Throws only `DomainError('invalid', 'document.…')`, for files that cannot be used at all. Runs in the caller's thread without
 * limits of time and memory: for files from outside use `readDocumentBounded`.
 */
export async function readDocument({ fileName, bytes, mapping = [] }: ReadOptions): Promise<ReadResult> {
	refuseTooLarge(fileName, bytes.length);
	const read = await readFormat(fileName, bytes, findDocumentKind(fileName, bytes));
	const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase();
	const problems = [...read.problems];
	if (ending && !endings[read.format].includes(ending)) {
		problems.push(
			...toProblems(fileName, {
				severity: 'note',
				code: 'format.differs-from-name',
				action: 'read-as',
				text: fileName,
				value: read.format,
			}),
		);
	}
	return readTables(fileName, { ...read, problems }, mapping);
}

/** Throws `document.too-large` for more bytes than a document may have. Callers that know the size ask before they read the file. */
export function refuseTooLarge(file: string, size: number): void {
	if (size <= largestDocumentBytes) return;
	throw new DomainError('invalid', 'document.too-large', {
		file,
		megabytes: Math.ceil(size / 1024 ** 2),
		limit: largestDocumentBytes / 1024 ** 2,
	});
}

// The readers are fetched when they are needed: reading a text must not wait for the PDF library.
async function readFormat(file: string, bytes: Uint8Array, found: DocumentKind): Promise<Read> {
	if (found.kind === 'pdf') {
		const { readPdf } = await import('./readers/pdf.ts');
		const read = await readPdf(file, bytes);
		refuseOwnPdf(file, read.tables);
		return { ...read, format: 'pdf' };
	}
	if (found.kind === 'zip') return readOffice(file, bytes);
	const { text, encoding, guessed } = found.decoded;
	const notes = guessed ? toProblems(file, { severity: 'note', code: 'encoding.guessed', action: 'read-as', value: encoding }) : [];
	if (found.kind === 'markdown') {
		const { readMarkdown } = await import('./readers/markdown.ts');
		return addNotes(readMarkdown(file, text), notes, 'markdown');
	}
	return readPlainText(file, text, notes);
}

async function readPlainText(file: string, text: string, notes: ReadTables['problems']): Promise<Read> {
	const { readCsv } = await import('./readers/csv.ts');
	const csv = readCsv(file, text);
	if (csv) return addNotes({ tables: [csv.table], problems: csv.problem ? toProblems(file, csv.problem) : [] }, notes, 'csv');
	const { readExtractedText } = await import('./readers/extracted-text.ts');
	return addNotes(readExtractedText(file, text), notes, 'text');
}

async function readOffice(file: string, bytes: Uint8Array): Promise<Read> {
	const { openArchive } = await import('./readers/archive.ts');
	const archive = await openArchive(file, bytes);
	if (archive.kind === 'xlsx') {
		const { readXlsx } = await import('./readers/xlsx.ts');
		return { ...(await readXlsx(file, archive)), format: 'xlsx' };
	}
	const { readDocx } = await import('./readers/docx.ts');
	const read = await readDocx(file, archive);
	return { ...read, tables: read.tables.filter((table) => !isOwnChanges(table)), format: 'docx' };
}

function addNotes(read: ReadTables, notes: ReadTables['problems'], format: Format): Read {
	return { ...read, problems: [...notes, ...read.problems], format };
}

function toProblems(file: string, problem: NewProblem): ReadTables['problems'] {
	const problems = collectProblems(file);
	problems.add(problem);
	return problems.list();
}
