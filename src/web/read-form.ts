/** A text field of a form, trimmed and without null characters, which no database can hold; empty when it is missing or a file. */
export function readText(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.replaceAll('\u0000', '').trim() : '';
}

/** A number hidden in a form, such as a version; 0 when it is none. */
export function readCount(form: FormData, name: string): number {
	const value = Number(readText(form, name));
	return Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

/** A file of a form with its bytes; `undefined` when none was chosen. */
export async function readFile(
	form: FormData,
	name: string,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array } | undefined> {
	const value = form.get(name);
	// A browser sends an empty file without a name when nothing was chosen.
	if (!(value instanceof File) || value.name === '') return undefined;
	return { fileName: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
}
