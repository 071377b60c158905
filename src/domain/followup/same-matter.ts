/**
 * Whether two titles are about the same thing although worded differently: at least half of their pairs of neighbouring
 * letters are shared (Dice's measure). Spaces, hyphens, case and endings do not matter, so a title broken by a line's end is the same.
 */
export function isSameMatter(left: string, right: string): boolean {
	const one = listPairs(left);
	const two = listPairs(right);
	if (one.size === 0 || two.size === 0) return one.size === two.size;
	let shared = 0;
	for (const pair of one) if (two.has(pair)) shared += 1;
	return (2 * shared) / (one.size + two.size) >= 0.5;
}

function listPairs(text: string): Set<string> {
	const letters = text.toLocaleLowerCase('da').replace(/[^\p{L}\p{N}]+/gu, '');
	const pairs = new Set<string>();
	for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2));
	if (letters.length === 1) pairs.add(letters);
	return pairs;
}
