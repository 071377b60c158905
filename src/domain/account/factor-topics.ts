import type { EmissionFactor } from './emission-factor.ts';

/** What factors are about, in the order they are shown: what an account needs most comes first. */
export const factorTopics = ['electricity and heat', 'fuels', 'transport', 'other gases', 'land', 'calorific values', 'gwp'] as const;
export type FactorTopic = (typeof factorTopics)[number];

// The first words of an id say which table of which source a factor is from (`reference/README.md`).
const topicsOfTables: readonly (readonly [RegExp, FactorTopic])[] = [
	[/^(el|fjv)-|^(br18|hb2016)-(el|fjernvarme)/, 'electricity and heat'],
	[/^(q8|au)-|-road-/, 'transport'],
	[/^ipcc2006-(ch4|n2o)-/, 'other gases'],
	[/^(ipcc2013|klimaraadet|seges|skov)-/, 'land'],
];

/** What a factor is about; a fuel where nothing says otherwise. */
export function getFactorTopic({ id, kind }: Pick<EmissionFactor, 'id' | 'kind'>): FactorTopic {
	if (kind === 'gwp') return 'gwp';
	if (kind === 'net_calorific_value') return 'calorific values';
	return topicsOfTables.find(([form]) => form.test(id))?.[1] ?? 'fuels';
}

/** Factors by what they are about, in the order of `factorTopics`; topics without any are left out. */
export function groupFactors<Factor extends EmissionFactor>(
	factors: readonly Factor[],
): { readonly topic: FactorTopic; readonly factors: readonly Factor[] }[] {
	const byTopic = Map.groupBy(factors, getFactorTopic);
	return factorTopics.flatMap((topic) => {
		const own = byTopic.get(topic);
		return own ? [{ topic, factors: own }] : [];
	});
}
