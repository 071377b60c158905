import type { ReadResult } from '#domain/followup/draft-initiative.ts';
import type { Locale } from '#text/locale.ts';
import { problemSentence } from '#text/problems.ts';

/** How much is written at a time, in characters. */
const portion = 65_536;

/**
 * What was read as indented JSON, in portions that together are one document ending in a line break. A register of
 * 100,000 rows is never one string beside what was read: that would take the memory of the reading once more.
 */
export function* listJson({ initiatives, problems }: ReadResult, locale: Locale): Generator<string> {
	let waiting = '';
	for (const part of listParts(initiatives, problems, locale)) {
		waiting += part;
		if (waiting.length < portion) continue;
		yield waiting;
		waiting = '';
	}
	yield waiting;
}

function* listParts(initiatives: ReadResult['initiatives'], problems: ReadResult['problems'], locale: Locale): Generator<string> {
	yield '{\n  "initiatives": ';
	yield* listItems(initiatives, (draft) => draft);
	yield ',\n  "problems": ';
	yield* listItems(problems, (problem) => ({ ...problem, sentence: problemSentence(problem, locale) }));
	yield '\n}\n';
}

function* listItems<Item>(items: readonly Item[], tell: (item: Item) => object): Generator<string> {
	let before = '[\n    ';
	for (const item of items) {
		// A line break inside a text is written \n, so these are the layout's own.
		yield before + JSON.stringify(tell(item), null, 2).replaceAll('\n', '\n    ');
		before = ',\n    ';
	}
	yield items.length === 0 ? '[]' : '\n  ]';
}
