import type { FrozenRound } from './frozen-round.ts';

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
