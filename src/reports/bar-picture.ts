import { crc32, deflateSync } from 'node:zlib';
import type { Palette } from '#charts/colour-shape.ts';
import { drawColourBar } from '#charts/draw-colour-bar.ts';
import { placeColourBar, type BarBox } from '#charts/place-colour-bar.ts';
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

/** The PNG format (W3C recommendation): eight bits a colour, no transparency. */
function encodePng(width: number, height: number, rows: Buffer): Uint8Array {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 2, 0, 0, 0], 8);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const parts = [pngPart('IHDR', head), pngPart('IDAT', deflateSync(rows, { level: 9 })), pngPart('IEND', Buffer.alloc(0))];
	return new Uint8Array(Buffer.concat([signature, ...parts]));
}

function pngPart(name: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, check]);
}
