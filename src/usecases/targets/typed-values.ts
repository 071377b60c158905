import { DomainError } from '#domain/shared/domain-error.ts';
import { parseDanishNumber } from '#domain/shared/danish-number.ts';
import { parseYear } from '#domain/shared/year.ts';

/** A year as typed; null when nothing is. Throws invalid `target.year-form`. */
export function readYear(text: string, field: string): number | null {
	if (text.trim() === '') return null;
	const year = parseYear(text.trim());
	if (year === undefined) throw new DomainError('invalid', 'target.year-form', { field, text: text.slice(0, 40) });
	return year;
}

/** A number typed the Danish way; null when nothing is. Throws invalid `target.number-form`. */
export function readNumber(text: string, field: string): number | null {
	if (text.trim() === '') return null;
	const number = parseDanishNumber(text);
	if (number === undefined) throw new DomainError('invalid', 'target.number-form', { field, text: text.slice(0, 40) });
	return number;
}

/** A text as it is stored; null when nothing is typed. */
export function readWords(text: string): string | null {
	return text.trim().slice(0, 1000) || null;
}

/** One of some values; undefined for anything else. */
export function readChoice<Value extends string>(values: readonly Value[], text: string): Value | undefined {
	return values.find((value) => value === text);
}
