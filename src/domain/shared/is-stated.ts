/** Whether a text says anything: more than nothing, spaces and signs such as "-". */
export function isStated(text: string | null): boolean {
	return text !== null && /[\p{L}\p{N}]/u.test(text);
}
