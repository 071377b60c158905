import { findQuantities, type FoundQuantity } from '#domain/shared/find-quantities.ts';
import type { Finding } from '../finding.ts';
import { makeFinding, type CheckInput } from './check-input.ts';

/** Totals whose stated parts make another sum, in the remark and the text on CO2. */
export function checkSums({ lines }: CheckInput): Finding[] {
	return lines.flatMap(({ initiative, assessment }) =>
		[assessment.remark, initiative.co2RelationText].flatMap((text) => {
			const wrong = text === null ? null : findWrongSum(text);
			if (!wrong) return [];
			const { total, parts, sum } = wrong;
			const details = { total: total.value, sum, unit: total.unit ?? '', parts: parts.map((part) => String(part.value)).join(' + ') };
			const matter = [total.value, ...parts.map((part) => part.value)];
			return [makeFinding({ rule: 'sum-does-not-add-up', severity: 'wrong', number: initiative.number, text, details, matter })];
		}),
	);
}

export type WrongSum = { readonly total: FoundQuantity; readonly parts: readonly FoundQuantity[]; readonly sum: number };

// Between two parts stands what the first is for ("for Vedde") and a joining word, and nothing else.
const joint =
	/^(?:\s+(?:for|fra|til|ved|i|på|from|at)(?:\s+[\p{L}\p{N}/-]+){1,5}?)?\s*(?:,|\+|(?:,\s*)?\s(?:og|samt|and))\s*(?:ca\.\s*)?$/iu;
const opening = /(?:\(|:|\bheraf|\bfordelt på|\bbestående af|\bof which)[^().:;]{0,60}$/iu;
const totalBefore = /(?:i alt|samlet|total\w*|tilsammen|sum|in all)[^.;]{0,30}$/iu;

/**
 * Finds a list of parts ("13.000 ton for A og 23.000 for B") and the total they belong to, when the two disagree.
 * The list stands in brackets, after a colon or after "heraf", is added with plus, or its total is called one ("i alt");
 * the total is the nearest quantity of the same unit outside the list and larger than every part. Rounding in the last
 * printed digit is allowed for.
 */
export function findWrongSum(text: string): WrongSum | null {
	const found = findQuantities(text).filter((one) => !isYear(one));
	for (const parts of listParts(text, found)) {
		const unit = parts.find((part) => part.unit !== null)?.unit ?? null;
		const first = parts[0];
		if (unit === null || !first) continue;
		const sum = addUp(parts);
		const largest = Math.max(...parts.map((part) => part.value));
		const candidates = found.filter((one) => one.unit === unit && !parts.includes(one) && one.value > largest);
		const total = candidates.sort((left, right) => getDistance(left, parts) - getDistance(right, parts))[0];
		if (!total || getDistance(total, parts) > 200 || !isMeant(text, total, parts)) continue;
		const step = 10 ** -Math.min(total.decimals, ...parts.map((part) => part.decimals));
		// A hair of room: in binary 33,5 - 33,4 is a little more than 0,1.
		if (Math.abs(sum - total.value) > (parts.length * step) / 2 + step / 1000) return { total, parts, sum };
	}
	return null;
}

/** The sum as a person would write it, without the dust that binary fractions leave. */
function addUp(parts: readonly FoundQuantity[]): number {
	const decimals = Math.max(...parts.map((part) => part.decimals));
	return Number(parts.reduce((total, part) => total + part.value, 0).toFixed(decimals));
}

function listParts(text: string, found: readonly FoundQuantity[]): FoundQuantity[][] {
	const lists: FoundQuantity[][] = [];
	for (const one of found) {
		const last = lists.at(-1)?.at(-1);
		if (last && joint.test(text.slice(last.end, one.start)) && isSameUnit(last, one)) lists.at(-1)?.push(one);
		else lists.push([one]);
	}
	return lists.filter((list) => list.length > 1);
}

function isSameUnit(left: FoundQuantity, right: FoundQuantity): boolean {
	return left.unit === null || right.unit === null || left.unit === right.unit;
}

/** "Mellem 1 og 2" is one amount that is not known yet, not two. */
const rangeBefore = /(?:mellem|between|fra|from)\s*$/iu;

/** Plain four digits without a unit: 2025. A quantity that large is written 2.025 in these documents. */
function isYear(one: FoundQuantity): boolean {
	return one.unit === null && /^(?:19|20|21)\d\d$/.test(one.text);
}

function isMeant(text: string, total: FoundQuantity, parts: readonly FoundQuantity[]): boolean {
	const [first] = parts;
	if (!first || rangeBefore.test(text.slice(0, first.start))) return false;
	const isAdded = parts.some((part, i) => i > 0 && /\+/.test(text.slice(parts[i - 1]?.end, part.start)));
	return isAdded || opening.test(text.slice(0, first.start)) || totalBefore.test(text.slice(0, total.start));
}

function getDistance(total: FoundQuantity, parts: readonly FoundQuantity[]): number {
	const start = parts[0]?.start ?? 0;
	const end = parts.at(-1)?.end ?? 0;
	return total.start < start ? start - total.end : total.start - end;
}
