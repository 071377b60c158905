import type { Palette } from '#charts/colour-shape.ts';
import { drawColourBar } from '#charts/draw-colour-bar.ts';
import { placeColourBar, type BarBox } from '#charts/place-colour-bar.ts';
import { encodePng } from './encode-png.ts';
import type { ReportCounts } from './report-content.ts';

/** One bar as a Word file holds it: a drawing, and pixels without labels for programs that cannot show the drawing. */
export type BarPicture = { readonly svg: Uint8Array; readonly png: Uint8Array };

/** Draws a bar for Word. The numbers stand in the text below, so the pixels lose nothing that is not said elsewhere. */
export function drawBarPicture({ marks }: ReportCounts, box: BarBox, palette: Palette, fontFamily: string): BarPicture {
	const counts = Object.fromEntries(marks.map(({ mark, count }) => [mark, count]));
	return {
		svg: new TextEncoder().encode(drawColourBar(counts, box, palette, fontFamily)),
		png: drawPixels(counts, box, palette),
	};
}

function drawPixels(counts: Parameters<typeof placeColourBar>[0], box: BarBox, palette: Palette): Uint8Array {
	const { width, height } = box;
	// One filter byte, then red, green and blue of every pixel of a row.
	const row = Buffer.alloc(1 + width * 3, 0xff);
	row[0] = 0;
	const edge = Buffer.from(row);
	for (const { mark, x, width: wide } of placeColourBar(counts, box)) {
		const { fill, outline } = palette.marks[mark];
		const first = Math.ceil(x + 1);
		const last = Math.max(first, Math.floor(x + wide - 2));
		for (let column = first; column <= last; column += 1) {
			setPixel(row, column, column === first || column === last ? outline : fill);
			setPixel(edge, column, outline);
		}
	}
	return encodePng(width, height, Buffer.concat([edge, ...Array.from({ length: height - 2 }, () => row), edge]));
}

function setPixel(row: Buffer, column: number, colour: string): void {
	row.writeUIntBE(Number.parseInt(colour.slice(1), 16), 1 + column * 3, 3);
}
