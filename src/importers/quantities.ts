import type { Quantity } from '#domain/plan/initiative.ts';
import { parseDanishNumber } from '#domain/shared/danish-number.ts';

const form = /^(?:ca\.?\s*|mindst\s+|op til\s+)?([-−–]?\d[\d.\u00a0\u202f ]*(?:,\d+)?)\s*(.*)$/s;
const against =
	/^(.*?)[\s,(]*(?:i forhold til|ift\.?|sammenlignet med|fra|against|compared (?:to|with)|from|jämfört med|sammenlignet med)\s+(.+?)\)?$/is;

/** A longer text is prose that begins with a number. */
const longest = 300;

/** Reads a promised quantity: `125 ladestandere`, `85 % i forhold til 1990`. Null when the text does not begin with a number and a unit. */
export function readQuantity(text: string): Quantity | null {
	const trimmed = text.trim();
	const parts = trimmed.length > longest ? null : form.exec(trimmed);
	const value = parts?.[1] === undefined ? undefined : parseDanishNumber(parts[1].trim());
	const rest = parts?.[2]?.trim();
	if (value === undefined || !rest) return null;
	const basis = against.exec(rest);
	const unit = (basis?.[1] ?? rest).trim();
	return unit ? { value, unit, basis: basis?.[2]?.trim() ?? null } : null;
}
