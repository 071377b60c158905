const number = /^(?:\p{L}{1,3}[-.]?)?\d{1,7}(?:[.-]\d{1,4}){0,4}\s*[a-zæøå]?$/iu;
const inFront =
	/^(?:(?:indsats|tiltag|handling|initiative|action|measure|åtgärd|insats|tiltak)\s*(?:nr\.?\s*)?)?(\d{1,3}(?:\.\d{1,3}){0,3}[a-zæøå]?)(?:[.):]|\s*[–-]|(?=\s))\s+(.+)$/isu;
const inFrontAlone =
	/^(?:indsats|tiltag|handling|initiative|action|measure|åtgärd|insats|tiltak)\s*(?:nr\.?\s*)?(\d{1,3}(?:\.\d{1,3}){0,3}[a-zæøå]?)\.?$/isu;

/** The initiative's number as printed, without the spaces, line breaks and full stop it may be set with: `20\na` is `20a`. Null when it is none. */
export function readNumber(text: string): string | null {
	const trimmed = text
		.trim()
		.replace(/^nr\.?\s*/i, '')
		.replace(/[.:)]$/, '');
	return number.test(trimmed) ? trimmed.replace(/\s+/g, '') : null;
}

/** True for a text that is a number of an initiative and nothing else. */
export function isNumber(text: string): boolean {
	return readNumber(text) !== null;
}

/** Splits `12. Ladestandere` or `Indsats 12: Ladestandere`; null when no number stands in front. */
export function splitNumber(text: string): { readonly number: string; readonly title: string } | null {
	const parts = inFront.exec(text.trim());
	if (parts?.[1] && parts[2]) return { number: parts[1].replace(/\s+/g, ''), title: parts[2].trim() };
	const alone = inFrontAlone.exec(text.trim());
	return alone?.[1] ? { number: alone[1].replace(/\s+/g, ''), title: '' } : null;
}

/** True for a text with an initiative's number in front. */
export function startsWithNumber(text: string): boolean {
	return splitNumber(text) !== null;
}
