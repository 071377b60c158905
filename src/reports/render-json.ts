import { writeCanonicalJson } from './canonical-json.ts';
import type { FrozenRound } from './frozen-round.ts';

/** The report's data: canonical JSON as UTF-8 without a mark. Its SHA-256 is the hash that every file of a whole report prints. */
export function renderJson(frozen: FrozenRound): Uint8Array {
	return new TextEncoder().encode(writeCanonicalJson(frozen));
}
