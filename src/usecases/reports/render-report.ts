import { renderCsv } from '#reports/render-csv.ts';
import { renderDocx } from '#reports/render-docx.ts';
import { renderJson } from '#reports/render-json.ts';
import { renderPdf } from '#reports/render-pdf.ts';
import { renderXlsx } from '#reports/render-xlsx.ts';
import type { StatusReport } from '#reports/status-report.ts';
import type { Context } from '../context.ts';
import { viewRound } from '../followup/view-round.ts';
import { requireMay } from '../require-may.ts';
import { getFinishedFile } from './finished-files.ts';

export const reportFormats = ['pdf', 'docx', 'xlsx', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export type RenderReportInput = {
	readonly municipality: string;
	readonly year: number;
	readonly format: ReportFormat;
	/** Page layout of a PDF; other formats ignore it. */
	readonly layout: 'landscape' | 'portrait';
	readonly locale: 'da' | 'en';
};

/** A finished file. `hash` is the SHA-256 of the report's content, the same in every format. */
export type RenderedReport = {
	readonly fileName: string;
	readonly contentType: string;
	readonly bytes: Uint8Array;
	readonly hash: string;
	readonly isPublic: boolean;
};

export const contentTypes: Readonly<Record<ReportFormat, string>> = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8',
	json: 'application/json; charset=utf-8',
};

/** Renders the status report of a round. The same content gives the same bytes. Throws not-found `round.unknown`. */
export async function renderReport(context: Context, input: RenderReportInput): Promise<RenderedReport> {
	await requireMay(context, 'report.render', input.municipality);
	const { municipality, report, hash, isPublic } = await viewRound(context, input);
	const bytes = await getFinishedFile(`${hash} ${input.format} ${input.layout}`, () => render(report, input));
	return { fileName: nameFile(municipality.slug, input), contentType: contentTypes[input.format], bytes, hash, isPublic };
}

/** Files that differ have names that differ, so that two saved in one folder do not take each other's place. */
function nameFile(slug: string, { year, format, layout, locale }: RenderReportInput): string {
	const language = locale === 'en' ? '-en' : '';
	const portrait = locale === 'en' ? '-portrait' : '-hoejformat';
	return `${slug}-status-${year}${language}${format === 'pdf' && layout === 'portrait' ? portrait : ''}.${format}`;
}

async function render(report: StatusReport, { format, layout }: RenderReportInput): Promise<Uint8Array> {
	switch (format) {
		case 'pdf':
			return renderPdf(report, { layout });
		case 'docx':
			return renderDocx(report);
		case 'xlsx':
			return renderXlsx(report);
		case 'csv':
			return renderCsv(report);
		case 'json':
			return renderJson(report);
	}
}
