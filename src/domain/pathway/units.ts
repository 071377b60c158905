import type { ActivityUnit } from './model.ts';

/** What kind of quantity a unit measures and how large it is. Units of one kind convert; others never do. */
const units: Readonly<Record<ActivityUnit, { readonly kind: string; readonly size: number }>> = {
	TJ: { kind: 'energy', size: 1e6 },
	GJ: { kind: 'energy', size: 1e3 },
	MJ: { kind: 'energy', size: 1 },
	GWh: { kind: 'energy', size: 3.6e6 },
	MWh: { kind: 'energy', size: 3.6e3 },
	kWh: { kind: 'energy', size: 3.6 },
	t: { kind: 'mass', size: 1e3 },
	kg: { kind: 'mass', size: 1 },
	m3: { kind: 'volume', size: 1e3 },
	l: { kind: 'volume', size: 1 },
	ha: { kind: 'area', size: 1 },
	head: { kind: 'head', size: 1 },
	km: { kind: 'distance', size: 1 },
	pkm: { kind: 'person distance', size: 1 },
	tkm: { kind: 'freight distance', size: 1 },
	person: { kind: 'person', size: 1 },
};

/** How many of `to` one `from` is; `undefined` when they measure different things. */
export function convertUnit(from: ActivityUnit, to: ActivityUnit): number | undefined {
	const [one, two] = [units[from], units[to]];
	return one.kind === two.kind ? one.size / two.size : undefined;
}

/** Whether both are energy, so that efficiencies say how one replaces the other. */
export function isEnergy(unit: ActivityUnit): boolean {
	return units[unit].kind === 'energy';
}
