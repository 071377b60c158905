import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

/** What a table behind a picture says of itself. */
export type TableWords = { readonly show: string; readonly caption: string; readonly year: string };

/** What the editor says in more than a few words. The page's script has both languages of all it says itself, so these come with the page. */
export type EditorWords = {
	readonly lead: string;
	/** Said when there is no path to edit. */
	readonly none: string;
	/** Who sees what is saved. */
	readonly isPublic: string;
	readonly adopt: string;
	readonly remove: string;
	readonly table: TableWords;
};

/** The editor's long words, about the scenario of that title. */
export function writeEditorWords(title: string, locale: Locale): EditorWords {
	const options = { locale };
	return {
		lead: m.path_edit_lead({}, options),
		none: m.path_edit_none({}, options),
		isPublic: m.path_edit_public({}, options),
		adopt: m.path_edit_adopt_what({ title }, options),
		remove: m.path_edit_remove_what({ title }, options),
		table: { show: m.path_table_show({}, options), caption: m.path_tonnes_caption({}, options), year: m.path_year({}, options) },
	};
}

/** What has just been done, as the address that the page was sent on to tells it; null where nothing was. */
export function describeDone(query: URLSearchParams, locale: Locale): string | null {
	if (query.has('valgt')) return m.path_edit_adopted({}, { locale });
	if (query.has('slettet')) return m.measure_removed({}, { locale });
	return query.has('gemt') ? m.path_edit_saved({}, { locale }) : null;
}
