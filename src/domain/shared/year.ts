/** Whether a number is a year that anything here can be of: 1900 to 2199, as the database also says. */
export function isYear(year: number): boolean {
	return Number.isInteger(year) && year >= 1900 && year <= 2199;
}

/** Reads a year of four digits, such as `2023`; `undefined` for anything else. */
export function parseYear(text: string): number | undefined {
	return /^\d{4}$/.test(text) && isYear(Number(text)) ? Number(text) : undefined;
}
