import { colourShapes, shapeSize, type ColourMark, type Palette } from './colour-shape.ts';
import { placeColourBar, type BarBox, type ColourCounts, type PlacedSegment } from './place-colour-bar.ts';

/** Width of one shape beside a count, in font sizes; the space after it is as wide as a thin space. */
const shapeShare = 0.85;
const spaceShare = 0.3;
const digitShare = 0.58;
const gap = 2;

/**
 * Draws the bar as an SVG picture for a report: the same placing as on the page.
 * Give the text alternative where the picture is used; the picture itself has none.
 */
export function drawColourBar(counts: ColourCounts, box: BarBox, palette: Palette, fontFamily: string): string {
	const segments = placeColourBar(counts, box);
	const drawn = segments.length > 0 ? segments.map((segment) => drawSegment(segment, box, palette)).join('') : drawEmpty(box, palette);
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}" viewBox="0 0 ${box.width} ${box.height}" ` +
		`font-family="${fontFamily}" font-size="${box.fontSize}" font-weight="600">${drawn}</svg>`
	);
}

/** Draws one mark as an SVG picture, `size` wide and high. */
export function drawColourShape(mark: ColourMark, size: number, palette: Palette): string {
	const { fill, outline } = palette.marks[mark];
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${shapeSize} ${shapeSize}">${path(mark, fill, outline)}</svg>`;
}

function drawSegment(segment: PlacedSegment, box: BarBox, palette: Palette): string {
	const { fill, outline } = palette.marks[segment.mark];
	const inset = gap / 2;
	const rect = `<rect x="${fixed(segment.x + inset)}" y="${inset}" width="${fixed(Math.max(1, segment.width - gap))}" height="${box.height - gap}" rx="2" fill="${fill}" stroke="${outline}" stroke-width="1"/>`;
	return rect + drawLabel(segment, box, palette);
}

function drawLabel(segment: PlacedSegment, box: BarBox, palette: Palette): string {
	if (segment.label === 'nothing') return '';
	const { onFill } = palette.marks[segment.mark];
	const baseline = fixed(box.height / 2 + box.fontSize * 0.36);
	const middle = segment.x + segment.width / 2;
	if (segment.label === 'count')
		return `<text x="${fixed(middle)}" y="${baseline}" text-anchor="middle" fill="${onFill}">${segment.count}</text>`;

	const shape = box.fontSize * shapeShare;
	const space = box.fontSize * spaceShare;
	const left = middle - (shape + space + String(segment.count).length * box.fontSize * digitShare) / 2;
	const scale = fixed(shape / shapeSize);
	const drawn = path(segment.mark, onFill, onFill);
	return (
		`<g transform="translate(${fixed(left)} ${fixed((box.height - shape) / 2)}) scale(${scale})">${drawn}</g>` +
		`<text x="${fixed(left + shape + space)}" y="${baseline}" fill="${onFill}">${segment.count}</text>`
	);
}

function drawEmpty(box: BarBox, palette: Palette): string {
	const { fill, outline } = palette.marks.none;
	return `<rect x="1" y="1" width="${box.width - gap}" height="${box.height - gap}" rx="2" fill="${fill}" stroke="${outline}" stroke-dasharray="4 3"/>`;
}

function path(mark: ColourMark, fill: string, line: string): string {
	const shape = colourShapes[mark];
	return `<path d="${shape.path}" fill="${shape.filled ? fill : 'none'}" stroke="${line}" stroke-width="${shape.lineWidth}" stroke-linejoin="round" stroke-linecap="round"/>`;
}

function fixed(value: number): string {
	return String(Math.round(value * 1000) / 1000);
}
