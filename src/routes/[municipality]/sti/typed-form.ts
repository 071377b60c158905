import { readPoints } from '#domain/pathway/development.ts';
import { factorBases, type Amount, type CellFactor, type Series } from '#domain/pathway/model.ts';
import { parseDanishNumber } from '#domain/shared/danish-number.ts';
import { mostFigure } from '#domain/shared/figure-bounds.ts';
import { parseYear } from '#domain/shared/year.ts';
import { formatNumber } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

/** A form as it is typed, by the names of its fields; what may be chosen more than once stands on a line each. */
export type Texts = Readonly<Record<string, string>>;

/** What is wrong, by the name of the field. */
export type Errors = Readonly<Record<string, string>>;

/** Reads fields one by one and remembers what is wrong, so that everything is told at once. */
export class TypedForm {
	readonly errors: Record<string, string> = {};
	readonly #texts: Texts;
	readonly locale: Locale;

	constructor(texts: Texts, locale: Locale) {
		this.#texts = texts;
		this.locale = locale;
	}

	get(name: string): string {
		return this.#texts[name] ?? '';
	}

	/** What was chosen of several. */
	list(name: string): string[] {
		return this.get(name).split('\n').filter(Boolean);
	}

	refuse(name: string, sentence: string): void {
		this.errors[name] ??= sentence;
	}

	/** A number between two ends; null when nothing is typed. */
	number(name: string, least = -mostFigure, most = mostFigure): number | null {
		const text = this.get(name);
		if (text === '') return null;
		const value = parseDanishNumber(text);
		if (value !== undefined && value >= least && value <= most) return value;
		const isShare = least === 0 && most === 100;
		if (!isShare && value !== undefined && value > most) this.#refuseMore(name, most);
		else this.refuse(name, isShare ? m.measure_error_share({}, this) : m.measure_error_number({}, this));
		return null;
	}

	/** Per cent as a share; null when nothing is typed. */
	share(name: string): number | null {
		const perCent = this.number(name, 0, 100);
		return perCent === null ? null : perCent / 100;
	}

	/** A number where one must be stated. */
	needed(name: string, least?: number, most?: number): number {
		if (this.get(name) === '') this.refuse(name, m.measure_error_number_missing({}, this));
		return this.number(name, least, most) ?? 0;
	}

	year(name: string): number | null {
		if (this.get(name) === '') return null;
		const year = parseYear(this.get(name));
		if (year === undefined) this.refuse(name, m.measure_error_year({}, this));
		return year ?? null;
	}

	neededYear(name: string): number {
		if (this.get(name) === '') this.refuse(name, m.measure_error_year({}, this));
		return this.year(name) ?? 0;
	}

	/** Most likely value, with lowest and highest where both are typed; divided by `scale`. */
	amount(name: string, most: number, scale: number): Amount {
		const mid = this.needed(`${name}.mid`, 0, most);
		const [low, high] = [this.number(`${name}.low`, 0, most), this.number(`${name}.high`, 0, most)];
		if (low === null && high === null) return mid / scale;
		if (low === null || high === null || low > mid || mid > high) this.refuse(`${name}.low`, m.measure_error_range({}, this));
		return { low: (low ?? 0) / scale, mid: mid / scale, high: (high ?? 0) / scale };
	}

	/** One figure for all years, or figures of some, none of them beyond `most`. */
	series(name: string, most: number): Series {
		const value = parseDanishNumber(this.get(name));
		if (value !== undefined) return this.within(name, value, most);
		const points = readPoints(this.get(name));
		if (points) return this.within(name, { years: Object.fromEntries(points), interpolate: true }, most);
		this.refuse(name, m.measure_error_series({}, this));
		return 0;
	}

	/** The series; refused where one of its figures is beyond `most`. */
	within(name: string, series: Series, most: number): Series {
		const values = typeof series === 'number' ? [series] : Object.values(series.years);
		if (values.some((value) => value !== null && Math.abs(value) > most)) this.#refuseMore(name, most);
		return series;
	}

	#refuseMore(name: string, most: number): void {
		this.refuse(name, m.measure_error_most({ most: formatNumber(most, this.locale, 0) }, this));
	}
}

/** The year a factor describes, the last it may be used for, and what it covers; `names` are those of the fields. */
export function readValidity(
	form: TypedForm,
	names: Readonly<Record<'year' | 'validTo' | 'basis', string>>,
): Pick<CellFactor, 'year' | 'validTo' | 'basis'> {
	const [year, validTo] = [form.year(names.year), form.year(names.validTo)];
	if (year !== null && validTo !== null && validTo < year) form.refuse(names.validTo, m.measure_error_valid_before({}, form));
	return { year, validTo, basis: factorBases.find((each) => each === form.get(names.basis)) ?? 'direct' };
}
