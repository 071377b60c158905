import type { Colour, State } from '#domain/followup/assessment.ts';
import type { Dimension } from '#domain/followup/dimension.ts';
import type { Co2Relation, Priority } from '#domain/plan/initiative.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { co2RelationLabel, colourLabel, fieldLabel, priorityLabel, stateLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

/** The words for filters and their values. */
export type ValueLabels = {
	readonly name: (dimension: Dimension) => string;
	readonly value: (dimension: Dimension, value: string | null) => string;
};

/** Words for the values of one plan's filters: codes are worded, sections get their title, the rest stands as the plan writes it. */
export function createLabels(plan: Plan | null, locale: Locale): ValueLabels {
	const sections = new Map(plan?.sections.map(({ id, title }) => [id, title]));
	return {
		name: (dimension) => fieldLabel(dimension, locale),
		value: (dimension, value) => {
			if (value === null) return m.web_not_stated({}, { locale });
			switch (dimension) {
				case 'section':
					return sections.get(value) ?? value;
				case 'state':
					return stateLabel(value as State, locale);
				case 'priority':
					return priorityLabel(value as Priority, locale);
				case 'progress':
				case 'fulfilment':
					return colourLabel(value as Colour | 'text', locale);
				case 'co2Relation':
					return co2RelationLabel(value as Co2Relation, locale);
				case 'sector':
				case 'responsible':
					return value;
			}
		},
	};
}
