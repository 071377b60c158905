import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import type { Dimension } from '#domain/followup/dimension.ts';
import type { FacetValue } from '#domain/followup/register.ts';
import { co2Relations, priorities } from '#domain/plan/initiative.ts';
import type { Section } from '#domain/plan/plan.ts';
import type { ValueLabels } from './value-labels.ts';

/** Values that have an order of their own; the rest are sorted as Danish words. */
const orders: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
	progress: progressColours,
	fulfilment: [...fulfilmentColours, 'text'],
	state: states,
	priority: priorities,
	co2Relation: co2Relations,
};

/** A filter's values as a reader looks for them: in their own order, sections in the plan's, "not stated" last. */
export function sortValues(
	dimension: Dimension,
	values: readonly FacetValue[],
	labels: ValueLabels,
	sections: readonly Section[],
): FacetValue[] {
	const order = dimension === 'section' ? sections.map(({ id }) => id) : orders[dimension];
	return values.toSorted((one, two) => {
		if (one.value === null || two.value === null) return Number(one.value === null) - Number(two.value === null);
		if (order) return order.indexOf(one.value) - order.indexOf(two.value);
		return labels.value(dimension, one.value).localeCompare(labels.value(dimension, two.value), 'da');
	});
}
