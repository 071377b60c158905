import type { PathReport } from '#domain/followup/path-report.ts';
import { addYears } from '#domain/pathway/year-figures.ts';
import type { EffectAttribution } from '#domain/pathway/pathway.ts';
import type { PathwayPicture } from './place-pathway.ts';

/** Which path is drawn, and how what it saves is divided. */
export type PictureChoice = { readonly side: 'decided' | 'standing'; readonly attribution: EffectAttribution };

/** The picture of a path as it is asked for. Parts are drawn only where they add up to the whole. */
export function makePathwayPicture(
	report: PathReport,
	account: PathwayPicture['account'],
	{ side, attribution }: PictureChoice,
): PathwayPicture {
	const { gap, uncertainty, document, round } = report;
	const shown = gap[side];
	const isGross = document.scenario.targets?.counts === 'gross';
	const read = (emissions: { gross: PathwayPicture['path']; net: PathwayPicture['path'] }) => (isGross ? emissions.gross : emissions.net);
	const addsUp = attribution === 'in order' || attribution === 'shapley';
	return {
		years: shown.years,
		baseline: read(shown.baseline),
		wedges: addsUp ? listWedges(shown, attribution) : [],
		path: read(shown.pathway),
		other: round === null ? null : read(gap[side === 'decided' ? 'standing' : 'decided'].pathway),
		low: uncertainty[side].p10,
		high: uncertainty[side].p90,
		target: shown.targetPath,
		account,
		targetYears: shown.targets.map(({ year }) => year),
	};
}

/** One wedge for each initiative, where its first measure is counted. */
function listWedges({ measures, years }: PathReport['gap']['decided'], attribution: 'in order' | 'shapley'): PathwayPicture['wedges'] {
	const counted = measures.filter(({ standing }) => standing === 'counted');
	const names = [...new Set(counted.map(({ initiative, title }) => initiative ?? title))];
	return names.map((name) => {
		const own = counted.filter(({ initiative, title }) => (initiative ?? title) === name);
		return {
			name,
			tonnes: addYears(
				years.length,
				own.flatMap(({ effects }) => (effects[attribution] ? [effects[attribution]] : [])),
			),
		};
	});
}
