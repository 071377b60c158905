import type { FrozenRound } from './frozen-round.ts';
import { renderCsv } from './render-csv.ts';
import { renderDocx } from './render-docx.ts';
import { renderJson } from './render-json.ts';
import { pressPdf } from './pdf-press.ts';
import { readTimestamp, renderPdf } from './render-pdf.ts';
import { renderXlsx } from './render-xlsx.ts';
import type { FileForm } from './report-form.ts';
import { makeRoundSheet } from './round-sheet.ts';
import { writeStatusReport } from './status-report.ts';

/**
 * Sets a frozen round out as a file. The same content and form give the same bytes. It holds up whatever else the process does for a
 * good part of a second: ask `printFile` where others wait.
 */
export async function renderFile(content: FrozenRound, { format, layout, locale, sheet }: FileForm): Promise<Uint8Array> {
	if (format === 'json') return renderJson(content);
	if (sheet === 'one-page') return pressPdf('one-page.typ', makeRoundSheet(content, locale), readTimestamp(content));
	const report = writeStatusReport(content, locale);
	if (sheet === 'changes') return renderPdf(report, { layout: 'portrait', sheet });
	switch (format) {
		case 'pdf':
			return renderPdf(report, { layout });
		case 'docx':
			return renderDocx(report);
		case 'xlsx':
			return renderXlsx(report);
		case 'csv':
			return renderCsv(report);
	}
}
