import { accountSectors } from '#domain/account/account.ts';
import { accountColours } from '#charts/draw-account-bars.ts';
import { boxOfCosts, costColour } from '#charts/draw-cost-curve.ts';
import { shadeColours } from '#charts/draw-pathway.ts';
import { placeAccountBars } from '#charts/place-account-bars.ts';
import { placeCostCurve } from '#charts/place-cost-curve.ts';
import { placePathway, type PathwayPicture, type PlacedLine } from '#charts/place-pathway.ts';
import { formatNumber } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import type { FigureDrawing } from './figure-blocks.ts';
import { Paper, type Point, type Stroke } from './paper.ts';

type Size = { readonly width: number; readonly height: number; readonly fontSize: number };

/** Dots of the picture for each one it is shown in: a printer has room for more. */
const sharpness = 2;
const [ink, soft, accent, pale] = ['#1b232b', '#55616c', '#12505b', '#d3dae0'];
const strokes: Readonly<Record<PlacedLine['kind'], Stroke>> = {
	baseline: { colour: soft, thick: 3, dash: [3, 7] },
	target: { colour: ink, thick: 3 },
	other: { colour: accent, thick: 3, dash: [12, 7] },
	path: { colour: accent, thick: 6 },
};

/**
 * A figure in dots, for programs that cannot show the drawing: old versions of Word and some viewers. The same placing as the drawing,
 * with the numbers at its axes; the words stand below the picture and in the table.
 */
export function paintFigure(drawing: FigureDrawing, { width, height, fontSize }: Size, locale: Locale): Uint8Array {
	const size = { width: width * sharpness, height: height * sharpness, fontSize: fontSize * sharpness };
	const paper = new Paper(size.width, size.height);
	if (drawing.of === 'account') paintAccount(paper, drawing, size);
	else if (drawing.of === 'costs') paintCosts(paper, drawing, size);
	else paintPath(paper, drawing.picture, size, locale);
	return paper.encode();
}

/** One bar a year, as `drawAccountBars` has them. */
function paintAccount(paper: Paper, { years, totals }: Extract<FigureDrawing, { of: 'account' }>, { width, fontSize: size }: Size): void {
	const [left, right, bar, step, above] = [size * 3.2, size * 8, size * 1.7, size * 2.3, size * 2.2];
	const dot = sharpness * 1.5;
	for (const [index, { year, stretches }] of placeAccountBars(years, width - left - right).bars.entries()) {
		const top = above + index * step;
		const middle = top + bar / 2;
		paper.write(String(year), [0, middle], 'start', { colour: ink, dot });
		for (const { sector, x, width: wide } of stretches) {
			const { fill, on } = accountColours[sector];
			paper.fill([left + x, top], [Math.max(left + x + wide - 1, left + x + 1), top + bar], fill);
			if (wide >= size * 1.2)
				paper.write(String(accountSectors.indexOf(sector) + 1), [left + x + wide / 2, middle], 'middle', { colour: on, dot });
		}
		const end = Math.max(0, ...stretches.map((stretch) => stretch.x + stretch.width));
		paper.write(/^[-\d.,]*/.exec(totals[index] ?? '')?.[0] ?? '', [left + end + size * 0.6, middle], 'start', { colour: ink, dot });
	}
}

/** Bars, the line where a tonne costs nothing, and the numbers of the labels. */
function paintCosts(paper: Paper, { bars, labels }: Extract<FigureDrawing, { of: 'costs' }>, { width, fontSize: size }: Size): void {
	const { above, bars: height } = boxOfCosts({ width, fontSize: size }, bars.length);
	const placed = placeCostCurve(bars, { width, height, fontSize: size });
	const [zero, dot] = [above + placed.zero, sharpness * 1.5];
	const number = (label: string) => /^[−\-\d.,]*/.exec(label)?.[0].replace('−', '-') ?? '';
	for (const bar of placed.bars)
		paper.fill([bar.x + 1, above + bar.y], [Math.max(bar.x + bar.width - 1, bar.x + 2), above + bar.y + bar.height], costColour);
	paper.draw(
		[
			[0, zero],
			[width, zero],
		],
		{ colour: ink, thick: 2 },
	);
	for (const [place, bar] of placed.bars.entries())
		if (bar.width > size * 1.2)
			paper.write(String(place + 1), [bar.x + bar.width / 2, above + bar.foot - size * 0.8], 'middle', { colour: ink, dot });
	paper.write(number(labels.most), [0, size * 0.6], 'start', { colour: ink, dot });
	paper.write(number(labels.least), [0, above + height + size], 'start', { colour: ink, dot });
	paper.write(number(labels.tonnes), [width, above + height + size * (labels.least === '' ? 1 : 2.4)], 'end', { colour: ink, dot });
}

function paintPath(paper: Paper, picture: PathwayPicture, size: Size, locale: Locale): void {
	const { plot, ...placed } = placePathway(picture, size);
	const words = { colour: soft, dot: sharpness };
	for (const { at, value } of placed.tonnes) {
		paper.draw(
			[
				[plot.left, at],
				[plot.right, at],
			],
			{ colour: value === 0 ? ink : pale, thick: 2 },
		);
		paper.write(formatNumber(value, locale, 0).replace('−', '-'), [plot.left - size.fontSize * 0.6, at], 'end', words);
	}
	for (const { d, shade } of placed.wedges) for (const area of readPoints(d)) paper.fillArea(area, shadeColours[shade] ?? pale);
	for (const area of readPoints(placed.band)) paper.fillArea(area, ink, 0.13);
	for (const { kind, d } of placed.lines) for (const line of readPoints(d)) paper.draw(line, strokes[kind]);
	for (const { x, y } of placed.targetPoints)
		paper.fillArea(
			[
				[x - 8, y - 10],
				[x + 8, y - 10],
				[x, y + 4],
			],
			ink,
		);
	for (const { x, y } of placed.accountPoints) paper.ring([x, y], 6, { colour: ink, thick: 3 });
	for (const { at, value } of placed.years) paper.write(String(value), [at, plot.bottom + size.fontSize * 1.2], 'middle', words);
	for (const { name, label } of placed.wedges)
		if (label) paper.write(name, [label.x, label.y - size.fontSize * 0.36], 'middle', { colour: ink, dot: sharpness });
}

/** The corners of what is drawn, piece by piece. */
function readPoints(d: string): Point[][] {
	return d
		.split('M')
		.filter(Boolean)
		.map((piece) =>
			piece
				.replace('Z', '')
				.split('L')
				.map((pair): Point => {
					const [x = 0, y = 0] = pair.split(' ').map(Number);
					return [x, y];
				}),
		);
}
