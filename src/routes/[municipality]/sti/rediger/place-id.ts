/** The id of a measure's row: without script the page comes back to the row that was moved. */
export function placeId(measure: string): string {
	return `raekke-${measure.replaceAll(/[^\w-]/g, '-')}`;
}
