/** The id of an initiative's row on the page, for links that come back to it. */
export function nameBoardRow(number: string): string {
	return `i-${encodeURIComponent(number.toLowerCase())}`;
}

/** The id of the form of an initiative's answer, which buttons elsewhere on the page send. */
export function nameAnswerForm(number: string): string {
	return `answer-${encodeURIComponent(number.toLowerCase())}`;
}
