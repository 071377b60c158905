import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accents, getAccent } from './accent.ts';

const css = readFileSync(new URL('./style/tokens.css', import.meta.url), 'utf8');
const light = { page: '#ffffff', text: '#ffffff' };
const dark = { page: '#14191e', text: '#10161b' };

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, two: string): number {
	const [brighter = 0, darker = 0] = [luminance(one), luminance(two)].sort((a, b) => b - a);
	return (brighter + 0.05) / (darker + 0.05);
}

function readAccent(name: string): { readonly light: string; readonly dark: string } {
	const found = new RegExp(`\\[data-accent='${name}'\\] \\{\\s*--accent: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
	return { light: found?.[1] ?? '', dark: found?.[2] ?? '' };
}

describe('the accents', () => {
	it.each(accents)('%s can be read as text on the page and carries the text of a button, in light and dark', (name) => {
		const accent = readAccent(name);
		expect(contrast(accent.light, light.page)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(accent.light, light.text)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(accent.dark, dark.page)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(accent.dark, dark.text)).toBeGreaterThanOrEqual(4.5);
	});

	it('are given to every municipality, and always the same', () => {
		for (const code of ['0101', '0340', '0151', '0860']) {
			expect(accents).toContain(getAccent(code));
			expect(getAccent(code)).toBe(getAccent(code));
		}
		expect(getAccent('0340')).not.toBe(getAccent('0151'));
	});
});
