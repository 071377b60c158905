import { placeCostCurve, type CostBar } from './place-cost-curve.ts';
import { escapeText, fixed } from './svg-text.ts';

/** Of a bar, on white. */
export const costColour = '#94b2b8';
const ink = '#1b232b';

export type CostCurveBox = { readonly width: number; readonly fontSize: number; readonly fontFamily: string };
/** What stands at the top and the bottom of the curve, and at its end; empty where there is nothing to say. */
export type CostCurveLabels = { readonly most: string; readonly least: string; readonly tonnes: string };

/**
 * Room above and below the bars for what is written there, and how high the bars are: low enough that a curve and its table share a page
 * with others. One bar has nothing beside it to be held against, and is half as high.
 */
export function boxOfCosts({ width, fontSize }: { readonly width: number; readonly fontSize: number }, count: number) {
	const most = Math.max(width * 0.13, fontSize * 11);
	const [above, below, bars] = [fontSize * 1.8, fontSize * 3.2, Math.round(count > 1 ? most : most / 2)];
	return { above, bars, height: Math.round(above + bars + below) };
}

/** Draws an abatement cost curve as SVG for a report: the same placing as on the page. The text alternative stands where it is used. */
export function drawCostCurve(
	bars: readonly CostBar[],
	{ width, fontSize, fontFamily }: CostCurveBox,
	labels: CostCurveLabels,
): { readonly svg: string; readonly height: number } {
	const { above, bars: high, height } = boxOfCosts({ width, fontSize }, bars.length);
	const placed = placeCostCurve(bars, { width, height: high, fontSize });
	const zero = above + placed.zero;
	const write = (x: number, y: number, anchor: 'start' | 'middle' | 'end', words: string | number, more = '') =>
		words === ''
			? ''
			: `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}" fill="${ink}"${more}>${escapeText(String(words))}</text>`;
	const parts = [
		write(0, fontSize, 'start', labels.most),
		...placed.bars.map(
			(bar) =>
				`<rect x="${bar.x}" y="${fixed(above + bar.y)}" width="${bar.width}" height="${bar.height}" fill="${costColour}" stroke="#ffffff" stroke-width="1"/>`,
		),
		`<path d="M0 ${fixed(zero)}H${width}" stroke="${ink}" stroke-width="1.2"/>`,
		...placed.bars.map((bar, place) =>
			bar.width > fontSize * 1.2
				? write(bar.x + bar.width / 2, above + bar.foot - fontSize * 0.4, 'middle', place + 1, ' font-weight="600"')
				: '',
		),
		write(0, above + high + fontSize * 1.2, 'start', labels.least),
		write(width, above + high + fontSize * (labels.least === '' ? 1.2 : 2.6), 'end', labels.tonnes),
	];
	return {
		svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" font-size="${fontSize}">${parts.join('')}</svg>`,
		height,
	};
}
