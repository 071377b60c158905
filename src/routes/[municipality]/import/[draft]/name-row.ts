/** The name of an initiative's row within the preview, for its id and for addresses that lead to it: a header holds ASCII only. */
export function nameRow(number: string): string {
	return `raekke-${encodeURIComponent(number)}`;
}
