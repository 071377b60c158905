import type { Locale } from '#text/locale.ts';
import { placeLocale } from './locale.ts';

/** Every address of the site, in one language. Pages never write an address themselves. */
export type Urls = ReturnType<typeof listUrls>;

/** The file formats that a register or a report is offered in. */
export type DownloadFormat = 'pdf' | 'docx' | 'xlsx' | 'csv' | 'json';

/** The name of the round's year in the address of an initiative. */
export const yearName = 'aar';

/** Builds the addresses of one language. `slug` is a municipality's ("soroe"), `query` begins with `?` or is empty. */
export function listUrls(locale: Locale) {
	const at = (path: string) => placeLocale(path, locale);
	const number = (text: string) => encodeURIComponent(text.toLowerCase());
	return {
		home: () => at('/'),
		search: () => at('/soeg'),
		accessibility: () => at('/tilgaengelighed'),
		municipality: (slug: string) => at(`/${slug}`),
		register: (slug: string, query = '') => at(`/${slug}/indsatser${query}`),
		registerFile: (slug: string, format: DownloadFormat, query = '') => at(`/${slug}/indsatser.${format}${query}`),
		/** With a year, the initiative as it was in that round. */
		initiative: (slug: string, name: string, year: number | null = null) =>
			at(`/${slug}/indsatser/${number(name)}${year === null ? '' : `?${yearName}=${year}`}`),
		reports: (slug: string) => at(`/${slug}/rapporter`),
		round: (slug: string, year: number) => at(`/${slug}/status/${year}`),
		roundFile: (slug: string, year: number, format: DownloadFormat, query = '') => at(`/${slug}/status/${year}/rapport.${format}${query}`),
		plan: (slug: string) => at(`/${slug}/om`),
		planCheck: (slug: string) => at(`/${slug}/plantjek`),
		imports: (slug: string) => at(`/${slug}/import`),
		/** What a person is asked in a round, and one of the answers. */
		answers: (slug: string, year: number) => at(`/${slug}/svar/${year}`),
		answer: (slug: string, year: number, name: string) => at(`/${slug}/svar/${year}/${number(name)}`),
		/** The rounds that are run here, and what comes next. */
		rounds: (slug: string) => at(`/${slug}/runde`),
		newRound: (slug: string) => at(`/${slug}/runde/ny`),
		/** The round's board; with a number, one of its initiatives beside the table. */
		board: (slug: string, year: number, query = '') => at(`/${slug}/runde/${year}${query}`),
		boardInitiative: (slug: string, year: number, name: string, query = '') => at(`/${slug}/runde/${year}/${number(name)}${query}`),
		newInitiative: (slug: string) => at(`/${slug}/indsatser/ny`),
		editInitiative: (slug: string, name: string) => at(`/${slug}/indsatser/${number(name)}/ret`),
		importDraft: (slug: string, draftId: string, query = '') => at(`/${slug}/import/${encodeURIComponent(draftId)}${query}`),
	};
}
