import { getNameKey } from '../shared/name-key.ts';

/** What a heading is known by: two are one section without regard to case and spaces. Both comparing and storing go by it. */
export function getSectionKey(title: string): string {
	return getNameKey(title);
}
