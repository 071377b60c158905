import { drawAccountBars } from '#charts/draw-account-bars.ts';
import { drawCostCurve } from '#charts/draw-cost-curve.ts';
import { drawPathway } from '#charts/draw-pathway.ts';
import { formatNumber } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import type { FigureDrawing } from './figure-blocks.ts';

export type FigureSize = {
	readonly width: number;
	/** Of a path; follows from the width when left out. */
	readonly height?: number;
	readonly fontSize: number;
	readonly fontFamily: string;
};

/** A figure's drawing as SVG, as wide as is asked for: the same placing as on the page. */
export function drawFigure(drawing: FigureDrawing, size: FigureSize, locale: Locale): { readonly svg: string; readonly height: number } {
	if (drawing.of === 'account') return drawAccountBars(drawing.years, { ...drawing, ...size });
	if (drawing.of === 'costs') return drawCostCurve(drawing.bars, size, drawing.labels);
	const { width, fontSize, fontFamily, height = Math.round(Math.max(width * 0.32, fontSize * 24)) } = size;
	const tonnes = (value: number) => formatNumber(value, locale, 0);
	return { svg: drawPathway(drawing.picture, { width, height, fontSize }, { tonnes, fontFamily }), height };
}
