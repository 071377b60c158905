import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { ReadTables } from '../table.ts';
import { fillCells } from './pdf/fill-cells.ts';
import { findGrids } from './pdf/find-grids.ts';
import { findTitleAbove, findDocumentTitle } from './pdf/find-titles.ts';
import { joinPages } from './pdf/join-pages.ts';
import type { PageContent } from './pdf/page-content.ts';
import { readPage } from './pdf/read-page.ts';

/**
 * Reads the tables of a PDF by where texts, lines and backgrounds stand. `row` counts from 1 within a table on its page.
 * Throws `document.encrypted`, `document.damaged`, or `document.pdf-without-text` for one that holds only pictures.
 */
export async function readPdf(file: string, bytes: Uint8Array): Promise<ReadTables> {
	const document = await openPdf(file, bytes);
	try {
		const pages: PageContent[] = [];
		for (let number = 1; number <= document.numPages; number += 1) {
			pages.push(await readPage(await document.getPage(number), number, OPS));
		}
		if (pages.every(({ texts }) => texts.length === 0)) throw new DomainError('invalid', 'document.pdf-without-text', { file });
		const grids = findGrids(pages).map((grid) => {
			const content = pages.find(({ page }) => page === grid.page);
			return { grid, rows: content ? fillCells(content, grid) : [], title: grid.title ?? (content ? findTitleAbove(content, grid) : null) };
		});
		return { tables: joinPages(file, grids), problems: [], title: findDocumentTitle(pages) };
	} catch (error) {
		throw explain(file, error);
	} finally {
		await document.loadingTask.destroy();
	}
}

/** Nothing is fetched or run: fonts and code of the document are not needed to know where its words stand. */
async function openPdf(file: string, bytes: Uint8Array): Promise<PDFDocumentProxy> {
	try {
		// The library takes the bytes over, so it gets its own.
		return await getDocument({
			data: bytes.slice(),
			useWorkerFetch: false,
			useSystemFonts: false,
			disableFontFace: true,
			enableXfa: false,
			isOffscreenCanvasSupported: false,
			isImageDecoderSupported: false,
			// Pictures are not unpacked.
			maxImageSize: 1,
			verbosity: 0,
		}).promise;
	} catch (error) {
		throw explain(file, error);
	}
}

function explain(file: string, error: unknown): unknown {
	if (error instanceof DomainError) return error;
	const name = error instanceof Error ? error.name : '';
	const code = name === 'PasswordException' ? 'document.encrypted' : 'document.damaged';
	return new DomainError('invalid', code, { file }, { cause: error });
}
