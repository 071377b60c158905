import { createHash } from 'node:crypto';

/**
 * A value as canonical JSON: keys sorted, texts in Unicode's composed form (NFC), no spaces. Two values that say the same give
 * the same text on every machine. What is undefined is left out.
 */
export function writeCanonicalJson(value: unknown): string {
	return JSON.stringify(sort(value));
}

function sort(value: unknown): unknown {
	if (typeof value === 'string') return value.toWellFormed().normalize('NFC');
	if (Array.isArray(value)) return value.map(sort);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).filter(([, part]) => part !== undefined);
	return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, part]) => [key, sort(part)]));
}

/** SHA-256 of a text as UTF-8, or of bytes: 64 hexadecimal digits. */
export function hashContent(content: string | Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}
