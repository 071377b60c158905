import { accountSectors, type AccountSector } from '#domain/account/account.ts';
import { placeAccountBars, type BarYear } from './place-account-bars.ts';
import { escapeText, fixed } from './svg-text.ts';

/** The colours of the sectors on white, as `AccountBars.svelte` has them in light mode: the ground, and a text on it. */
export const accountColours: Readonly<Record<AccountSector, { readonly fill: string; readonly on: string }>> = {
	energy: { fill: '#12456b', on: '#ffffff' },
	transport: { fill: '#8a4b12', on: '#ffffff' },
	agriculture: { fill: '#3f6b2c', on: '#ffffff' },
	waste: { fill: '#5b3a8e', on: '#ffffff' },
	wastewater: { fill: '#0b6e72', on: '#ffffff' },
	processes: { fill: '#5a636b', on: '#ffffff' },
};

export type AccountBarsStyle = {
	/** Points; the height follows from the number of years. */
	readonly width: number;
	readonly fontSize: number;
	readonly fontFamily: string;
	/** What stands before a bar and after it, in the order of the years. */
	readonly totals: readonly string[];
	/** Words of the legend, for the sectors that have any. */
	readonly sectorWords: Readonly<Record<string, string>>;
};

const [ink, soft] = ['#1b232b', '#55616c'];

/**
 * Draws the account as SVG for a report: the same placing as on the page, one bar a year, sectors told apart by number as well as by
 * colour. Give the text alternative where the picture is used.
 */
export function drawAccountBars(years: readonly BarYear[], style: AccountBarsStyle): { readonly svg: string; readonly height: number } {
	const { width, fontSize: size, fontFamily, totals, sectorWords } = style;
	const [left, right, bar, step] = [size * 3.2, size * 8, size * 1.7, size * 2.3];
	const placed = placeAccountBars(years, width - left - right);
	const top = size * 2.2;
	const height = top + placed.bars.length * step;
	const drawn = placed.bars.map(({ year, stretches }, index) => {
		const y = top + index * step;
		const end = Math.max(placed.zero, ...stretches.map((stretch) => stretch.x + stretch.width));
		return [
			text({ x: 0, y: y + bar * 0.68, words: String(year), fill: ink, weight: 600 }),
			...stretches.map(({ sector, x, width: wide }) => drawStretch(sector, { x: left + x, y, wide, high: bar }, size)),
			`<path d="M${fixed(left + placed.zero)} ${fixed(y - 2)} V${fixed(y + bar + 2)}" stroke="${soft}" stroke-width="0.8"/>`,
			text({ x: left + end + size * 0.6, y: y + bar * 0.68, words: totals[index] ?? '', fill: ink }),
		].join(' ');
	});
	return {
		svg:
			`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${fixed(height)}" viewBox="0 0 ${width} ${fixed(height)}" ` +
			`font-family="${fontFamily}" font-size="${size}">${drawLegend(sectorWords, size)} ${drawn.join(' ')}</svg>`,
		height,
	};
}

type Box = { readonly x: number; readonly y: number; readonly wide: number; readonly high: number };

function drawStretch(sector: AccountSector, { x, y, wide, high }: Box, size: number): string {
	const { fill, on } = accountColours[sector];
	const rect = `<rect x="${fixed(x)}" y="${fixed(y)}" width="${fixed(wide)}" height="${fixed(high)}" fill="${fill}" stroke="#ffffff" stroke-width="0.8"/>`;
	if (wide < size * 1.2) return rect;
	return `${rect} ${text({ x: x + wide / 2, y: y + high * 0.68, words: numberOf(sector), fill: on, weight: 600, anchor: 'middle' })}`;
}

/** On one line over the bars, each as wide as its word is likely to be. */
function drawLegend(words: AccountBarsStyle['sectorWords'], size: number): string {
	let x = 0;
	return accountSectors
		.flatMap((sector) => {
			const word = words[sector];
			if (word === undefined) return [];
			const key = drawStretch(sector, { x, y: 0, wide: size * 1.5, high: size * 1.4 }, size);
			const label = text({ x: x + size * 2, y: size * 1.02, words: word, fill: soft });
			x += size * (3.2 + word.length * 0.56);
			return [key, label];
		})
		.join(' ');
}

function numberOf(sector: AccountSector): string {
	return String(accountSectors.indexOf(sector) + 1);
}

type Label = {
	readonly x: number;
	readonly y: number;
	readonly words: string;
	readonly fill: string;
	readonly weight?: number;
	readonly anchor?: string;
};

function text({ x, y, words, fill, weight, anchor }: Label): string {
	const extra = `${weight ? ` font-weight="${weight}"` : ''}${anchor ? ` text-anchor="${anchor}"` : ''}`;
	return `<text x="${fixed(x)}" y="${fixed(y)}" fill="${fill}"${extra}>${escapeText(words)}</text>`;
}
