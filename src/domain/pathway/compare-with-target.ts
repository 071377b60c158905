import type { CompiledScenario } from './compiled.ts';
import type { Emissions, Pathway, Shortfall, TargetResult, YearFigures } from './pathway.ts';
import { readRange } from './series.ts';
import { getTargetTonnes, placeTargetPath } from './target-path.ts';
import { subtractYears, sumYears, writeFigures } from './year-figures.ts';

type Compared = Pick<Pathway, 'targetPath' | 'shortfall' | 'achieved' | 'targets' | 'cumulative'>;

/** The pathway against the target path, in each year and over the period. Which emissions count is the target's to say. */
export function compareWithTarget(model: CompiledScenario, { baseline, pathway }: Pick<Pathway, 'baseline' | 'pathway'>): Compared {
	const { scenario, years } = model;
	const counted = (emissions: Emissions) => (scenario.targets?.counts === 'gross' ? emissions.gross : emissions.net);
	const path = counted(pathway);
	const targetPath = writeFigures(placeTargetPath(scenario, years));
	const shortfall = subtractYears(path, targetPath);
	const reference = scenario.reference === null ? null : readRange(scenario.reference.tonnes).mid;
	return {
		targetPath,
		shortfall,
		achieved: path.map((tonnes) => (tonnes === null || reference === null ? null : 1 - tonnes / reference)),
		targets: listTargets(model, path),
		cumulative: {
			baseline: sumYears(counted(baseline)),
			pathway: sumYears(path),
			targetPath: sumYears(targetPath),
			shortfall: sumYears(path.map((tonnes, year) => getMissing(tonnes, targetPath[year] ?? null))),
		},
	};
}

// Years in which the target path says nothing have no shortfall; a pathway that is missing has one that nobody knows.
function getMissing(pathway: number | null, target: number | null): number | null {
	if (target === null) return 0;
	return pathway === null ? null : Math.max(0, pathway - target);
}

function listTargets({ scenario, years }: CompiledScenario, path: YearFigures): TargetResult[] {
	return (scenario.targets?.targets ?? []).map((target) => {
		const tonnes = getTargetTonnes(target, scenario.reference) ?? null;
		const pathway = path[years.indexOf(target.year)] ?? null;
		const shortfall = tonnes === null || pathway === null ? null : pathway - tonnes;
		return { id: target.id, year: target.year, isInterim: target.isInterim, tonnes, pathway, shortfall };
	});
}

/** The years in which the pathway lies above the target path (Danish: manko). */
export function listShortfalls({ years, shortfall }: Pathway): Shortfall[] {
	return years.flatMap((year, at) => {
		const tonnes = shortfall[at] ?? null;
		return tonnes !== null && tonnes > 0 ? [{ year, tonnes }] : [];
	});
}
