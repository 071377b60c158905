/** What a heading is known by: two are one section without regard to case and spaces. Both comparing and storing go by it. */
export function getSectionKey(title: string): string {
	return title.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('da');
}
