import { colourMarks, type ColourMark } from './colour-shape.ts';

/** How many lines have each mark; a mark that is left out counts as none. */
export type ColourCounts = Readonly<Partial<Record<ColourMark, number>>>;

/** The room a bar has, in any one unit. `fontSize` decides which labels fit. */
export type BarBox = { readonly width: number; readonly height: number; readonly fontSize: number };

/** A stretch of the bar. The label is what fits inside: shape and count, the count alone, or nothing. */
export type PlacedSegment = {
	readonly mark: ColourMark;
	readonly count: number;
	readonly x: number;
	readonly width: number;
	readonly label: 'shape and count' | 'count' | 'nothing';
};

// A single red line among hundreds must still be seen.
const narrowest = 0.22;
const digitWidth = 0.62;
const shapeWidth = 1.25;
const padding = 0.7;

/**
 * Places a bar's segments side by side over the whole width, in the order of `colourMarks`, each as wide as its share.
 * A segment never gets narrower than a fifth of the bar's height; the wide ones give the room. No lines give no segments.
 */
export function placeColourBar(counts: ColourCounts, box: BarBox): PlacedSegment[] {
	const present = colourMarks.map((mark) => ({ mark, count: counts[mark] ?? 0 })).filter(({ count }) => count > 0);
	const total = present.reduce((sum, { count }) => sum + count, 0);
	const least = Math.min(box.height * narrowest, box.width / Math.max(1, present.length));
	const wide = present.filter(({ count }) => (count / total) * box.width >= least);
	const wideTotal = wide.reduce((sum, { count }) => sum + count, 0);
	const room = box.width - least * (present.length - wide.length);

	let x = 0;
	return present.map(({ mark, count }) => {
		const width = (count / total) * box.width >= least ? (count / wideTotal) * room : least;
		const segment = { mark, count, x: rounded(x), width: rounded(width), label: fittingLabel(count, width, box.fontSize) };
		x += width;
		return segment;
	});
}

function fittingLabel(count: number, width: number, fontSize: number): PlacedSegment['label'] {
	const bare = (String(count).length * digitWidth + padding) * fontSize;
	if (width >= bare + shapeWidth * fontSize) return 'shape and count';
	return width >= bare ? 'count' : 'nothing';
}

// Two decimals keep the drawing short and the same on every machine.
function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
