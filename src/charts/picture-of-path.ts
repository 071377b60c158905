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
	const isOtherwise = !isGross && account.length > 0 && [gap.decided, gap.standing].some(hasRemovals) && !isAccountNet(account, shown);
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
		...(isOtherwise && { removals: shown.pathway.removals }),
		targetYears: shown.targets.map(({ year }) => year),
	};
}

function hasRemovals({ baseline, pathway }: PathReport['gap']['decided']): boolean {
	return [baseline, pathway].some(({ removals }) => removals.some((tonnes) => tonnes !== null && tonnes !== 0));
}

/**
 * An account has removals beside its total, but for a source whose sectors take up more than they emit: then it is as the path is. Said by
 * the first account that the baseline begins with: a later one may lie near either, by what has become of the emissions.
 */
function isAccountNet(account: PathwayPicture['account'], { years, baseline }: PathReport['gap']['decided']): boolean {
	const first = [...account].sort((one, other) => one.year - other.year).find(({ year }) => years.includes(year));
	const [net, gross] = [baseline.net, baseline.gross].map((row) => row[years.indexOf(first?.year ?? NaN)] ?? null);
	if (!first || typeof net !== 'number' || typeof gross !== 'number') return false;
	return Math.abs(first.tonnes - net) < Math.abs(first.tonnes - gross);
}

type Named = { readonly measure: string; readonly title: string; readonly initiative: string | null };

/**
 * What a measure is called in the picture, by its id: its initiative's number, or a letter where it belongs to none. All measures are
 * named, whether they count or not, so that a letter is the same in both paths.
 */
export function nameWedges(measures: readonly Named[]): ReadonlyMap<string, string> {
	const taken = new Set(measures.map(({ initiative }) => initiative));
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => !taken.has(letter));
	const titles = [...new Set(measures.flatMap(({ initiative, title }) => (initiative === null ? title : [])))];
	// A path with more of them than there are letters is one whose wedges have no room for a name.
	return new Map(measures.map(({ measure, title, initiative }) => [measure, initiative ?? letters[titles.indexOf(title)] ?? title]));
}

/** One wedge for each initiative, where its first measure is counted. */
function listWedges({ measures, years }: PathReport['gap']['decided'], attribution: 'in order' | 'shapley'): PathwayPicture['wedges'] {
	const counted = measures.filter(({ standing }) => standing === 'counted');
	const named = nameWedges(measures);
	const names = [...new Set(counted.map(({ measure }) => named.get(measure) ?? ''))];
	return names.map((name) => {
		const own = counted.filter(({ measure }) => named.get(measure) === name);
		return {
			name,
			tonnes: addYears(
				years.length,
				own.flatMap(({ effects }) => (effects[attribution] ? [effects[attribution]] : [])),
			),
		};
	});
}
