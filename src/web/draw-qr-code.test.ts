import { expect, test } from 'vitest';
import { drawQrCode } from './draw-qr-code.ts';

const uri = 'otpauth://totp/Fremdrift:to-0340%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Fremdrift&digits=6&period=30';

/** The squares of the path, row by row. */
function readSquares({ size, path }: ReturnType<typeof drawQrCode>): boolean[][] {
	const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
	for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) (rows[Number(y)] as boolean[])[Number(x)] = true;
	return rows;
}

test('a QR code has a light edge of four squares and the three marks that readers look for', () => {
	const drawn = drawQrCode(uri);
	const rows = readSquares(drawn);
	const edge = rows.flatMap((row, y) => row.filter((_, x) => Math.min(x, y, drawn.size - 1 - x, drawn.size - 1 - y) < 4));
	expect(edge.some(Boolean)).toBe(false);
	const mark = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
	const far = drawn.size - 4 - 7;
	for (const [left, top] of [
		[4, 4],
		[far, 4],
		[4, far],
	] as const) {
		const found = rows.slice(top, top + 7).map((row) =>
			row
				.slice(left, left + 7)
				.map((dark) => (dark ? '#' : '.'))
				.join(''),
		);
		expect(found).toEqual(mark);
	}
});

test('another text is another picture, and one text always the same', () => {
	expect(drawQrCode(uri)).toEqual(drawQrCode(uri));
	expect(drawQrCode(uri).path).not.toBe(drawQrCode(`${uri}0`).path);
});
