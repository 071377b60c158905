/** Words as they stand in an SVG. */
export function escapeText(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A measure of an SVG, to a hundredth. */
export function fixed(value: number): string {
	return String(Math.round(value * 100) / 100);
}
