import { expect, it } from 'vitest';
import { boxOfCosts, drawCostCurve } from './draw-cost-curve.ts';
import { placeCostCurve } from './place-cost-curve.ts';

const bars = [
	{ from: 0, to: 1000, perTonne: -500 },
	{ from: 1000, to: 6000, perTonne: 1500 },
];
const box = { width: 600, fontSize: 12, fontFamily: 'x' };
const labels = { most: '1.500 kr. pr. ton', least: '−500 kr. pr. ton', tonnes: '6.000 ton & <mere>' };

it('draws the bars where they are placed, their numbers and the labels', () => {
	const { svg, height } = drawCostCurve(bars, box, labels);
	const { bars: high } = boxOfCosts(box, bars.length);
	const placed = placeCostCurve(bars, { width: 600, height: high, fontSize: box.fontSize });
	expect(svg.match(/<rect /g)).toHaveLength(2);
	for (const bar of placed.bars) expect(svg).toContain(`width="${bar.width}" height="${bar.height}"`);
	for (const said of ['>1.500 kr. pr. ton<', '>−500 kr. pr. ton<', '>6.000 ton &amp; &lt;mere><', '>1<', '>2<'])
		expect(svg).toContain(said);
	expect(svg).toContain(`height="${height}"`);
	expect(height).toBeGreaterThan(high);
});

it('says nothing below where no tonne pays for itself', () => {
	expect(drawCostCurve(bars.slice(1), box, { ...labels, least: '' }).svg).not.toContain('−500');
});

it('is lower with one bar, and never so high that three with their tables need a page each', () => {
	const size = { width: 757, fontSize: 8 };
	expect(boxOfCosts(size, 1).bars).toBeLessThan(boxOfCosts(size, 2).bars);
	expect(boxOfCosts(size, 12).height).toBeLessThan(150);
});
