import { gwpSets } from '#domain/account/account.ts';
import { activityUnits, type Cell, type Choice, type Effect, type EffectKind } from '#domain/pathway/model.ts';
import { mostFactor, mostRatio } from '#domain/shared/figure-bounds.ts';
import { m } from '#text/paraglide/messages.js';
import { readValidity, type TypedForm } from '../typed-form.ts';

export const effectKinds = [
	'tonnes',
	'reduce need',
	'improve efficiency',
	'move',
	'cut factor',
	'set factor',
	'capture',
	'uptake',
	'supporting',
] as const satisfies readonly EffectKind[];

/** Reads one effect of the form. `before` is the stored one it replaces: what the form does not show stays as it was. */
export function readEffect(form: TypedForm, name: string, cells: readonly Cell[], before: Effect | undefined): Effect {
	const kind = effectKinds.find((each) => each === form.get(`${name}.kind`)) ?? 'supporting';
	const share = () => form.amount(`${name}.share`, 100, 100);
	const one = () => ({ sector: readSector(form, name, cells), carriers: readCarriers(form, name, cells) });
	const several = () => ({ sectors: readChoice(form, `${name}.sectors`), carriers: readCarriers(form, name, cells) });
	switch (kind) {
		case 'reduce need':
		case 'improve efficiency':
			return { kind, ...one(), share: share() };
		case 'cut factor':
		case 'capture':
			return { kind, ...several(), share: share() };
		case 'move':
			return readMove(form, name, cells);
		case 'set factor':
			return { kind, ...several(), factor: readFactor(form, name, before) };
		case 'tonnes': {
			const gwpSet = before?.kind === 'tonnes' ? before.gwpSet : null;
			return { kind, ...one(), tonnes: form.amount(`${name}.tonnes`, 1e9, 1), factorYear: form.year(`${name}.factorYear`), gwpSet };
		}
		case 'uptake':
			return { kind, tonnes: form.amount(`${name}.tonnes`, 1e9, 1) };
		case 'supporting':
			return { kind };
	}
}

function readMove(form: TypedForm, name: string, cells: readonly Cell[]): Effect {
	const sector = readSector(form, name, cells);
	const own = cells.filter((cell) => cell.sector === sector).map(({ carrier }) => carrier);
	const [from, to] = [form.get(`${name}.from`), form.get(`${name}.to`)];
	for (const [field, carrier] of Object.entries({ from, to }))
		if (!own.includes(carrier)) form.refuse(`${name}.${field}`, m.measure_error_carrier({ sector }, form));
	if (from === to) form.refuse(`${name}.to`, m.measure_error_same_carrier({}, form));
	const [efficiencyFrom, efficiencyTo] = [readPositive(form, `${name}.efficiencyFrom`), readPositive(form, `${name}.efficiencyTo`)];
	const ratio = form.get(`${name}.ratio`) === '' ? null : readPositive(form, `${name}.ratio`);
	const share = form.amount(`${name}.share`, 100, 100);
	return { kind: 'move', sector, from, to, share, efficiencyFrom, efficiencyTo, ratio };
}

function readFactor(form: TypedForm, name: string, before: Effect | undefined) {
	const per = activityUnits.find((unit) => unit === form.get(`${name}.per`)) ?? 'TJ';
	const stored = before?.kind === 'set factor' ? before.factor : undefined;
	// What is stated gas by gas cannot be typed here and stays as it is.
	const isKept = stored !== undefined && 'gases' in stored.kg && form.get(`${name}.factor`) === '';
	const kg = isKept ? stored.kg : { co2e: form.series(`${name}.factor`, mostFactor) };
	const gwpSet = gwpSets.find((set) => set === form.get(`${name}.factorSet`)) ?? null;
	const names = { year: `${name}.factorYear`, validTo: `${name}.factorValidTo`, basis: `${name}.factorBasis` };
	const source = form.get(`${name}.factorSource`) || null;
	return { kg, per, gwpSet, ...readValidity(form, names), source, spread: stored?.spread ?? null };
}

/** A number above zero; 1 when nothing is typed. */
function readPositive(form: TypedForm, name: string): number {
	const value = form.number(name, undefined, mostRatio) ?? 1;
	if (value <= 0) form.refuse(name, m.measure_error_positive({}, form));
	return value > 0 ? value : 1;
}

function readSector(form: TypedForm, name: string, cells: readonly Cell[]): string {
	const sector = form.get(`${name}.sector`);
	if (!cells.some((cell) => cell.sector === sector)) form.refuse(`${name}.sector`, m.measure_error_sector({}, form));
	return sector;
}

/** The carriers that were chosen, each of which must be there; none is all. */
function readCarriers(form: TypedForm, name: string, cells: readonly Cell[]): Choice {
	const sector = form.get(`${name}.sector`);
	const own = cells.filter((cell) => sector === '' || cell.sector === sector);
	const unknown = form.list(`${name}.carriers`).filter((carrier) => !own.some((cell) => cell.carrier === carrier));
	if (unknown.length > 0) form.refuse(`${name}.carriers`, m.measure_error_carriers({ carriers: unknown.join(', '), sector }, form));
	return readChoice(form, `${name}.carriers`);
}

function readChoice(form: TypedForm, name: string): Choice {
	const chosen = form.list(name);
	return chosen.length === 0 ? 'all' : chosen;
}
