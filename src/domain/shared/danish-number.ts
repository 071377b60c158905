const form = /^([-−–+])?(\d{1,3}(?:[.\u00a0\u202f ]\d{3})+|\d+)(?:,(\d+))?$/;

/**
 * Reads a number written the Danish way: point or space between groups of three, comma before decimals.
 * `1.234,5` is 1234.5 and `13.000` is thirteen thousand. `undefined` for anything else, also for `0.5` and `1.50`,
 * which are not Danish numbers: guessing would turn a half into five.
 */
export function parseDanishNumber(text: string): number | undefined {
	const parts = form.exec(text.trim());
	const whole = parts?.[2];
	if (!parts || whole === undefined || /^0\D/.test(whole)) return undefined;
	const size = Number(`${whole.replace(/\D/g, '')}.${parts[3] ?? '0'}`);
	// More digits than a number can hold are no quantity.
	if (!Number.isFinite(size)) return undefined;
	return parts[1] && parts[1] !== '+' && size !== 0 ? -size : size;
}
