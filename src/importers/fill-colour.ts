import type { Colour } from '#domain/followup/assessment.ts';

/** What a cell's background was taken for; `close` names a second colour that is nearly as near. */
export type FillAnswer = { readonly colour: Colour; readonly close: Colour | null } | { readonly colour: null };

type Lab = readonly [lightness: number, greenRed: number, blueYellow: number];

/**
 * Backgrounds that offices use for each colour: the full colours, Excel's "good, neutral, bad", Word's and the usual pale ones.
 * Pale red stands under pink, and under red for the scale that has no pink.
 */
const backgrounds: Record<Colour, readonly string[]> = {
	green: ['00B050', '92D050', '00FF00', '008000', 'C6EFCE', '63BE7B', '70AD47', 'A9D08E', 'C6E0B4', 'E2EFDA', '4CAF50', '1B7F3B', '90EE90'],
	yellow: ['FFFF00', 'FFC000', 'FFEB9C', 'FFD966', 'FFE699', 'FFF2CC', 'FFEB84', 'FFFF99', 'F2C200', 'FFCC00', 'FFFFCC'],
	red: ['FF0000', 'C00000', 'F8696B', 'E53935', 'D32F2F', 'FF5050', 'A61B1B', 'CC0000'],
	white: ['FFFFFF'],
	pink: ['FFC7CE', 'FFC0CB', 'FF99CC', 'FFCCCC', 'E6B8B7', 'F4B6C2', 'FF9999', 'F8CBDB', 'FFB6C1', 'F2DCDB'],
};
const palette = (Object.keys(backgrounds) as Colour[]).flatMap((colour) => backgrounds[colour].map((rgb) => ({ colour, lab: toLab(rgb) })));
const known = new Map<string, FillAnswer>();

/** Farther than this in OKLab is another colour altogether (blue, brown, grey). */
const farthest = 0.13;
/** Two colours nearer to each other than this cannot be told apart with certainty. */
const tooClose = 0.02;

/** The nearest colour of the scale to a background given as `RRGGBB`, measured as the eye sees it (OKLab). */
export function readFill(rgb: string, scale: readonly Colour[]): FillAnswer {
	const key = `${rgb} ${scale.join()}`;
	let answer = known.get(key);
	if (!answer) {
		answer = nearest(toLab(rgb), scale);
		if (known.size < 1000) known.set(key, answer);
	}
	return answer;
}

function nearest(lab: Lab, scale: readonly Colour[]): FillAnswer {
	const best = new Map<Colour, number>();
	for (const entry of palette) {
		const colour = entry.colour === 'pink' && !scale.includes('pink') ? 'red' : entry.colour;
		if (colour !== 'white' && !scale.includes(colour)) continue;
		best.set(colour, Math.min(best.get(colour) ?? Infinity, distance(lab, entry.lab)));
	}
	const [first, second] = [...best].sort((a, b) => a[1] - b[1]);
	// White is near every pale colour: it must be white itself. A grey, however pale, is no colour.
	const isWhite = first?.[0] === 'white' && first[1] <= 0.012;
	if (!isWhite && Math.hypot(lab[1], lab[2]) < 0.02) return { colour: null };
	if (!first || first[1] > (first[0] === 'white' ? 0.012 : farthest))
		return second && first?.[0] === 'white' && second[1] <= farthest ? { colour: second[0], close: null } : { colour: null };
	if (!scale.includes(first[0])) return { colour: null };
	const close = second && first[0] !== 'white' && second[0] !== 'white' && second[1] - first[1] < tooClose ? second[0] : null;
	return { colour: first[0], close };
}

/** Hues farther apart than this many degrees are different colours, however pale: light blue is not light green. */
const widestHue = 45;

function distance(a: Lab, b: Lab): number {
	const isGrey = Math.min(Math.hypot(a[1], a[2]), Math.hypot(b[1], b[2])) < 0.01;
	const turn = Math.abs(Math.atan2(a[2], a[1]) - Math.atan2(b[2], b[1])) * (180 / Math.PI);
	if (!isGrey && Math.min(turn, 360 - turn) > widestHue) return Infinity;
	return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** `RRGGBB` to OKLab (Björn Ottosson, 2020), where equal distances look equally different. */
function toLab(rgb: string): Lab {
	const [r, g, b] = [0, 2, 4].map((at) => {
		const part = Number.parseInt(rgb.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
	];
}
