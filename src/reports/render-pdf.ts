import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { makePdfInput, type PdfLayout, type PdfSheet } from './pdf-input.ts';
import { printableValue } from './printable-text.ts';
import type { StatusReport } from './report-content.ts';
import { readReportFonts, type ReportFonts } from './report-fonts.ts';

type Press = { readonly compiler: NodeCompiler; readonly fonts: ReportFonts; readonly main: string };

// Opening the compiler reads the fonts; it is opened once and used for every report.
let press: Promise<Press> | undefined;

/**
 * The report as PDF/UA-1: tagged, with title, language and bookmarks, A4. The same report gives the same bytes:
 * the only date in the file is the status date, and the file's own numbers come from its content.
 */
export async function renderPdf(
	report: StatusReport,
	{ layout, sheet = 'report' }: { readonly layout: PdfLayout; readonly sheet?: PdfSheet },
): Promise<Uint8Array> {
	press ??= openPress();
	const { compiler, fonts, main } = await press;
	const data = JSON.stringify(printableValue(makePdfInput(report, layout, sheet), fonts.has));
	const { result, takeDiagnostics } = boundCompile(compiler, main, data);
	if (!result) throw new Error(`The report cannot be set: ${JSON.stringify(takeDiagnostics()?.shortDiagnostics)}`);
	try {
		return new Uint8Array(compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: readTimestamp(report) }));
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
	const main = createRequire(import.meta.url).resolve('#reports/typst/report.typ');
	const fonts = await readReportFonts();
	const compiler = NodeCompiler.create({ workspace: dirname(main), fontArgs: [{ fontBlobs: [...fonts.blobs] }] });
	return { compiler, fonts, main };
}

// Seconds since 1970. A round without a date has none to print; the file then carries the last day of its year.
function readTimestamp({ round }: StatusReport): number {
	return Date.parse(`${round.statusDate ?? `${round.year}-12-31`}T00:00:00Z`) / 1000;
}
