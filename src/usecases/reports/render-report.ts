import type { Context } from '../context.ts';

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
export type RenderedReport = { readonly fileName: string; readonly contentType: string; readonly bytes: Uint8Array; readonly hash: string };

/** Renders the status report of a round. The same content gives the same bytes. */
export async function renderReport(context: Context, input: RenderReportInput): Promise<RenderedReport> {
	throw new Error(`unfinished ${typeof context} ${input.format}`);
}
