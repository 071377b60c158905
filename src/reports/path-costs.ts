import type { CostBar } from '#charts/place-cost-curve.ts';
import { costCurveName, describeCostCurve, writePrice } from '#text/cost-words.ts';
import { formatList } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { formatRoughTonnes } from '#text/path-words.ts';
import type { FigureBlock, FigurePicture, FigureTable } from './figure-blocks.ts';
import { writeFigure, writeRoughFigure } from './figure-cell.ts';
import type { FrozenCostCurve, FrozenPath } from './frozen-figures.ts';
import { hasMarkedTonnes, illustrativeMark } from './path-marks.ts';

/** What a tonne costs, for each whose money is stated: the curve, its figures, and who has no place on it. */
export function listCosts(path: FrozenPath, locale: Locale): FigureBlock[] {
	const curves = path.costs ?? [];
	if (curves.length === 0) return [];
	return [
		{ kind: 'heading', text: m.path_cost_title({}, { locale }) },
		{ kind: 'note', text: m.path_cost_lead({ year: String(path.year) }, { locale }) },
		...curves.flatMap((curve) => [
			...(curve.bars.length > 0 ? [drawCurve(curve, path, locale), tableOfCurve(curve, path, locale)] : []),
			...listAbsent(curve, path, locale),
		]),
	];
}

function drawCurve(curve: FrozenCostCurve, path: FrozenPath, locale: Locale): FigurePicture {
	const bars = placeEnds(curve);
	const prices = bars.map(({ perTonne }) => perTonne);
	const [most, least] = [Math.max(0, ...prices), Math.min(0, ...prices)];
	return {
		kind: 'picture',
		caption: m.path_cost_caption({ who: costCurveName(curve, locale), year: String(path.year) }, { locale }),
		alternative: describeCostCurve(curve.bars, locale),
		drawing: {
			of: 'costs',
			bars,
			labels: {
				most: most > 0 ? writePrice(most, locale) : '',
				least: least < 0 ? writePrice(least, locale) : '',
				tonnes: formatRoughTonnes(bars.at(-1)?.to ?? 0, locale),
			},
		},
	};
}

/** Each bar begins where the one before it ends. */
function placeEnds({ bars }: FrozenCostCurve): CostBar[] {
	let from = 0;
	return bars.map(({ tonnes, perTonne }) => ({ from, to: (from += tonnes), perTonne }));
}

function tableOfCurve(curve: FrozenCostCurve, path: FrozenPath, locale: Locale): FigureTable {
	const marked = new Set(path.measures.filter(hasMarkedTonnes).map(({ measure }) => measure));
	const year = String(path.year);
	const rows = curve.bars.map(({ measure, title, tonnes, yearlyCost, perTonne }, place) => {
		const mark = marked.has(measure) ? illustrativeMark(locale) : null;
		return {
			cells: [
				`${place + 1}. ${title}`,
				writeRoughFigure(tonnes, locale, mark),
				writeFigure(yearlyCost, locale),
				writeFigure(perTonne, locale, { mark, between: ' ' }),
			],
			isStrong: false,
		};
	});
	return {
		kind: 'table',
		caption: m.report_figures_costs_table({ who: costCurveName(curve, locale), year }, { locale }),
		columns: [
			{ name: m.path_cost_measure({}, { locale }), isNumber: false, share: 3.4 },
			{ name: m.path_cost_tonnes({ year }, { locale }), isNumber: true, share: 1.2 },
			{ name: m.path_cost_year({}, { locale }), isNumber: true, share: 1.2 },
			{ name: m.path_cost_tonne({}, { locale }), isNumber: true, share: 1.2 },
		],
		rows,
	};
}

function listAbsent(curve: FrozenCostCurve, path: FrozenPath, locale: Locale): FigureBlock[] {
	const year = String(path.year);
	const about = [
		[curve.withoutRate, m.path_cost_no_rate],
		[curve.withoutCost, m.path_cost_unpriced],
		[curve.notCounted, m.path_cost_not_counted],
		[curve.withoutTonnes, m.path_cost_no_tonnes],
	] as const;
	const who = curve.bars.length === 0 ? `${costCurveName(curve, locale)}: ` : '';
	return about.flatMap(([titles, write]) =>
		titles.length === 0 ? [] : [{ kind: 'note', text: who + write({ titles: formatList(titles, locale), year }, { locale }) } as const],
	);
}
