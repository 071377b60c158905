/** Reads a year such as `2023` from an address or a form; `undefined` for anything that is not a year of four digits. */
export function readYear(text: unknown): number | undefined {
	const year = typeof text === 'string' && /^\d{4}$/.test(text.trim()) ? Number(text) : undefined;
	return year !== undefined && year >= 1990 && year <= 2100 ? year : undefined;
}
