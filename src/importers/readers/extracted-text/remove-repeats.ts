import type { Span, TextLine } from './text-line.ts';
import { isMidSentence } from './text-line.ts';

/** Leaves out the heading row where it is printed again, as on every new page, so that a row runs on over the break. */
export function removeRepeats(lines: readonly TextLine[], header: Span): TextLine[] {
	const pattern = lines.slice(header.from, header.to).map(({ text }) => text);
	const kept: TextLine[] = [];
	let blank = false;
	for (let index = 0; index < lines.length; index += 1) {
		const line = lines[index];
		if (!line) continue;
		if (index >= header.to && isRepeat(lines, index, pattern)) {
			blank ||= line.blankBefore;
			const after = lines[index + pattern.length];
			const previous = kept.at(-1);
			index += pattern.length;
			if (!after) break;
			blank ||= after.blankBefore;
			kept.push({ ...after, blankBefore: blank && !(previous !== undefined && isMidSentence(previous)) });
			blank = false;
			continue;
		}
		kept.push(line);
	}
	return kept;
}

function isRepeat(lines: readonly TextLine[], at: number, pattern: readonly string[]): boolean {
	return pattern.every((text, offset) => lines[at + offset]?.text === text);
}
