import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { accountColours } from '#charts/draw-account-bars.ts';
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

/** The colours of the dots, row by row. */
function readDots(png: Uint8Array): string[][] {
	const bytes = Buffer.from(png);
	const at = bytes.indexOf('IDAT');
	const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
	const wide = bytes.readUInt32BE(16) * 3 + 1;
	const dots = Array.from({ length: rows.length / wide }, (_, row) => rows.subarray(row * wide + 1, (row + 1) * wide).toString('hex'));
	return dots.map((row) => row.match(/.{6}/g) ?? []);
}

/** How many dots have a colour. */
function countDots(png: Uint8Array, colour: string): number {
	return readDots(png)
		.flat()
		.filter((dot) => dot === colour).length;
}

/** First and last place of a colour in a row or a column of dots. */
function span(dots: readonly (string | undefined)[], colour: string): [first: number, last: number] {
	return [dots.indexOf(colour), dots.lastIndexOf(colour)];
}

/** Rows of which a colour has more than half, such as lines across the picture. */
function findLines(dots: readonly string[][], colour: string): number[] {
	return dots.flatMap((row, y) => (row.filter((dot) => dot === colour).length > row.length / 2 ? [y] : []));
}

const middle = ([first, last]: readonly [number, number]) => (first + last + 1) / 2;
const column = (dots: readonly string[][], x: number, from = 0, to = dots.length) =>
	dots.map((row, y) => (y >= from && y < to ? row[Math.round(x)] : undefined));

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

it('paints a path where its numbers have it', () => {
	const dots = readDots(paint());
	// The line of nothing, and the first above it, which is 50 tonnes.
	const nothing = findLines(dots, '1b232b');
	const lines = findLines(dots, 'd3dae0').filter((y, place, all) => y !== (all[place - 1] ?? -9) + 1);
	const [zero, fifty] = [middle([nothing[0]!, nothing.at(-1)!]), lines.at(-1)! + 1];
	const at = (tonnes: number) => zero - (tonnes / 50) * (zero - fifty);
	const [left, right] = span(dots[nothing[0]!]!, '1b232b');
	const across = (year: number) => left + ((year - 2021) / 4) * (right - left);
	for (const [year, path, target] of [
		[2023.5, 90, 87.5],
		[2024.5, 70, 62.5],
		[2024.9, 62, 52.5],
	] as const) {
		expect(Math.abs(middle(span(column(dots, across(year)), '12505b')) - at(path))).toBeLessThan(3);
		const [top, bottom] = span(column(dots, across(year)), '8fb0b6');
		// The band lies between the baseline and the path, less half of what their lines are thick.
		expect(Math.abs(top - at(100))).toBeLessThan(4);
		expect(Math.abs(bottom - at(path))).toBeLessThan(7);
		if (year !== 2024.5) continue;
		const below = column(dots, across(year), Math.round(at(path)) + 4, Math.floor(zero) - 4);
		expect(Math.abs(middle(span(below, '1b232b')) - at(target))).toBeLessThan(3);
	}
	// The account is a ring with white in it, and a target a mark whose point is on it.
	expect(dots[Math.round(at(110))]?.[Math.round(across(2021))]).toBe('ffffff');
	expect(Math.abs(middle(span(column(dots, across(2021), 0, Math.floor(zero) - 4), '1b232b')) - at(110))).toBeLessThan(3);
	const mark = span(column(dots, right - 1, 0, Math.floor(zero) - 4), '1b232b');
	expect(mark[0]).toBeLessThan(at(50));
	expect(Math.abs(mark[1] - at(50))).toBeLessThan(6);
});

it('paints each cost as wide as its tonnes and as high as a tonne costs', () => {
	const bars = [
		{ from: 0, to: 100, perTonne: -200 },
		{ from: 100, to: 400, perTonne: 800 },
	];
	const labels = { most: '', least: '', tonnes: '' };
	const dots = readDots(paintFigure({ of: 'costs', bars, labels }, size, 'da'));
	const nothing = findLines(dots, '1b232b');
	const zero = middle([nothing[0]!, nothing.at(-1)!]);
	const wide = dots[0]!.length;
	// Away from the middle of a bar, where its number stands.
	const [saves, costs] = [column(dots, wide / 16), column(dots, wide / 2)].map((dotsOf) => span(dotsOf, '94b2b8'));
	expect(Math.abs(saves![0] - zero)).toBeLessThan(3);
	expect(Math.abs(costs![1] - zero)).toBeLessThan(3);
	const [low, high] = [saves![1] - zero, zero - costs![0]];
	expect(low).toBeGreaterThan(10);
	expect(Math.abs(high - 4 * low)).toBeLessThan(8);
	expect(span(dots[Math.round(zero + low / 2)]!, '94b2b8').map((x) => Math.round((x / wide) * 40))).toEqual([0, 10]);
	expect(span(dots[Math.round(zero - high / 2)]!, '94b2b8').map((x) => Math.round((x / wide) * 40))).toEqual([10, 40]);
});

it('paints a year of the account as long as its tonnes, sector by sector', () => {
	const years = [
		{ year: 2022, total: 100, sectors: { energy: 60, transport: 40 } },
		{ year: 2023, total: 50, sectors: { energy: 50, transport: null } },
	];
	const dots = readDots(paintFigure({ of: 'account', years, sectorWords: {}, totals: ['100 ton', '50 ton'] }, size, 'da'));
	const [energy, transport] = [accountColours.energy.fill, accountColours.transport.fill].map((fill) => fill.slice(1));
	const bars = dots.filter((row) => row.includes(energy!));
	const [first, second] = [bars[0]!, bars.at(-1)!];
	const measure = (row: readonly string[], fill: string) => span(row, fill)[1] - span(row, fill)[0] + 1;
	const tonne = (measure(first, energy!) + 1) / 60;
	expect(tonne).toBeGreaterThan(1);
	expect(Math.abs((measure(first, transport!) + 1) / tonne - 40)).toBeLessThan(1);
	expect(Math.abs((measure(second, energy!) + 1) / tonne - 50)).toBeLessThan(1);
	expect(second).not.toContain(transport);
	expect(span(first, transport!)[0] - span(first, energy!)[1]).toBeLessThan(4);
});
