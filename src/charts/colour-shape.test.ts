import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fulfilmentColours, progressColours } from '#domain/followup/assessment.ts';
import { colourMarks, colourShapes, palettes, type MarkColours } from './colour-shape.ts';

const stylesheet = await readFile(new URL('./colours.css', import.meta.url), 'utf8');

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(one: string, other: string): number {
	const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5].map((at) => {
		const part = parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('colour shapes', () => {
	it('has a form for every colour an assessment can have', () => {
		for (const colour of [...progressColours, ...fulfilmentColours]) expect(colourMarks).toContain(colour);
		expect(Object.keys(colourShapes).toSorted()).toEqual([...colourMarks].toSorted());
	});

	it('gives no two marks the same form or the same character', () => {
		expect(new Set(colourMarks.map((mark) => `${colourShapes[mark].path}${colourShapes[mark].filled}`)).size).toBe(colourMarks.length);
		expect(new Set(colourMarks.map((mark) => colourShapes[mark].character)).size).toBe(colourMarks.length);
	});

	it.each(['light', 'dark', 'print'] as const)('has enough contrast in %s', (name) => {
		const { page, ink, marks } = palettes[name];
		for (const mark of colourMarks) {
			const colours = marks[mark];
			const found = `${name} ${mark}`;
			expect(contrast(colours.outline, page), `${found}: outline on the page`).toBeGreaterThanOrEqual(3);
			expect(contrast(colours.outline, colours.tint), `${found}: outline on its tint`).toBeGreaterThanOrEqual(3);
			expect(contrast(colours.onFill, colours.fill), `${found}: text on the fill`).toBeGreaterThanOrEqual(4.5);
			expect(contrast(ink, colours.tint), `${found}: text on the tint`).toBeGreaterThanOrEqual(7);
		}
	});

	it('has the same values in the stylesheet of the pages', () => {
		const property: Record<keyof MarkColours, string> = { fill: 'fill', outline: 'outline', onFill: 'on-fill', tint: 'tint' };
		const [screen, print] = stylesheet.split('@media print') as [string, string];
		for (const mark of colourMarks) {
			const onScreen = block(screen, mark);
			const onPaper = block(print, mark);
			for (const part of Object.keys(property) as (keyof MarkColours)[]) {
				expect(onScreen).toContain(
					`--mark-${property[part]}: light-dark(${palettes.light.marks[mark][part]}, ${palettes.dark.marks[mark][part]});`,
				);
				expect(onPaper).toContain(`--mark-${property[part]}: ${palettes.print.marks[mark][part]};`);
			}
		}
	});
});

function block(css: string, mark: string): string {
	const start = css.indexOf(`.mark-${mark} {`);
	expect(start, `.mark-${mark} in the stylesheet`).toBeGreaterThanOrEqual(0);
	return css.slice(start, css.indexOf('}', start));
}
