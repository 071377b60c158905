/** What a name is known by: two are one without regard to case and spaces. */
export function getNameKey(name: string): string {
	return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('da');
}
