import { isIllustrative } from '#domain/followup/illustrative.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { describeOffered, describeStanding } from '#text/standing-words.ts';
import type { FrozenCause, FrozenMeasure, FrozenPath } from './frozen-figures.ts';

/** Puts "(illustrativt)" after a text that rests on no document. */
export function markIllustrative(text: string, isMarked: boolean, locale: Locale): string {
	return isMarked ? `${text} ${illustrativeMark(locale)}` : text;
}

/** What is put after it. */
export function illustrativeMark(locale: Locale): string {
	return m.path_sheet_marked({ word: m.path_illustrative({}, { locale }) }, { locale });
}

/** Whether no document states what it does. */
export function isIllustrativeMeasure({ quality }: FrozenMeasure): boolean {
	return quality !== null && isIllustrative({ quality });
}

/** Whether its tonnes rest on anything that no document states. */
export function hasMarkedTonnes(measure: FrozenMeasure): boolean {
	return isIllustrativeMeasure(measure) || measure.isOfIllustrative === true;
}

/** Whether where the path goes rests on anything that no document states. */
export function isMarkedPath({ illustrative, measures }: FrozenPath): boolean {
	return illustrative.length > 0 || measures.some(isIllustrativeMeasure);
}

/** Whether a cause's tonnes rest on anything that no document states. */
export function isOnlyShown({ measures: ids }: FrozenCause, { measures }: FrozenPath): boolean {
	return measures.some((measure) => ids.includes(measure.measure) && hasMarkedTonnes(measure));
}

/** What the measures of a cause that were taken in later were offered at, where they count for something else. */
export function writeOffered({ measures: ids }: FrozenCause, { measures }: FrozenPath, locale: Locale): string[] {
	return measures.flatMap(({ measure, title, how }) =>
		how?.offered && ids.includes(measure) ? describeOffered(how.offered, locale).map((said) => `${title}: ${said}`) : [],
	);
}

/** Why an initiative's measures do not stand as decided. */
export function writeCause({ measures: ids }: FrozenCause, { measures }: FrozenPath, locale: Locale): string[] {
	return measures.flatMap(({ measure, title, how }) =>
		how && ids.includes(measure) ? [`${title}: ${describeStanding(how, locale)}`] : [],
	);
}
