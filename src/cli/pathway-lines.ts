import type { CostCurve } from '#domain/pathway/abatement-cost.ts';
import type { PathwayUncertainty } from '#domain/pathway/draw-outcomes.ts';
import type { Driver } from '#domain/pathway/list-drivers.ts';
import type { Scenario } from '#domain/pathway/model.ts';
import { attributions, type Pathway, type YearFigures } from '#domain/pathway/pathway.ts';
import { formatList, formatNumber, formatShare, formatTonnes } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { driverLabel, mostDrivers } from '#text/path-drivers.ts';
import { formatProbability } from '#text/path-words.ts';
import { attributionLabel, pathwayFindingSentence, perspectiveLabel, standingLabel } from '#text/pathway-findings.ts';

export type PathwayAnswer = {
	readonly scenario: Scenario;
	readonly pathway: Pathway;
	/** Null when no draws were asked for. */
	readonly uncertainty: PathwayUncertainty | null;
	readonly costs: readonly CostCurve[];
	/** What moves the outcome of the last target's year most. */
	readonly drivers: readonly Driver[];
};

/** A pathway for reading at a terminal: the years, the measures in the year of the last target, how sure it is, what to know. */
export function listPathwayLines(answer: PathwayAnswer, locale: Locale): string[] {
	const { scenario, pathway } = answer;
	const say = { locale };
	const { title, firstYear, lastYear, gwpSet } = scenario;
	const period = { firstYear: String(firstYear), lastYear: String(lastYear) };
	const findings = [...pathway.findings, ...answer.costs.flatMap((curve) => curve.findings)];
	return [
		m.pathway_cli_title({ title, ...period, unit: 'ton CO2e', gwpSet }, say),
		'',
		...writeTable(listYearRows(answer, locale)),
		'',
		...listTargetLines(answer, locale),
		...listMeasureLines(answer, locale),
		...listCostLines(answer, locale),
		...listDriverLines(answer, locale),
		...(findings.length > 0 ? ['', m.pathway_cli_findings({}, say)] : []),
		...findings.map((finding) => `  ${pathwayFindingSentence(finding, locale)}`),
		...(pathway.isComplete ? [] : ['', m.pathway_cli_incomplete({}, say)]),
	];
}

function writeFigure(value: number | null | undefined, locale: Locale): string {
	return value === null || value === undefined ? m.pathway_cli_missing({}, { locale }) : formatNumber(value, locale, 0);
}

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
function writeTable(rows: readonly (readonly string[])[]): string[] {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const pad = (cell: string, column: number) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0));
	return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

function listYearRows({ scenario, pathway }: PathwayAnswer, locale: Locale): string[][] {
	const say = { locale };
	const named = new Set([scenario.firstYear, scenario.lastYear, ...pathway.targets.map(({ year }) => year)]);
	const counts = scenario.targets?.counts ?? 'net';
	const columns: readonly YearFigures[] = [pathway.baseline[counts], pathway.pathway[counts], pathway.targetPath, pathway.shortfall];
	const heading = [
		m.pathway_cli_year({}, say),
		m.pathway_word_baseline({}, say),
		m.pathway_word_pathway({}, say),
		m.pathway_word_target_path({}, say),
		m.pathway_word_shortfall({}, say),
		m.pathway_cli_achieved({}, say),
	];
	const rows = pathway.years.flatMap((year, at) => {
		if (!named.has(year) && year % 5 !== 0) return [];
		const achieved = pathway.achieved[at] ?? null;
		const figures = columns.map((column) => writeFigure(column[at], locale));
		return [[String(year), ...figures, achieved === null ? m.pathway_cli_missing({}, say) : formatShare(achieved, locale)]];
	});
	return [heading, ...rows];
}

function listTargetLines({ pathway, uncertainty }: PathwayAnswer, locale: Locale): string[] {
	const say = { locale };
	const write = (tonnes: number | null) => (tonnes === null ? m.pathway_cli_missing({}, say) : formatTonnes(tonnes, locale));
	const { baseline, pathway: sum, shortfall } = pathway.cumulative;
	const targets = pathway.targets.flatMap((target) => {
		const words = { tonnes: write(target.tonnes), pathway: write(target.pathway), shortfall: write(target.shortfall) };
		const drawn = uncertainty?.targets.find(({ id }) => id === target.id)?.probability ?? null;
		// Draws of a path without one of its measures say nothing of the target.
		const probability = drawn !== null && isUncalculated(pathway) ? m.pathway_cli_missing({}, say) : drawn;
		return [
			m.pathway_cli_target({ year: String(target.year), ...words }, say),
			...(probability === null
				? []
				: [
						m.pathway_cli_probability(
							{
								year: String(target.year),
								probability: typeof probability === 'string' ? probability : formatProbability(probability, locale),
							},
							say,
						),
					]),
		];
	});
	return [...targets, m.pathway_cli_cumulative({ baseline: write(baseline), pathway: write(sum), shortfall: write(shortfall) }, say)];
}

/** A measure without figures is in no sum: such a sum is none of the measures'. */
function isUncalculated({ measures }: Pathway): boolean {
	return measures.some(({ standing }) => standing === 'not calculated');
}

function getYear({ pathway }: PathwayAnswer): number {
	return pathway.targets.filter(({ year }) => pathway.years.includes(year)).at(-1)?.year ?? pathway.years.at(-1) ?? 0;
}

function listMeasureLines(answer: PathwayAnswer, locale: Locale): string[] {
	const { pathway, uncertainty } = answer;
	const say = { locale };
	const year = getYear(answer);
	const at = pathway.years.indexOf(year);
	const heading = [m.pathway_word_measure({}, say), ...attributions.map((each) => attributionLabel(each, locale)), ''];
	const rows = pathway.measures.map(({ measure, title, standing, effects }) => [
		`${measure} ${title}`,
		...attributions.map((each) => writeFigure(effects[each]?.[at], locale)),
		standing === 'counted' ? '' : standingLabel(standing, locale),
	]);
	const sums = [pathway.sumOfStandAlone, pathway.overlap, pathway.joint];
	const [sum, overlap, joint] = sums.map((row) => writeFigure(isUncalculated(pathway) ? null : row[at], locale));
	const range = [uncertainty?.p10, uncertainty?.p50, uncertainty?.p90].map((row) => writeFigure(row?.[at], locale));
	const [low = '', mid = '', high = ''] = range;
	return [
		...(uncertainty === null ? [] : [m.pathway_cli_range({ year: String(year), low, mid, high }, say)]),
		'',
		m.pathway_cli_measures({ year: String(year) }, say),
		...writeTable([heading, ...rows]),
		m.pathway_cli_sum({ sum: sum ?? '', overlap: overlap ?? '', joint: joint ?? '' }, say),
	];
}

function listCostLines({ costs }: PathwayAnswer, locale: Locale): string[] {
	const say = { locale };
	return costs.flatMap(({ bars, perspective, year, discountRate }) => {
		if (bars.length === 0) return [];
		const each = bars.map(({ title, perTonne }) => m.pathway_cli_cost_bar({ title, cost: formatNumber(perTonne, locale, 0) }, say));
		const rate = discountRate === null ? m.pathway_cli_missing({}, say) : formatShare(discountRate, locale);
		const words = { year: String(year), perspective: perspectiveLabel(perspective, locale), rate };
		return ['', m.pathway_cli_cost({ ...words, bars: formatList(each, locale) }, say)];
	});
}

function listDriverLines(answer: PathwayAnswer, locale: Locale): string[] {
	const bars = answer.drivers
		.slice(0, mostDrivers)
		.map((driver) =>
			[driverLabel(driver, answer.scenario, locale), writeFigure(driver.atLow, locale), '/', writeFigure(driver.atHigh, locale)].join(' '),
		);
	return bars.length === 0 ? [] : [m.pathway_cli_drivers({ year: String(getYear(answer)), bars: bars.join('; ') }, { locale })];
}
