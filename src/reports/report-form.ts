import type { FrozenRound } from './frozen-round.ts';

export const reportFormats = ['pdf', 'docx', 'xlsx', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];
const languages = ['da', 'en'] as const;
export type ReportLayout = 'landscape' | 'portrait';
/** The whole report, all of it on one page, or the page that says what changed since the round before (both PDF, portrait). */
export type ReportSheet = 'report' | 'one-page' | 'changes';

export type FileForm = {
	readonly format: ReportFormat;
	/** Page layout of a PDF; other formats ignore it. */
	readonly layout: ReportLayout;
	readonly locale: (typeof languages)[number];
	readonly sheet: ReportSheet;
};

/** The name a stored file goes by: "pdf landscape da", "pdf changes en", "pdf one-page da", "xlsx da"; undefined for the data, which is the content itself. */
export function nameForm({ format, layout, locale, sheet }: FileForm): string | undefined {
	if (sheet !== 'report') return `pdf ${sheet} ${locale}`;
	if (format === 'json') return undefined;
	return [format, format === 'pdf' ? layout : null, locale].filter((part) => part !== null).join(' ');
}

/** Every file that is stored when a round is published. A plan's first round has no page of changes. */
export function listForms({ comparison }: FrozenRound): FileForm[] {
	return languages.flatMap((locale) => {
		const form = { locale, layout: 'landscape', sheet: 'report' } as const;
		return [
			{ ...form, format: 'pdf' as const },
			{ ...form, format: 'pdf' as const, layout: 'portrait' as const },
			{ ...form, format: 'pdf' as const, layout: 'portrait' as const, sheet: 'one-page' as const },
			...(comparison ? [{ ...form, format: 'pdf' as const, layout: 'portrait' as const, sheet: 'changes' as const }] : []),
			{ ...form, format: 'docx' as const },
			{ ...form, format: 'xlsx' as const },
			{ ...form, format: 'csv' as const },
		];
	});
}
