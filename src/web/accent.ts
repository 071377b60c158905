/** The accents of `style/tokens.css`. */
export const accents = ['petrol', 'sea', 'indigo', 'violet', 'plum', 'slate', 'bronze'] as const;
export type Accent = (typeof accents)[number];

const chosen: Readonly<Record<string, Accent>> = { '0340': 'petrol', '0151': 'plum' };

/** A municipality's accent: chosen for some, for the rest fixed by the code so that it never changes. */
export function getAccent(municipalityCode: string): Accent {
	return chosen[municipalityCode] ?? accents[Number(municipalityCode) % accents.length] ?? 'slate';
}
