import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { printableValue } from './printable-text.ts';
import { readReportFonts, type ReportFonts } from './report-fonts.ts';

type Press = { readonly compiler: NodeCompiler; readonly fonts: ReportFonts; readonly folder: string };

// Opening the compiler reads the fonts; it is opened once and used for every report.
let press: Promise<Press> | undefined;

export type PdfSheetFile = 'report.typ' | 'one-page.typ';

/**
 * Sets a sheet as PDF/UA-1: tagged, with title and language. `input` arrives in the sheet as texts and numbers, never as markup. The same
 * input and time (seconds since 1970) give the same bytes.
 */
export async function pressPdf(sheet: PdfSheetFile, input: object, creationTimestamp: number): Promise<Uint8Array> {
	press ??= openPress();
	const { compiler, fonts, folder } = await press;
	const data = JSON.stringify(printableValue(input, fonts.has));
	const { result, takeDiagnostics } = boundCompile(compiler, join(folder, sheet), data);
	if (!result) throw new Error(`The report cannot be set: ${JSON.stringify(takeDiagnostics()?.shortDiagnostics)}`);
	try {
		return new Uint8Array(compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp }));
	} finally {
		// Keeps what the next report can use again, lets go of what only this one needed.
		compiler.evictCache(5);
	}
}

function boundCompile(compiler: NodeCompiler, mainFilePath: string, data: string) {
	const outcome = compiler.compile({ mainFilePath, inputs: { data } });
	return { result: outcome.result, takeDiagnostics: () => outcome.takeDiagnostics() };
}

async function openPress(): Promise<Press> {
	// Found through the imports map, so that it is also found from the built server, which lives elsewhere.
	const folder = dirname(createRequire(import.meta.url).resolve('#reports/typst/report.typ'));
	const fonts = await readReportFonts();
	const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: [...fonts.blobs] }] });
	return { compiler, fonts, folder };
}
