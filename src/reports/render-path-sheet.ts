import type { Locale } from '#text/locale.ts';
import { makePathSheet, type PathSheetContent } from './path-sheet.ts';
import { pressPdf } from './pdf-press.ts';

/** One page for the committee about tonnes, as PDF/UA-1, A4 portrait. The same content gives the same bytes. */
export async function renderPathSheet(content: PathSheetContent, locale: Locale): Promise<{ bytes: Uint8Array; hash: string }> {
	const sheet = makePathSheet(content, locale);
	const year = content.path.round ?? content.path.document.scenario.firstYear;
	return { bytes: await pressPdf('one-page.typ', sheet, Date.UTC(year, 11, 31) / 1000), hash: sheet.hash };
}
