import { locales, type Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { renderReport } from '#usecases/reports/render-report.ts';
import type { ReportFormat } from '#usecases/reports/report-files.ts';
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
	output: string;
};

/** Writes the status report of a round to a file, or to standard output for `-`. */
export async function report(terminal: Terminal, options: ReportOptions): Promise<void> {
	const { municipality, round: year, format, layout = 'landscape', output } = options;
	// The report is the municipality's own: its language is asked for and does not follow that of the machine it is made on.
	const locale: Locale = locales.find((known) => known === options.lang) ?? 'da';
	const rendered = await withDatabase(terminal, (context) => renderReport(context, { municipality, year, format, layout, locale }));
	if (output === '-') {
		await terminal.write(rendered.bytes);
		return;
	}
	await writeFile(terminal, output, rendered.bytes);
	const told = { file: output, size: rendered.bytes.byteLength, hash: rendered.hash };
	terminal.say(m.cli_report_done(told, { locale: terminal.locale }));
}
