import { DomainError } from '#domain/shared/domain-error.ts';
import type { ReportPart } from '#domain/followup/report-part.ts';
import { hashContent } from '#reports/canonical-json.ts';
import { printFile } from '#reports/print-file.ts';
import { renderFile } from '#reports/render-file.ts';
import { nameForm, type FileForm, type ReportFormat } from '#reports/report-form.ts';
import { addPartFile, findReportFile, hasPartFile } from '#storage/status-reports.ts';
import type { Context } from '../context.ts';
import { viewRound, type RoundView } from '../followup/view-round.ts';
import { requireMay } from '../require-may.ts';
import { getFinishedFile } from './finished-files.ts';

export { reportFormats, type ReportFormat, type ReportSheet } from '#reports/report-form.ts';

export type RenderReportInput = Omit<FileForm, 'sheet'> & {
	readonly municipality: string;
	readonly year: number;
	/** The whole report when left out. */
	readonly sheet?: FileForm['sheet'];
	/** A published version; the newest when left out. */
	readonly version?: number;
	readonly part?: ReportPart;
};

/** A finished file. `hash` is the SHA-256 of the whole report's content, the same in every format and language. */
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

/**
 * A round's report as a file: the very bytes that were stored when the round was published, or, for a part of it and for a round
 * that is not published, made of the content. The same content gives the same bytes; of a part of a published report the hash of the
 * bytes is noted, so that the file is known on the page that checks files.
 * @throws DomainError not-found `round.unknown`, `report.version-unknown`, `report.part-unknown`, `report.no-changes` for the page of
 *   changes of a plan's first round
 */
export async function renderReport(context: Context, input: RenderReportInput): Promise<RenderedReport> {
	const { code } = await requireMay(context, 'report.render', input.municipality);
	const view = await viewRound(context, input);
	const form: FileForm = { ...input, sheet: input.sheet ?? 'report' };
	if (form.sheet === 'changes' && !view.comparison) throw new DomainError('not-found', 'report.no-changes', { year: input.year });
	const bytes = (await findStored(context, code, view, input)) ?? (await make(view, form, input.part));
	await notePart(context, code, view, form, bytes);
	const contentType = contentTypes[form.sheet === 'report' ? form.format : 'pdf'];
	return { fileName: nameFile(view, input), contentType, bytes, hash: view.hash, isPublic: view.isPublic };
}

async function findStored(context: Context, code: string, { published }: RoundView, input: RenderReportInput) {
	const name = nameForm({ ...input, sheet: input.sheet ?? 'report' });
	if (!published || input.part || name === undefined) return undefined;
	const file = await context.database.read(code, (tx) => findReportFile(tx, published, name));
	return file && new Uint8Array(file.bytes);
}

/** Later code may make other bytes of the same part; what this one gave away is known by its hash. */
async function notePart({ database, now }: Context, code: string, view: RoundView, form: FileForm, bytes: Uint8Array): Promise<void> {
	const { published, content } = view;
	const { part } = content;
	if (!published || !part) return;
	const file = { part, name: nameForm(form) ?? 'data', sha256: hashContent(bytes) };
	if (await database.read(code, (tx) => hasPartFile(tx, published, file))) return;
	await database.addBeside(code, (tx) => addPartFile(tx, published, file, now()));
}

function make({ content, hash }: RoundView, form: FileForm, part: ReportPart | undefined): Promise<Uint8Array> {
	const { format, layout, locale, sheet } = form;
	const key = [hash, part?.kind, part?.value.toLowerCase(), sheet, format, layout, locale].join(' ');
	return getFinishedFile(key, () => (format === 'json' ? renderFile : printFile)(content, form));
}

const subjects: Readonly<Record<FileForm['sheet'], Readonly<Record<FileForm['locale'], string>>>> = {
	report: { da: 'status', en: 'status' },
	'one-page': { da: 'en-side', en: 'one-page' },
	changes: { da: 'aendringer', en: 'changes' },
};

/** Files that differ have names that differ, so that two saved in one folder do not take each other's place. */
function nameFile({ municipality, published, content }: RoundView, { year, format, layout, locale, sheet }: RenderReportInput): string {
	const isWhole = sheet === undefined || sheet === 'report';
	const portrait = locale === 'en' ? 'portrait' : 'hoejformat';
	const subject = subjects[sheet ?? 'report'][locale];
	const parts = [
		municipality.slug,
		subject,
		String(year),
		content.part && [content.part.kind === 'sdg' ? 'verdensmaal' : null, toSlug(content.part.value)].filter(Boolean).join('-'),
		published && published.version > 1 ? `v${published.version}` : null,
		// The data speaks the code's language in both.
		locale === 'en' && (!isWhole || format !== 'json') ? 'en' : null,
		isWhole && format === 'pdf' && layout === 'portrait' ? portrait : null,
	];
	return `${parts.filter((part) => part !== null).join('-')}.${isWhole ? format : 'pdf'}`;
}

const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' };

function toSlug(text: string): string {
	const plain = text
		.toLowerCase()
		.replace(/[æøå]/g, (letter) => letters[letter] ?? letter)
		.normalize('NFD')
		.replace(/[^a-z0-9]+/g, '-');
	return plain.replace(/^-+|-+$/g, '').slice(0, 60);
}
