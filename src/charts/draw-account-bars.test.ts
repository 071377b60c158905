import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accountSectors } from '#domain/account/account.ts';
import { accountColours, drawAccountBars } from './draw-account-bars.ts';

const style = { width: 510, fontSize: 9, fontFamily: 'Arial', totals: ['300 ton', 'ikke oplyst'], sectorWords: { energy: 'Energi & el' } };
const years = [
	{ year: 2022, total: 300, sectors: { energy: 250, transport: 50 } },
	{ year: 2023, total: null, sectors: { energy: null } },
];

it('has the colours of the page', () => {
	const page = readFileSync(new URL('AccountBars.svelte', import.meta.url), 'utf8');
	for (const sector of accountSectors) {
		const own = page.slice(page.indexOf(`\t.${sector} {`)).split('}')[0];
		expect(own, sector).toContain(`--fill: light-dark(${accountColours[sector].fill},`);
		expect(own, sector).toContain(`--on: light-dark(${accountColours[sector].on},`);
	}
});

it('draws a bar for each year with its total, and none for what is not stated', () => {
	const { svg, height } = drawAccountBars(years, style);
	expect(svg.match(/<rect /g)).toHaveLength(2 + 1);
	for (const words of ['>2022<', '>300 ton<', '>2023<', '>ikke oplyst<', '>Energi &amp; el<']) expect(svg).toContain(words);
	expect(height).toBeGreaterThan(2 * 9);
});

it('has nothing in it that a report would break as an endless word', () => {
	expect(drawAccountBars(years, style).svg).not.toMatch(/[^\s-]{40,}/);
});
