/** The page to come back to, from an address or a form: a path of our own, or nothing. */
export function readReturn(text: string | null): string {
	// Browsers read a backslash as a slash, and two slashes as another host.
	return text && /^\/(?![/\\])[^\s\\]*$/.test(text) && text.length <= 500 ? text : '';
}
