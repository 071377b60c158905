/** The id of an initiative's row on the page, for links that come back to it. */
export function nameBoardRow(number: string): string {
	return `i-${encodeURIComponent(number.toLowerCase())}`;
}
