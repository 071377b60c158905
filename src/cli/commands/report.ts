import { locales, type Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { renderReport, type ReportFormat, type ReportSheet } from '#usecases/reports/render-report.ts';
import type { ReportPart } from '#domain/followup/report-part.ts';
import type { Terminal } from '../terminal.ts';
import { withDatabase } from '../with-database.ts';
import { writeFile } from '../write-file.ts';

export type ReportOptions = {
	municipality: string;
	round: number;
	format: ReportFormat;
	/** Landscape when left out: the columns people know need the width. */
	layout?: 'landscape' | 'portrait';
	lang?: string;
	/** The whole report, or the page of what changed; the whole when left out. */
	part?: ReportSheet;
	/** One committee, section, unit, UN goal or theme. */
	only?: ReportPart;
	/** A published version; the newest when left out. */
	reportVersion?: number;
	output: string;
};

/** Writes the status report of a round to a file, or to standard output for `-`. */
export async function report(terminal: Terminal, options: ReportOptions): Promise<void> {
	const { municipality, round: year, format, layout = 'landscape', output } = options;
	// The report is the municipality's own: its language is asked for and does not follow that of the machine it is made on.
	const locale: Locale = locales.find((known) => known === options.lang) ?? 'da';
	const chosen = {
		...(options.part ? { sheet: options.part } : {}),
		...(options.only ? { part: options.only } : {}),
		...(options.reportVersion === undefined ? {} : { version: options.reportVersion }),
	};
	const input = { municipality, year, format, layout, locale, ...chosen };
	const rendered = await withDatabase(terminal, (context) => renderReport(context, input));
	if (output === '-') {
		await terminal.write(rendered.bytes);
		return;
	}
	await writeFile(terminal, output, rendered.bytes);
	const told = { file: output, size: rendered.bytes.byteLength, hash: rendered.hash };
	terminal.say(m.cli_report_done(told, { locale: terminal.locale }));
}
