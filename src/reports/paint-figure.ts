import { accountColours } from '#charts/draw-account-bars.ts';
import { placeAccountBars } from '#charts/place-account-bars.ts';
import type { PathwayPicture, Row } from '#charts/place-pathway.ts';
import { encodePng } from './encode-png.ts';
import type { FigureDrawing } from './figure-blocks.ts';

type Size = { readonly width: number; readonly height: number };

/**
 * A figure in pixels, without words, for programs that cannot show the drawing: old versions of Word and some viewers. The figures
 * stand in the table below, so nothing is lost that is not said elsewhere.
 */
export function paintFigure(drawing: FigureDrawing, size: Size): Uint8Array {
	const sheet = new Sheet(size);
	if (drawing.of === 'account') paintAccount(sheet, drawing, size);
	else paintPath(sheet, drawing.picture, size);
	return sheet.encode();
}

/** White paper to paint on. */
class Sheet {
	readonly #size: Size;
	readonly #rows: Buffer;

	constructor(size: Size) {
		this.#size = size;
		this.#rows = Buffer.alloc(size.height * (1 + size.width * 3), 0xff);
		for (let y = 0; y < size.height; y += 1) this.#rows[y * (1 + size.width * 3)] = 0;
	}

	/** Fills from one corner to the other; what lies beyond the paper is left out. */
	fill([left, top]: readonly [number, number], [right, bottom]: readonly [number, number], colour: string): void {
		const { width, height } = this.#size;
		const value = Number.parseInt(colour.slice(1), 16);
		for (let y = Math.max(0, Math.round(top)); y < Math.min(height, Math.round(bottom)); y += 1)
			for (let x = Math.max(0, Math.round(left)); x < Math.min(width, Math.round(right)); x += 1)
				this.#rows.writeUIntBE(value, y * (1 + width * 3) + 1 + x * 3, 3);
	}

	encode(): Uint8Array {
		return encodePng(this.#size.width, this.#size.height, this.#rows);
	}
}

function paintAccount(sheet: Sheet, { years }: Extract<FigureDrawing, { of: 'account' }>, { width, height }: Size): void {
	const step = height / Math.max(1, years.length);
	for (const [index, { stretches }] of placeAccountBars(years, width).bars.entries()) {
		const top = index * step + step * 0.15;
		for (const { sector, x, width: wide } of stretches) {
			sheet.fill([x, top], [Math.max(x + wide - 1, x + 1), top + step * 0.7], accountColours[sector].fill);
		}
	}
}

function paintPath(
	sheet: Sheet,
	{ years, account, baseline, path, other, low, high, target }: PathwayPicture,
	{ width, height }: Size,
): void {
	const first = Math.min(...years, ...account.map(({ year }) => year));
	const span = Math.max(1, Math.max(...years) - first);
	const values = [baseline, path, other ?? [], low, high, target, account.map(({ tonnes }) => tonnes)].flat();
	const known = values.filter((value) => value !== null);
	const [least, most] = [Math.min(0, ...known), Math.max(1, ...known)];
	const y = (tonnes: number) => 4 + (1 - (tonnes - least) / (most - least)) * (height - 8);
	const ofAccount = { years: account.map(({ year }) => year), row: account.map(({ tonnes }) => tonnes) };
	for (let x = 0; x < width; x += 1) {
		const year = first + (x / Math.max(1, width - 1)) * span;
		const at = (row: Row, of = years) => readBetween(of, row, year);
		const [top, now, under, over] = [at(baseline), at(path), at(low), at(high)];
		if (top !== null && now !== null) sheet.fill([x, y(top)], [x + 1, y(now)], '#d3e0e2');
		if (under !== null && over !== null) sheet.fill([x, y(over)], [x + 1, y(under)], '#abc3c8');
		const lines: readonly (readonly [number | null, string, number])[] = [
			[top, '#55616c', 1],
			[at(target), '#1b232b', 1],
			[other ? at(other) : null, '#12505b', 1],
			[now, '#12505b', 2],
			[at(ofAccount.row, ofAccount.years), '#1b232b', 1],
		];
		for (const [tonnes, colour, thick] of lines)
			if (tonnes !== null) sheet.fill([x, y(tonnes) - thick], [x + 1, y(tonnes) + thick], colour);
	}
	sheet.fill([0, y(0)], [width, y(0) + 1], '#1b232b');
}

/** The value on the straight line between two years; null beyond them, or where one is missing. */
function readBetween(years: readonly number[], row: Row, year: number): number | null {
	const next = years.findIndex((each) => each >= year);
	if (next < 0) return null;
	const [after, until] = [row[next] ?? null, years[next] ?? year];
	if (until === year) return after;
	const [before, from] = [row[next - 1] ?? null, years[next - 1]];
	if (before === null || after === null || from === undefined) return null;
	return before + ((after - before) * (year - from)) / (until - from);
}
