import { guardFormula } from '#reports/render-csv.ts';

/** One line of separated values as a Danish Excel opens them. What is neither text nor number stands as JSON. */
export function writeCsvLine(values: readonly unknown[]): string {
	return `${values.map(writeField).join(';')}\r\n`;
}

function writeField(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	const text = guardFormula(typeof value === 'string' ? value : JSON.stringify(value));
	return /[;"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
