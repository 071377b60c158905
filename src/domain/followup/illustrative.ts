import type { Measure } from '../pathway/model.ts';
import type { PathDocument } from './path-document.ts';

type Stated = Pick<Measure, 'quality'>;

/** Whether no document states what a measure does. */
export function isIllustrative({ quality }: Stated): boolean {
	return quality === 'illustrative';
}

/**
 * Whether the tonnes of a measure rest on anything that no document states: its own effect, or the baseline where the effect is a part of
 * that. Tonnes that are stated as such are the same whatever the baseline says.
 */
export function hasIllustrativeTonnes(
	measure: Stated & Pick<Measure, 'effects'>,
	{ illustrative }: Pick<PathDocument, 'illustrative'>,
): boolean {
	return isIllustrative(measure) || (illustrative.includes('baseline') && measure.effects.some(isOfBaseline));
}

function isOfBaseline({ kind }: Measure['effects'][number]): boolean {
	return kind !== 'tonnes' && kind !== 'uptake' && kind !== 'supporting';
}

/** How many of the measures rest on no document. */
export function countIllustrative({ scenario }: PathDocument): number {
	return scenario.measures.filter(isIllustrative).length;
}

/** Whether the emissions of a path rest on anything that no document states; what they are held against is no part of them. */
export function areEmissionsIllustrative(document: PathDocument): boolean {
	return document.illustrative.includes('baseline') || countIllustrative(document) > 0;
}

/** Whether where the path goes rests on anything that no document states. */
export function isPathIllustrative(document: PathDocument): boolean {
	return document.illustrative.length > 0 || countIllustrative(document) > 0;
}
