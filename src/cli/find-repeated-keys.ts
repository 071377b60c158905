/**
 * The keys that an object of a JSON text has more than once, each with the line it stands on again. Reading the text takes the last of
 * them without a word.
 * @param text valid JSON
 */
export function findRepeatedKeys(text: string): { readonly key: string; readonly line: number }[] {
	const found: { key: string; line: number }[] = [];
	const open: Set<string>[] = [];
	let line = 1;
	for (const [token, key] of text.matchAll(/("(?:[^"\\]|\\.)*")(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}\n]/g)) {
		if (token === '\n') line++;
		else if (token === '{') open.push(new Set());
		else if (token === '}') open.pop();
		else if (key !== undefined) {
			const known = open.at(-1);
			const name = JSON.parse(key) as string;
			if (known?.has(name)) found.push({ key: name, line });
			known?.add(name);
		}
	}
	return found;
}
