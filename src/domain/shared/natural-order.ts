const pieces = /\d+|\D+/g;

/**
 * Orders initiative numbers as people count: 2 before 20a before 20b before 21, `A.2` before `A.10`.
 * Case and surrounding space do not matter. Returns a negative number, 0 or a positive number.
 */
export function compareNaturally(left: string, right: string): number {
	const one = left.trim().toLowerCase().match(pieces) ?? [];
	const two = right.trim().toLowerCase().match(pieces) ?? [];
	for (let i = 0; i < Math.min(one.length, two.length); i++) {
		const order = comparePieces(one[i] ?? '', two[i] ?? '');
		if (order !== 0) return order;
	}
	return one.length - two.length;
}

function comparePieces(left: string, right: string): number {
	if (isDigits(left) && isDigits(right)) {
		const one = left.replace(/^0+(?=\d)/, '');
		const two = right.replace(/^0+(?=\d)/, '');
		// Longer means larger once leading zeros are gone; exact for numbers beyond what a float can hold.
		return one.length - two.length || compareText(one, two);
	}
	return compareText(left, right);
}

function isDigits(text: string): boolean {
	return text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57;
}

function compareText(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0;
}

const danish = new Intl.Collator('da', { sensitivity: 'base', numeric: true });

/** Orders words as a Danish reader expects (æ, ø, å last), numbers inside them by value. */
export function compareWords(left: string, right: string): number {
	return danish.compare(left, right);
}
