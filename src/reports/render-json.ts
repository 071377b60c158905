import type { StatusReport } from './report-content.ts';

/**
 * The report as canonical JSON: keys sorted, texts in Unicode's composed form (NFC), no spaces, UTF-8 without a mark.
 * Two reports that say the same give the same bytes, on every machine; `contentHash` is the SHA-256 of exactly these.
 */
export function renderJson(report: StatusReport): Uint8Array {
	return new TextEncoder().encode(JSON.stringify(sorted(report)));
}

function sorted(value: unknown): unknown {
	if (typeof value === 'string') return value.normalize('NFC');
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).filter(([, part]) => part !== undefined);
	return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
}
