import { gwpSets } from '#domain/account/account.ts';
import type { BasisCell, PathBasis } from '#domain/followup/edit-basis.ts';
import { readDevelopment, type DevelopmentProblem, type Period } from '#domain/pathway/development.ts';
import { activityUnits, costPerspectives, type Series } from '#domain/pathway/model.ts';
import { parseDanishNumber } from '#domain/shared/danish-number.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { Texts } from './basis-texts.ts';

/** What is wrong, by the name of the field. */
export type Errors = Readonly<Record<string, string>>;
export type ReadBasis = { readonly basis: PathBasis } | { readonly errors: Errors };

/** Reads the form. Everything that is wrong is told at once, each at its field. */
export function readBasis(texts: Texts, locale: Locale): ReadBasis {
	const errors: Record<string, string> = {};
	const get = (name: string) => texts[name] ?? '';
	const refuse = (name: string, sentence: string) => void (errors[name] ??= sentence);
	const period = readPeriod(get, refuse, locale);
	const cells = listRows(texts).flatMap((row) => readCell(row, { get, refuse, locale, period }) ?? []);
	if (cells.length === 0) refuse('cell.0.sector', m.measure_error_no_cells({}, { locale }));
	const discountRates = Object.fromEntries(
		costPerspectives.map((each) => [each, readShare(`rate.${each}`, { get, refuse, locale, period })]),
	) as PathBasis['discountRates'];
	if (Object.keys(errors).length > 0) return { errors };
	const words = (name: string) => get(name) || null;
	const corrections = get('corrections')
		.split('\n')
		.flatMap((line) => line.trim() || []);
	const baseline = { version: words('version'), cutOff: words('cutOff'), source: words('source'), corrections };
	const gwpSet = gwpSets.find((set) => set === get('gwpSet')) ?? 'AR5';
	return { basis: { ...period, gwpSet, baseline, discountRates, cells, isIllustrative: get('illustrative') !== '' } };
}

type Reading = {
	readonly get: (name: string) => string;
	readonly refuse: (name: string, sentence: string) => void;
	readonly locale: Locale;
	readonly period: Period;
};

function readPeriod(get: Reading['get'], refuse: Reading['refuse'], locale: Locale): Period {
	const read = (name: string) => {
		const isYear = /^(19|20|21)\d\d$/.test(get(name));
		if (!isYear) refuse(name, m.measure_error_year({}, { locale }));
		return isYear ? Number(get(name)) : 2000;
	};
	const [firstYear, lastYear] = [read('firstYear'), read('lastYear')];
	if (lastYear <= firstYear || lastYear - firstYear > 100) refuse('lastYear', m.measure_error_period({}, { locale }));
	return { firstYear, lastYear };
}

/** Rows that are not to be taken out; a blank one is no row. */
function listRows(texts: Texts): string[] {
	const names = Array.from({ length: Number(texts.cells) || 0 }, (_, row) => `cell.${row}`);
	return names.filter((name) => !texts[`${name}.remove`] && ['sector', 'carrier', 'activity'].some((field) => texts[`${name}.${field}`]));
}

function readCell(name: string, reading: Reading): BasisCell | undefined {
	const { get, refuse, locale } = reading;
	const unit = activityUnits.find((each) => each === get(`${name}.unit`));
	for (const field of ['sector', 'carrier'] as const)
		if (get(`${name}.${field}`) === '') refuse(`${name}.${field}`, m.measure_error_name_missing({}, { locale }));
	if (unit === undefined) refuse(`${name}.unit`, m.measure_error_unit({}, { locale }));
	const place = get(`${name}.place`) === '' ? null : Number(get(`${name}.place`));
	const activity = readGrown(name, 'activity', 'growth', reading);
	// What is stated gas by gas cannot be typed here and stays as it is.
	const isKept = place !== null && get(`${name}.factor`) === '' && get(`${name}.change`) === '';
	const factor = isKept ? null : readGrown(name, 'factor', 'change', reading);
	const spread = readShare(`${name}.spread`, reading);
	if (unit === undefined || activity === undefined || factor === undefined) return undefined;
	const set = get(`${name}.set`);
	const gwpSet = gwpSets.find((each) => each === (set === '' ? get('gwpSet') : set)) ?? null;
	const [sector, carrier, source] = [get(`${name}.sector`), get(`${name}.carrier`), get(`${name}.source`) || null];
	return { place, sector, carrier, unit, activity, factor, gwpSet, spread, source, isRemoval: get(`${name}.removal`) !== '' };
}

/** A figure of the first year with how it goes on; undefined when it is refused. */
function readGrown(name: string, base: string, growth: string, { get, refuse, locale, period }: Reading): Series | undefined {
	const figure = parseDanishNumber(get(`${name}.${base}`));
	if (figure === undefined) {
		refuse(`${name}.${base}`, m.measure_error_number({}, { locale }));
		return undefined;
	}
	const answer = readDevelopment(get(`${name}.${growth}`), figure, period);
	if ('series' in answer) return answer.series;
	refuse(`${name}.${growth}`, describeProblem(answer.problem, period, locale));
	return undefined;
}

/** Per cent as a share; null when nothing is typed. */
function readShare(name: string, { get, refuse, locale }: Reading): number | null {
	if (get(name) === '') return null;
	const value = parseDanishNumber(get(name));
	if (value !== undefined && value >= 0 && value <= 100) return value / 100;
	refuse(name, m.measure_error_share({}, { locale }));
	return null;
}

/** Why a development cannot be read. */
function describeProblem(problem: DevelopmentProblem, { firstYear, lastYear }: Period, locale: Locale): string {
	if (problem === 'development-year') return m.measure_error_development_year({ year: String(firstYear) }, { locale });
	if (problem === 'development-ends-early') return m.measure_error_development_end({ year: String(lastYear) }, { locale });
	return m.measure_error_development({}, { locale });
}
