import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { PathwayPicture } from '#charts/place-pathway.ts';
import { paintFigure } from './paint-figure.ts';

const picture: PathwayPicture = {
	years: [2023, 2024, 2025],
	baseline: [100, 100, 100],
	wedges: [{ name: 'A', tonnes: [0, 20, 40] }],
	path: [100, 80, 60],
	other: null,
	low: [null, null, null],
	high: [null, null, null],
	target: [100, 75, 50],
	account: [{ year: 2021, tonnes: 110 }],
	targetYears: [2025],
};
const size = { width: 320, height: 160, fontSize: 10 };

/** How many dots have a colour. */
function countDots(png: Uint8Array, colour: string): number {
	const bytes = Buffer.from(png);
	const at = bytes.indexOf('IDAT');
	const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
	const wide = bytes.readUInt32BE(16) * 3 + 1;
	const dots = Array.from({ length: rows.length / wide }, (_, row) => rows.subarray(row * wide + 1, (row + 1) * wide).toString('hex'));
	return dots.flatMap((row) => row.match(/.{6}/g) ?? []).filter((dot) => dot === colour).length;
}

const paint = (more: Partial<PathwayPicture> = {}) => paintFigure({ of: 'path', picture: { ...picture, ...more }, legend: [] }, size, 'da');

it('paints a path with its axes in numbers, its bands, its lines and the mark of a target', () => {
	const whole = paint();
	const none = {
		baseline: [null, null, null],
		wedges: [],
		path: [null, null, null],
		target: [null, null, null],
		account: [],
		targetYears: [],
	};
	// Without all that is drawn the numbers at the axes are left.
	expect(countDots(paint(none), '55616c')).toBeGreaterThan(100);
	expect(countDots(whole, '8fb0b6')).toBeGreaterThan(1000);
	expect(countDots(whole, '12505b')).toBeGreaterThan(1000);
	expect(countDots(whole, '1b232b')).toBeGreaterThan(countDots(paint({ targetYears: [] }), '1b232b'));
	expect(Buffer.from(paint()).equals(Buffer.from(whole))).toBe(true);
});

it('paints a cost curve with its bars, the line of nothing and the numbers at its ends', () => {
	const bars = [
		{ from: 0, to: 100, perTonne: -200 },
		{ from: 100, to: 400, perTonne: 800 },
	];
	const labels = { most: '800 kr. pr. ton', least: '−200 kr. pr. ton', tonnes: '400 ton' };
	const paintCosts = (more: object = {}) => paintFigure({ of: 'costs', bars, labels, ...more }, size, 'da');
	expect(countDots(paintCosts(), '94b2b8')).toBeGreaterThan(1000);
	expect(countDots(paintCosts(), '1b232b')).toBeGreaterThan(
		countDots(paintCosts({ labels: { most: '', least: '', tonnes: '' } }), '1b232b'),
	);
});
