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
		...listRoundUrls(at, number),
		...listFigureUrls(at),
		home: () => at('/'),
		search: () => at('/soeg'),
		/** `to` is the page to come back to. */
		signIn: (to = '') => at(`/login${to && `?til=${encodeURIComponent(to)}`}`),
		signInLink: () => at('/login/link'),
		signInCode: (to = '') => at(`/login/kode${to && `?til=${encodeURIComponent(to)}`}`),
		signInProvider: (provider: string, to: string) => at(`/login/med/${provider}?til=${encodeURIComponent(to)}`),
		signOut: () => at('/log-ud'),
		ownPage: () => at('/min-side'),
		accessibility: () => at('/tilgaengelighed'),
		/** How the account and the path are calculated. */
		method: () => at('/metode'),
		municipality: (slug: string) => at(`/${slug}`),
		register: (slug: string, query = '') => at(`/${slug}/indsatser${query}`),
		registerFile: (slug: string, format: DownloadFormat, query = '') => at(`/${slug}/indsatser.${format}${query}`),
		/** With a year, the initiative as it was in that round. */
		initiative: (slug: string, name: string, year: number | null = null) => at(`/${slug}/indsatser/${number(name)}${writeYear(year)}`),
		reports: (slug: string) => at(`/${slug}/rapporter`),
		/** `query` chooses a version and a part, see `report-query.ts`. */
		round: (slug: string, year: number, query = '') => at(`/${slug}/status/${year}${query}`),
		/** What changed since the round before: a page, and the same as a PDF. */
		roundChanges: (slug: string, year: number, query = '') => at(`/${slug}/status/${year}/aendringer${query}`),
		roundChangesFile: (slug: string, year: number, query = '') => at(`/${slug}/status/${year}/aendringer.pdf${query}`),
		/** The round on one page, as a PDF. */
		roundOnePage: (slug: string, year: number, query = '') => at(`/${slug}/status/${year}/en-side.pdf${query}`),
		/** Where anybody checks a hash or a file. */
		checkHash: (slug: string, query = '') => at(`/${slug}/kontrol${query}`),
		roundFile: (slug: string, year: number, format: DownloadFormat, query = '') => at(`/${slug}/status/${year}/rapport.${format}${query}`),
		plan: (slug: string) => at(`/${slug}/om`),
		/** Of the newest follow-up, or that of a year. */
		planCheck: (slug: string, year: number | null = null) => at(`/${slug}/plantjek${writeYear(year)}`),
		imports: (slug: string) => at(`/${slug}/import`),
		/** What a person is asked in a round, and one of the answers. */
		answersHome: (slug: string) => at(`/${slug}/svar`),
		answers: (slug: string, year: number) => at(`/${slug}/svar/${year}`),
		answer: (slug: string, year: number, name: string) => at(`/${slug}/svar/${year}/${number(name)}`),
		answerDraft: (slug: string, year: number, name: string) => at(`/${slug}/svar/${year}/${number(name)}/kladde`),
		newInitiative: (slug: string) => at(`/${slug}/indsatser/ny`),
		editInitiative: (slug: string, name: string) => at(`/${slug}/indsatser/${number(name)}/ret`),
		/** Who read personal data, who signed in and who changed what; the same as a file. */
		log: (slug: string, query = '') => at(`/${slug}/log${query}`),
		logFile: (slug: string, query = '') => at(`/${slug}/log.csv${query}`),
		/** Who answers and who runs the round; `query` begins with `?` or is empty. */
		people: (slug: string, query = '') => at(`/${slug}/personer${query}`),
		newPerson: (slug: string) => at(`/${slug}/personer/ny`),
		peopleList: (slug: string) => at(`/${slug}/personer/indlaes`),
		units: (slug: string, query = '') => at(`/${slug}/personer/enheder${query}`),
		owners: (slug: string, query = '') => at(`/${slug}/personer/ejere${query}`),
		retention: (slug: string, query = '') => at(`/${slug}/personer/opbevaring${query}`),
		person: (slug: string, id: string, query = '') => at(`/${slug}/personer/${encodeURIComponent(id)}${query}`),
		handOver: (slug: string, id: string) => at(`/${slug}/personer/${encodeURIComponent(id)}/giv-videre`),
		personData: (slug: string, id: string) => at(`/${slug}/personer/${encodeURIComponent(id)}/oplysninger.json`),
		importDraft: (slug: string, draftId: string, query = '') => at(`/${slug}/import/${encodeURIComponent(draftId)}${query}`),
	};
}

function writeYear(year: number | null): string {
	return year === null ? '' : `?${yearName}=${year}`;
}

type At = (path: string) => string;

function listRoundUrls(at: At, number: (text: string) => string) {
	return {
		/** The rounds that are run here, and what comes next. */
		rounds: (slug: string) => at(`/${slug}/runde`),
		newRound: (slug: string) => at(`/${slug}/runde/ny`),
		/** The plan's reading guide, to be changed; `query` begins with `?` or is empty. */
		readingGuide: (slug: string, query = '') => at(`/${slug}/laesevejledning${query}`),
		/** The round's board; with a number, one of its initiatives beside the table. */
		board: (slug: string, year: number, query = '') => at(`/${slug}/runde/${year}${query}`),
		boardInitiative: (slug: string, year: number, name: string, query = '') => at(`/${slug}/runde/${year}/${number(name)}${query}`),
		/** Where the round's report is frozen or corrected, and where its mails are looked at. */
		publishRound: (slug: string, year: number) => at(`/${slug}/runde/${year}/udgiv`),
		roundMails: (slug: string, year: number) => at(`/${slug}/runde/${year}/mails`),
		/** A mail of the round as its reader sees it. */
		mailPage: (slug: string, year: number, kind: string) => at(`/${slug}/runde/${year}/mails/${encodeURIComponent(kind)}`),
		/** Mails of the local demo, put aside instead of sent. */
		outbox: (slug: string) => at(`/${slug}/udbakke`),
		/** Where an initiative is changed in the plan, with the form open that takes it out. */
		takeOut: (slug: string, name: string) => at(`/${slug}/indsatser/${number(name)}/ret?udgaar#takeOut`),
		/** The same, with the form open by which others answer for it. */
		changeOwner: (slug: string, name: string) => at(`/${slug}/indsatser/${number(name)}/ret?ansvarlig#owner`),
		/** A person's deadlines as a calendar. */
		calendar: (slug: string) => at(`/${slug}/kalender`),
	};
}

function listFigureUrls(at: At) {
	return {
		/** The green account, and the factors it is made with; `query` begins with `?` or is empty. */
		account: (slug: string, query = '') => at(`/${slug}/regnskab${query}`),
		accountFile: (slug: string, format: 'csv' | 'json', query = '') => at(`/${slug}/regnskab.${format}${query}`),
		accountImport: (slug: string) => at(`/${slug}/regnskab/indlaes`),
		factors: (slug: string, query = '') => at(`/${slug}/faktorer${query}`),
		factor: (slug: string, id: string) => at(`/${slug}/faktorer/${encodeURIComponent(id)}`),
		/** Where the plan stands in tonnes. */
		path: (slug: string, query = '') => at(`/${slug}/sti${query}`),
		/** The same on one printed page. */
		pathFile: (slug: string) => at(`/${slug}/sti.pdf`),
		editPath: (slug: string, query = '') => at(`/${slug}/sti/rediger${query}`),
		/** What targets are measured against, where calculations start, and the targets. */
		targets: (slug: string, query = '') => at(`/${slug}/sti/maal${query}`),
		/** What is emitted without the plan: where a path is begun. */
		baseline: (slug: string, query = '') => at(`/${slug}/sti/fremskrivning${query}`),
		/** One measure of a path; without its id a new one. */
		measure: (slug: string, query = '') => at(`/${slug}/sti/virkemiddel${query}`),
	};
}
