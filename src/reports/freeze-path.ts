import { makePathwayPicture } from '#charts/picture-of-path.ts';
import type { PathwayPicture } from '#charts/place-pathway.ts';
import { isBegun } from '#domain/followup/assessment.ts';
import { hasIllustrativeTonnes, isIllustrative } from '#domain/followup/illustrative.ts';
import { findStandingShortfall, findWorstYear, type PathReport } from '#domain/followup/path-report.ts';
import { isAsDecided, type GapStanding, type InitiativeGap, type WorstYear } from '#domain/followup/path-gap.ts';
import type { CostCurve } from '#domain/pathway/abatement-cost.ts';
import type { MeasureResult } from '#domain/pathway/pathway.ts';
import { readRange } from '#domain/pathway/series.ts';
import { tidyFigure } from './freeze-account.ts';
import type { FrozenCause, FrozenCostCurve, FrozenMeasure, FrozenPath, FrozenStanding, FrozenTarget } from './frozen-figures.ts';

export type PathBeside = {
	readonly account: PathwayPicture['account'];
	/** Titles of the plan's initiatives by number. */
	readonly titles: ReadonlyMap<string, string>;
};

/** What a report says of the path in tonnes: figures and codes, no words of a language. */
export function freezePath(report: PathReport, { account, titles }: PathBeside): FrozenPath {
	const { document, gap, round, year, target } = report;
	// The numbers of a report are those of its round for good.
	const { initiativeIds: _ids, ...beside } = document;
	const { standing } = gap;
	const side = round === null ? 'decided' : 'standing';
	return {
		round,
		year,
		target: target && { year: target.year, decided: tidy(target.shortfall), standing: tidy(findStandingShortfall(report)) },
		targets: listTargets(report),
		picture: tidyPicture(makePathwayPicture(report, account, { side, attribution: 'in order' })),
		shortfall: standing.shortfall.map(tidy),
		shortfallSum: tidy(standing.cumulative.shortfall),
		difference: { sum: tidy(gap.sum), worst: tidyYear(findWorstYear(gap)) },
		causes: gap.initiatives.map((each) => freezeCause(each, report, titles)),
		sharing: { of: 'changes', sampled: gap.sampled },
		measures: gap.standing.measures.map((each) => freezeMeasure(each, report)),
		replacements: freezeReplacements(report),
		...(report.costs.length > 0 && { costs: report.costs.map(freezeCosts) }),
		illustrative: document.illustrative,
		...(standing.isComplete ? {} : { isIncomplete: true as const }),
		sources: listSources(report),
		document: beside,
	};
}

const tidy = tidyFigure<number | null>;
const tidyYear = (figure: WorstYear | null) => figure && { ...figure, tonnes: tidyFigure(figure.tonnes) };

function tidyPicture({ years, targetYears, wedges, account, other, removals, ...rows }: PathwayPicture): PathwayPicture {
	const { baseline, path, low, high, target } = rows;
	return {
		...{ years, targetYears },
		baseline: baseline.map(tidy),
		wedges: wedges.map(({ name, tonnes }) => ({ name, tonnes: tonnes.map(tidy) })),
		path: path.map(tidy),
		other: other && other.map(tidy),
		low: low.map(tidy),
		high: high.map(tidy),
		target: target.map(tidy),
		account: account.map(({ year, tonnes, missing = [] }) => ({
			year,
			tonnes: tidyFigure(tonnes),
			...(missing.length > 0 && { missing }),
		})),
		...(removals && { removals: removals.map(tidy) }),
	};
}

function listTargets({ gap, uncertainty }: PathReport): FrozenTarget[] {
	const find = (side: 'decided' | 'standing', id: string) => uncertainty[side].targets.find((each) => each.id === id)?.probability ?? null;
	return gap.standing.targets.map(({ id, year, tonnes, pathway }) => ({
		year,
		tonnes: tidy(tonnes),
		pathway: tidy(pathway),
		decided: find('decided', id),
		standing: find('standing', id),
	}));
}

function freezeCause(
	{ initiative, title, standings, tonnes, worst, sum }: InitiativeGap,
	report: PathReport,
	titles: PathBeside['titles'],
): FrozenCause {
	return {
		initiative,
		title: initiative === null ? title : (titles.get(initiative) ?? null),
		measures: standings.map(({ measure }) => measure),
		worst: tidyYear(worst),
		inYear: tidy(readYear(tonnes, report)),
		sum: tidy(sum),
	};
}

function freezeMeasure({ measure, title, initiative, standing, effects }: MeasureResult, report: PathReport): FrozenMeasure {
	const { document, gap } = report;
	const stated = document.scenario.measures.find(({ id }) => id === measure);
	const decided = gap.decided.measures.find((each) => each.measure === measure)?.effects['in order'];
	const how = gap.standings.find((each) => each.measure === measure) ?? null;
	return {
		...{ measure, title, initiative },
		quality: stated?.quality ?? null,
		...(stated && hasIllustrativeTonnes(stated, document) && !isIllustrative(stated) && { isOfIllustrative: true as const }),
		source: stated?.source ?? null,
		counts: standing,
		decided: tidy(readYear(decided, report)),
		standing: tidy(readYear(effects['in order'], report)),
		how: how && freezeStanding(how),
		isDone: how !== null && isBegun(how.state) && isAsDecided(how) && standing === 'counted',
	};
}

function freezeStanding({ whatIf: _whatIf, because: _because, offered, ...standing }: GapStanding): FrozenStanding {
	if (!offered) return standing;
	return { ...standing, offered: { ...offered, tonnes: tidyFigure(offered.tonnes), counts: tidyFigure(offered.counts) } };
}

function readYear(figures: readonly (number | null)[] | null | undefined, { gap, year }: PathReport): number | null {
	return figures?.[gap.standing.years.indexOf(year)] ?? null;
}

function freezeReplacements({ duty, document }: PathReport): FrozenPath['replacements'] {
	const proposal = duty.replacements.proposal.flatMap(({ measure, title, tonnes }) => {
		const candidate = duty.candidates.find((each) => each.measure.id === measure);
		if (!candidate || tonnes === null) return [];
		const isOutsidePlan = candidate.from === null && candidate.measure.initiative === null;
		return [
			{
				...{ title, from: candidate.from, tonnes: tidyFigure(tonnes) },
				isIllustrative: hasIllustrativeTonnes(candidate.measure, document),
				...(isOutsidePlan && { isOutsidePlan: true as const }),
			},
		];
	});
	return { shortfall: tidy(duty.replacements.shortfall), proposal };
}

function freezeCosts({ perspective, discountRate, bars, withoutRate, withoutCost, withoutTonnes, notCounted }: CostCurve): FrozenCostCurve {
	return {
		...{ perspective, discountRate, withoutRate, withoutCost, withoutTonnes, notCounted },
		bars: bars.map(({ measure, title, tonnes, yearlyCost, perTonne }) => ({
			...{ measure, title },
			tonnes: tidyFigure(tonnes),
			yearlyCost: tidyFigure(yearlyCost),
			perTonne: tidyFigure(perTonne),
		})),
	};
}

function listSources({ document: { scenario } }: PathReport): FrozenPath['sources'] {
	const { baseline, reference, cells } = scenario;
	return {
		baseline: baseline.source,
		corrections: baseline.corrections,
		reference: reference && {
			...{ year: reference.year, tonnes: readRange(reference.tonnes).mid, method: reference.method },
			...(reference.source !== null && { source: reference.source }),
		},
		factors: [...new Set(cells.flatMap(({ factor }) => factor.source ?? []))],
	};
}
