import { encodePng } from './encode-png.ts';

export type Point = readonly [x: number, y: number];
export type Stroke = { readonly colour: string; readonly thick: number; /** Drawn and left out, in turns. */ readonly dash?: Point };

/** Three dots wide and five high, row by row: what stands at an axis, in a bar or in a band. */
const signs: Readonly<Record<string, string>> = {
	'0': '111101101101111',
	'1': '010110010010111',
	'2': '111001111100111',
	'3': '111001111001111',
	'4': '101101111001001',
	'5': '111100111001111',
	'6': '111100111101111',
	'7': '111001001001001',
	'8': '111101111101111',
	'9': '111101111001111',
	'.': '000000000000010',
	',': '000000000010100',
	'-': '000000111000000',
	A: '010101111101101',
	B: '110101110101110',
	C: '011100100100011',
	D: '110101101101110',
	E: '111100110100111',
	F: '111100110100100',
	G: '011100101101011',
	H: '101101111101101',
};

/** White paper to paint on. */
export class Paper {
	readonly #width: number;
	readonly #height: number;
	readonly #rows: Buffer;

	constructor(width: number, height: number) {
		this.#width = width;
		this.#height = height;
		this.#rows = Buffer.alloc(height * (1 + width * 3), 0xff);
		for (let y = 0; y < height; y += 1) this.#rows[y * (1 + width * 3)] = 0;
	}

	/** Fills from one corner to the other; what lies beyond the paper is left out. `cover` is 1 for all of the colour. */
	fill([left, top]: Point, [right, bottom]: Point, colour: string, cover = 1): void {
		const value = Buffer.from(colour.slice(1), 'hex');
		for (let y = Math.max(0, Math.round(top)); y < Math.min(this.#height, Math.round(bottom)); y += 1)
			for (let x = Math.max(0, Math.round(left)); x < Math.min(this.#width, Math.round(right)); x += 1) {
				const at = y * (1 + this.#width * 3) + 1 + x * 3;
				for (const [place, part] of value.entries())
					this.#rows[at + place] = Math.round((this.#rows[at + place] ?? 0) * (1 - cover) + part * cover);
			}
	}

	/** Fills what a line around it encloses, a column of dots at a time. */
	fillArea(points: readonly Point[], colour: string, cover = 1): void {
		const across = points.map(([x]) => x);
		for (let x = Math.floor(Math.min(...across)); x < Math.max(...across); x += 1) {
			const crossings = points
				.flatMap((from, place) => readCrossing(from, points[(place + 1) % points.length] ?? from, x + 0.5))
				.sort((a, b) => a - b);
			for (let pair = 0; pair + 1 < crossings.length; pair += 2)
				this.fill([x, crossings[pair] ?? 0], [x + 1, crossings[pair + 1] ?? 0], colour, cover);
		}
	}

	/** A line through points. */
	draw(points: readonly Point[], { colour, thick, dash: [drawn, left] = [1, 0] }: Stroke): void {
		let gone = 0;
		for (const [place, [x, y]] of points.entries()) {
			const [fromX, fromY] = points[place - 1] ?? [x, y];
			const length = Math.hypot(x - fromX, y - fromY);
			for (let step = 0; step < length; step += 0.5, gone += 0.5) {
				if (gone % (drawn + left) >= drawn) continue;
				const [atX, atY] = [fromX + ((x - fromX) * step) / length, fromY + ((y - fromY) * step) / length];
				this.fill([atX - thick / 2, atY - thick / 2], [atX + thick / 2, atY + thick / 2], colour);
			}
		}
	}

	/** A ring with white in it. */
	ring([x, y]: Point, radius: number, { colour, thick }: Stroke): void {
		for (let dy = -radius; dy <= radius; dy += 1)
			for (let dx = -radius; dx <= radius; dx += 1) {
				const away = Math.hypot(dx, dy);
				if (away <= radius) this.fill([x + dx, y + dy], [x + dx + 1, y + dy + 1], away > radius - thick ? colour : '#ffffff');
			}
	}

	/** Writes numbers and single letters around the height `y`, from, to or around `x`; a text with other signs in it is left out. */
	write(
		text: string,
		[x, y]: Point,
		anchor: 'start' | 'middle' | 'end',
		{ colour, dot }: { readonly colour: string; readonly dot: number },
	): void {
		const letters = [...text].map((sign) => signs[sign]);
		const wide = (letters.length * 4 - 1) * dot;
		const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
		if (letters.includes(undefined)) return;
		for (const [place, letter = ''] of letters.entries())
			for (const [at, mark] of [...letter].entries()) {
				const corner: Point = [left + (place * 4 + (at % 3)) * dot, y + (Math.floor(at / 3) - 2.5) * dot];
				if (mark === '1') this.fill(corner, [corner[0] + dot, corner[1] + dot], colour);
			}
	}

	encode(): Uint8Array {
		return encodePng(this.#width, this.#height, this.#rows);
	}
}

/** Where a stretch crosses a column; nothing where it does not. */
function readCrossing([fromX, fromY]: Point, [toX, toY]: Point, x: number): number[] {
	if (fromX <= x === toX <= x) return [];
	return [fromY + ((toY - fromY) * (x - fromX)) / (toX - fromX)];
}
