/** Numbers are compared without case and inner spaces: `20 A` in one document is `20a` in another. */
export function getNumberKey(number: string): string {
	return number.replace(/\s+/g, '').toLowerCase();
}
