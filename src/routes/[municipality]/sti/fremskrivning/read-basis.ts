import { gwpSets } from '#domain/account/account.ts';
import type { BasisCell, PathBasis } from '#domain/followup/edit-basis.ts';
import { readDevelopment, type DevelopmentProblem, type Period } from '#domain/pathway/development.ts';
import { activityUnits, costPerspectives, factorGases, type CellFactor, type Series } from '#domain/pathway/model.ts';
import { mostFactor, mostFigure } from '#domain/shared/figure-bounds.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { readValidity, TypedForm, type Errors, type Texts } from '../typed-form.ts';

export type ReadBasis = { readonly basis: PathBasis } | { readonly errors: Errors };

/** Reads the form. Everything that is wrong is told at once, each at its field. */
export function readBasis(texts: Texts, locale: Locale): ReadBasis {
	const form = new TypedForm(texts, locale);
	const period = readPeriod(form);
	const cells = listRows(form).map((row) => readCell(form, row, period));
	if (cells.length === 0) form.refuse('cell.0.sector', m.measure_error_no_cells({}, form));
	const rates = costPerspectives.map((each) => [each, form.share(`rate.${each}`)]);
	const discountRates = Object.fromEntries(rates) as PathBasis['discountRates'];
	if (Object.keys(form.errors).length > 0) return { errors: form.errors };
	const words = (name: string) => form.get(name) || null;
	const corrections = form.list('corrections').flatMap((line) => line.trim() || []);
	const baseline = { version: words('version'), cutOff: words('cutOff'), source: words('source'), corrections };
	const gwpSet = gwpSets.find((set) => set === form.get('gwpSet')) ?? 'AR5';
	return { basis: { ...period, gwpSet, baseline, discountRates, cells, isIllustrative: form.get('illustrative') !== '' } };
}

function readPeriod(form: TypedForm): Period {
	const [firstYear, lastYear] = [form.neededYear('firstYear'), form.neededYear('lastYear')];
	if (lastYear <= firstYear || lastYear - firstYear > 100) form.refuse('lastYear', m.measure_error_period({}, form));
	return { firstYear, lastYear };
}

/** Rows that are not to be taken out; a blank one is no row. */
function listRows(form: TypedForm): string[] {
	const names = Array.from({ length: Number(form.get('cells')) || 0 }, (_, row) => `cell.${row}`);
	return names.filter(
		(name) => form.get(`${name}.remove`) === '' && ['sector', 'carrier', 'activity'].some((field) => form.get(`${name}.${field}`) !== ''),
	);
}

function readCell(form: TypedForm, name: string, period: Period): BasisCell {
	const get = (field: string) => form.get(`${name}.${field}`);
	const unit = activityUnits.find((each) => each === get('unit'));
	for (const field of ['sector', 'carrier']) if (get(field) === '') form.refuse(`${name}.${field}`, m.measure_error_name_missing({}, form));
	if (unit === undefined) form.refuse(`${name}.unit`, m.measure_error_unit({}, form));
	const place = get('place') === '' ? null : Number(get('place'));
	const set = get('set');
	return {
		...{ place, sector: get('sector'), carrier: get('carrier'), unit: unit ?? 'TJ' },
		activity: readGrown(form, { base: `${name}.activity`, growth: `${name}.growth`, most: mostFigure }, period),
		kg: readKilograms(form, name, period),
		...readValidity(form, { year: `${name}.year`, validTo: `${name}.validTo`, basis: `${name}.basis` }),
		gwpSet: gwpSets.find((each) => each === (set === '' ? form.get('gwpSet') : set)) ?? null,
		...{ spread: form.share(`${name}.spread`), source: get('source') || null, isRemoval: get('removal') !== '' },
	};
}

/** In CO2e with its development, or gas by gas. */
function readKilograms(form: TypedForm, name: string, period: Period): CellFactor['kg'] {
	const [co2, ch4, n2o] = factorGases.map((gas) => (form.get(`${name}.${gas}`) === '' ? null : readGas(form, `${name}.${gas}`, period)));
	if (co2 === null && ch4 === null && n2o === null)
		return { co2e: readGrown(form, { base: `${name}.factor`, growth: `${name}.change`, most: mostFactor }, period) };
	if (form.get(`${name}.factor`) !== '') form.refuse(`${name}.factor`, m.measure_error_factor_twice({}, form));
	if (form.get(`${name}.change`) !== '') form.refuse(`${name}.change`, m.measure_error_change_of_gases({}, form));
	return { gases: { co2: co2 ?? null, ch4: ch4 ?? null, n2o: n2o ?? null } };
}

function readGas(form: TypedForm, name: string, { firstYear, lastYear }: Period): Series {
	const series = form.series(name, mostFactor);
	if (typeof series === 'number') return series;
	const years = Object.keys(series.years).map(Number);
	if (Math.min(...years) > firstYear || Math.max(...years) < lastYear)
		form.refuse(name, m.measure_error_gas_years({ first: String(firstYear), last: String(lastYear) }, form));
	return series;
}

/** A figure of the first year with how it goes on. */
function readGrown(form: TypedForm, { base, growth, most }: { base: string; growth: string; most: number }, period: Period): Series {
	const answer = readDevelopment(form.get(growth), form.needed(base, -most, most), period);
	if ('series' in answer) return form.within(growth, answer.series, most);
	form.refuse(growth, describeProblem(answer.problem, period, form));
	return 0;
}

/** Why a development cannot be read. */
function describeProblem(problem: DevelopmentProblem, { firstYear, lastYear }: Period, options: Pick<TypedForm, 'locale'>): string {
	if (problem === 'development-year') return m.measure_error_development_year({ year: String(firstYear) }, options);
	if (problem === 'development-ends-early') return m.measure_error_development_end({ year: String(lastYear) }, options);
	return m.measure_error_development({}, options);
}
