import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { colourMarks, palettes } from './colour-shape.ts';
import { drawColourBar } from './draw-colour-bar.ts';
import { placeColourBar } from './place-colour-bar.ts';

const box = { width: 600, height: 30, fontSize: 14 };
const soroe = { green: 29, yellow: 26, red: 2, white: 23, none: 3 };

describe('placeColourBar', () => {
	it('gives each colour its share, in the order of the colours', () => {
		const placed = placeColourBar(soroe, box);
		expect(placed.map(({ mark, count }) => [mark, count])).toEqual([
			['green', 29],
			['yellow', 26],
			['red', 2],
			['white', 23],
			['none', 3],
		]);
		expect(placed[0]?.width).toBeCloseTo((29 / 83) * 600, 1);
	});

	it('writes a label only where it fits', () => {
		const labels = placeColourBar(soroe, { ...box, width: 280 }).map(({ mark, label }) => [mark, label]);
		expect(labels).toEqual([
			['green', 'shape and count'],
			['yellow', 'shape and count'],
			['red', 'nothing'],
			['white', 'shape and count'],
			['none', 'nothing'],
		]);
		expect(placeColourBar({ red: 1, green: 30 }, { ...box, width: 600 }).at(1)?.label).toBe('count');
	});

	it('keeps one red line among a thousand green ones in sight', () => {
		const placed = placeColourBar({ green: 1000, red: 1 }, box);
		expect(placed.at(1)?.width).toBeGreaterThan(6);
	});

	it('has nothing to place when there are no lines', () => {
		expect(placeColourBar({}, box)).toEqual([]);
		expect(placeColourBar({ green: 0 }, box)).toEqual([]);
	});

	it('always fills the width without holes or overlaps', () => {
		const counts = fc.record(Object.fromEntries(colourMarks.map((mark) => [mark, fc.nat(5000)])));
		fc.assert(
			fc.property(counts, fc.integer({ min: 40, max: 2000 }), (given, width) => {
				const placed = placeColourBar(given, { ...box, width });
				if (placed.length === 0) return;
				let edge = 0;
				for (const segment of placed) {
					expect(Math.abs(segment.x - edge)).toBeLessThan(0.05);
					expect(segment.width).toBeGreaterThan(0);
					edge = segment.x + segment.width;
				}
				expect(Math.abs(edge - width)).toBeLessThan(0.1);
			}),
		);
	});
});

describe('drawColourBar', () => {
	it('draws the placed segments with their counts', () => {
		const svg = drawColourBar(soroe, box, palettes.print, 'IBM Plex Sans');
		expect(svg.match(/<rect /g)).toHaveLength(5);
		expect(svg).toContain('>29</text>');
		expect(svg).not.toContain('NaN');
	});

	it('draws an empty frame when there are no lines', () => {
		expect(drawColourBar({}, box, palettes.print, 'IBM Plex Sans')).toContain('stroke-dasharray');
	});
});
