/**
 * Whether two texts are one value spelled in two ways: equal apart from case, spaces and punctuation, or a slip apart
 * ("Delvis i gang", "Delvist igang"). Texts that differ in a digit, in a short word ("Afdeling A", "Afdeling B") or in their
 * first letter ("Afklaret", "Uafklaret") are two values.
 */
export function isSameSpelling(left: string, right: string): boolean {
	const one = squeeze(left);
	const two = squeeze(right);
	if (one === two) return true;
	if (one[0] !== two[0] || getDigits(one) !== getDigits(two) || differInShortWord(left, right)) return false;
	const length = Math.min(one.length, two.length);
	// Longer texts are sentences, not values of a list.
	if (length > 120) return false;
	const slips = length >= 16 ? 2 : length >= 8 ? 1 : 0;
	return Math.abs(one.length - two.length) <= slips && countEdits(one, two) <= slips;
}

function squeeze(text: string): string {
	return text.toLocaleLowerCase('da').replace(/[^\p{L}\p{N}]+/gu, '');
}

function getDigits(text: string): string {
	return text.replace(/\P{N}+/gu, ' ').trim();
}

function differInShortWord(left: string, right: string): boolean {
	const one = listWords(left);
	const two = listWords(right);
	if (one.length !== two.length) return false;
	return one.some((word, i) => word !== two[i] && Math.min(word.length, two[i]?.length ?? 0) < 4);
}

function listWords(text: string): string[] {
	return text.toLocaleLowerCase('da').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Levenshtein's distance: how many letters must be put in, left out or changed. */
function countEdits(left: string, right: string): number {
	let row = Array.from({ length: right.length + 1 }, (_, i) => i);
	for (let i = 1; i <= left.length; i++) {
		const next = [i];
		for (let j = 1; j <= right.length; j++) {
			const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
			next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[right.length] ?? 0;
}
