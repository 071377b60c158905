import type { EffectAttribution } from '#domain/pathway/pathway.ts';

/** Which of the two paths a page is drawn from. */
export type PathSide = 'decided' | 'standing';

/** What is chosen on the page of a path; both stand in its address. */
export type PathQuery = { readonly side: PathSide; readonly attribution: EffectAttribution };

const sides: Readonly<Record<PathSide, string>> = { decided: 'besluttet', standing: 'nu' };
const divisions: Readonly<Record<EffectAttribution, string>> = {
	'in order': 'raekkefoelge',
	'stand-alone': 'alene',
	'last in': 'sidst',
	shapley: 'delt',
};
const standard: PathQuery = { side: 'standing', attribution: 'in order' };

/** Reads an address; what is not there or not known is the standard. */
export function readPathQuery(params: URLSearchParams): PathQuery {
	return {
		side: findKey(sides, params.get('som')) ?? standard.side,
		attribution: findKey(divisions, params.get('fordeling')) ?? standard.attribution,
	};
}

/** Writes what differs from the standard, beginning with `?`; empty when nothing does. */
export function writePathQuery({ side, attribution }: PathQuery): string {
	const params = new URLSearchParams();
	if (side !== standard.side) params.set('som', sides[side]);
	if (attribution !== standard.attribution) params.set('fordeling', divisions[attribution]);
	return params.size === 0 ? '' : `?${params.toString()}`;
}

function findKey<Key extends string>(words: Readonly<Record<Key, string>>, word: string | null): Key | undefined {
	return (Object.keys(words) as Key[]).find((key) => words[key] === word);
}
