import { describe, expect, it } from 'vitest';
import { drawPathway } from './draw-pathway.ts';
import { placePathway, type PathwayPicture } from './place-pathway.ts';

const picture: PathwayPicture = {
	years: [2023, 2024, 2025, 2026, 2027],
	baseline: [100, 100, 100, 100, 100],
	wedges: [
		{ name: '1', tonnes: [0, 10, 20, 30, 40] },
		{ name: '2', tonnes: [0, 0, 0, 1, 1] },
	],
	path: [100, 90, 80, 69, 59],
	other: null,
	low: [95, 85, 75, 60, 50],
	high: [105, 95, 85, 75, 70],
	target: [null, 90, 80, 70, 60],
	account: [{ year: 2021, tonnes: 110 }],
	targetYears: [2027],
};
const box = { width: 800, height: 400, fontSize: 14 };
const place = (more: Partial<PathwayPicture> = {}) => placePathway({ ...picture, ...more }, box);

describe('placePathway', () => {
	it('begins at zero, ends above everything and has room for the account before the first year', () => {
		const placed = place();
		expect(placed.tonnes.map(({ value }) => value)).toEqual([0, 50, 100, 150]);
		expect(placed.years[0]).toEqual({ value: 2021, at: 64.4 });
		expect(placed.accountPoints).toEqual([{ x: 64.4, y: 107.41 }]);
	});

	it('has room for the longest number at the axis', () => {
		const room = (tonnes: number) => place({ baseline: [tonnes, 100, 100, 100, 100] }).plot.left / box.fontSize;
		expect(room(250_000)).toBe(4.6);
		// Seven digits of 0.6, two points of a quarter, and the space beside them.
		expect(room(2_500_000)).toBeGreaterThan(7 * 0.6 + 2 * 0.25 + 0.6);
		expect(place({ path: [100, 50, 0, -20, -400_000] }).plot.left).toBeGreaterThan(4.6 * box.fontSize);
	});

	it('goes below zero when removals do', () => {
		expect(place({ path: [100, 50, 0, -20, -40] }).tonnes[0]?.value).toBe(-50);
	});

	it('stacks the wedges down from the baseline to the path, and names those with room', () => {
		const { wedges, lines } = place();
		const path = lines.find(({ kind }) => kind === 'path')?.d ?? '';
		expect(wedges[1]?.d).toContain(path.slice(path.lastIndexOf('L') + 1));
		expect(wedges.map(({ label }) => label !== null)).toEqual([true, false]);
	});

	it('draws the target path straight from year to year, no line between years of the account, and nothing where a figure is missing', () => {
		const account = [2019, 2021, 2023].map((year) => ({ year, tonnes: 110 }));
		const { lines, accountPoints } = place({ path: [100, null, 80, 69, 59], account });
		const find = (kind: string) => lines.find((line) => line.kind === kind)?.d ?? '';
		expect(find('target')).toMatch(/^M[\d. ]+(L[\d. ]+){3}$/);
		expect(find('path').match(/M/g)).toHaveLength(2);
		expect(accountPoints).toHaveLength(3);
		expect(lines.map(({ kind }) => kind)).toEqual(['baseline', 'target', 'path']);
		expect(JSON.stringify(place({ baseline: [null, null, null, null, null] }))).not.toContain('NaN');
	});

	it('is the same every time', () => {
		expect(place()).toEqual(place());
	});
});

describe('drawPathway', () => {
	it('draws for paper what is placed for the page, without what is missing', () => {
		const write = { tonnes: String, fontFamily: 'IBM Plex Sans' };
		const svg = drawPathway({ ...picture, wedges: [{ name: '<1>', tonnes: [0, 10, 20, 30, 41] }] }, box, write);
		for (const { d } of place().lines) if (d !== '') expect(svg).toContain(`d="${d}"`);
		expect(svg).toContain('&lt;1>');
		expect(svg).not.toMatch(/d=""|NaN|undefined/);
	});
});
