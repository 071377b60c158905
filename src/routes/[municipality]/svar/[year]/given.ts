/** In the address of the page that follows an answer: the number of the initiative it was about. */
export const givenName = 'givet';

/** The initiative that has just been answered; null when none has. */
export function readGiven({ searchParams }: URL): string | null {
	return /^[\p{L}\d. -]{1,20}$/u.exec(searchParams.get(givenName) ?? '')?.[0] ?? null;
}
