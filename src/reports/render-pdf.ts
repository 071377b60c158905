import { makePdfInput, type PdfLayout, type PdfSheet } from './pdf-input.ts';
import { pressPdf } from './pdf-press.ts';
import type { StatusReport } from './report-content.ts';

/**
 * The report as PDF/UA-1: tagged, with title, language and bookmarks, A4. The same report gives the same bytes:
 * the only date in the file is the status date, and the file's own numbers come from its content.
 */
export function renderPdf(
	report: StatusReport,
	{ layout, sheet = 'report' }: { readonly layout: PdfLayout; readonly sheet?: PdfSheet },
): Promise<Uint8Array> {
	return pressPdf('report.typ', makePdfInput(report, layout, sheet), readTimestamp(report));
}

/** Seconds since 1970. A round without a date has none to print; the file then carries the last day of its year. */
export function readTimestamp({ round }: Pick<StatusReport, 'round'>): number {
	return Date.parse(`${round.statusDate ?? `${round.year}-12-31`}T00:00:00Z`) / 1000;
}
