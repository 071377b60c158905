import type { FrozenRound } from '#reports/frozen-round.ts';
import { hashContent, writeCanonicalJson } from '#reports/canonical-json.ts';
import { renderCsv } from '#reports/render-csv.ts';
import { renderDocx } from '#reports/render-docx.ts';
import { renderJson } from '#reports/render-json.ts';
import { renderPdf } from '#reports/render-pdf.ts';
import { renderXlsx } from '#reports/render-xlsx.ts';
import { writeStatusReport } from '#reports/status-report.ts';
import type { ReportFile } from '#storage/status-reports.ts';

export const reportFormats = ['pdf', 'docx', 'xlsx', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];
const languages = ['da', 'en'] as const;
export type ReportLayout = 'landscape' | 'portrait';
/** The whole report, or the page that says what changed since the round before (PDF, portrait). */
export type ReportSheet = 'report' | 'changes';

export type FileForm = {
	readonly format: ReportFormat;
	/** Page layout of a PDF; other formats ignore it. */
	readonly layout: ReportLayout;
	readonly locale: (typeof languages)[number];
	readonly sheet: ReportSheet;
};

/** The name a stored file goes by: "pdf landscape da", "pdf changes en", "xlsx da"; undefined for the data, which is the content itself. */
export function nameForm({ format, layout, locale, sheet }: FileForm): string | undefined {
	if (sheet === 'changes') return `pdf changes ${locale}`;
	if (format === 'json') return undefined;
	return [format, format === 'pdf' ? layout : null, locale].filter((part) => part !== null).join(' ');
}

/** Sets a frozen round out as a file. The same content and form give the same bytes. */
export async function renderFile(content: FrozenRound, { format, layout, locale, sheet }: FileForm): Promise<Uint8Array> {
	if (format === 'json') return renderJson(content);
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

/** Every file that is stored when a round is published. A plan's first round has no page of changes. */
export function listForms({ comparison }: FrozenRound): FileForm[] {
	return languages.flatMap((locale) => {
		const form = { locale, layout: 'landscape', sheet: 'report' } as const;
		return [
			{ ...form, format: 'pdf' as const },
			{ ...form, format: 'pdf' as const, layout: 'portrait' as const },
			...(comparison ? [{ ...form, format: 'pdf' as const, layout: 'portrait' as const, sheet: 'changes' as const }] : []),
			{ ...form, format: 'docx' as const },
			{ ...form, format: 'xlsx' as const },
			{ ...form, format: 'csv' as const },
		];
	});
}

export type FrozenFiles = { readonly content: string; readonly sha256: string; readonly files: readonly ReportFile[] };

/** A frozen round's canonical JSON with its hash, and all its files. */
export async function renderFrozenFiles(round: FrozenRound): Promise<FrozenFiles> {
	const content = writeCanonicalJson(round);
	const files: ReportFile[] = [];
	for (const form of listForms(round)) {
		const bytes = await renderFile(round, form);
		files.push({ name: nameForm(form) ?? form.format, bytes, sha256: hashContent(bytes) });
	}
	return { content, sha256: hashContent(content), files };
}
