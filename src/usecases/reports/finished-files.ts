/** A report as PDF is a few hundred kilobytes. */
const mostKept = 32;
const kept = new Map<string, Promise<Uint8Array>>();

/**
 * A file that was made before of the same content, else a new one. Setting a PDF takes a good part of a second, and
 * anybody may ask for one as often as they like. `key` must name the whole content (its hash) and its form: then
 * what is remembered can never be older than what is asked for.
 */
export function getFinishedFile(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
	const file = kept.get(key) ?? make();
	// Taken out and put back: a Map keeps the order, so the longest unused stand first.
	kept.delete(key);
	kept.set(key, file);
	file.catch(() => kept.delete(key));
	for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
	return file;
}
