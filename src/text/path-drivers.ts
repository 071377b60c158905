import type { Driver } from '#domain/pathway/list-drivers.ts';
import type { Scenario } from '#domain/pathway/model.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** As many as a reader weighs against each other. */
export const mostDrivers = 6;

/** What it is that may turn out otherwise: a measure by its title, the activity of a sector, the factor of a carrier, the reference. */
export function driverLabel(
	{ kind, name }: Pick<Driver, 'kind' | 'name'>,
	{ measures }: Pick<Scenario, 'measures'>,
	locale: Locale,
): string {
	if (kind === 'measure') return measures.find(({ id }) => id === name)?.title ?? name;
	if (kind === 'activity') return m.path_driver_activity({ sector: name }, { locale });
	if (kind === 'factor') return m.path_driver_factor({ carrier: name }, { locale });
	return m.path_driver_reference({ year: name }, { locale });
}
