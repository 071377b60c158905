import type { Colour, Fulfilment, Progress } from '#domain/followup/assessment.ts';
import { wordReader } from './words.ts';

const colourWords = {
	green: 'grøn, grønt, grønn, green, grön, grönt, 🟢, 🟩',
	yellow: 'gul, gult, yellow, amber, 🟡, 🟨',
	red: 'rød, rødt, red, röd, rött, 🔴, 🟥',
	white: 'hvid, hvidt, white, vit, vitt, hvit, hvitt, ⚪, ⬜',
	pink: 'lyserød, lyserødt, lys rød, pink, rosa, ljusröd, ljusrött, light red, lyserosa',
} as const satisfies Record<Colour, string>;

const signs = new Map<string, Colour>(
	(Object.keys(colourWords) as Colour[]).flatMap((colour) =>
		colourWords[colour]
			.split(', ')
			.filter((word) => /[^\p{L}\s]/u.test(word))
			.map((word) => [word, colour] as const),
	),
);
const readWord = wordReader<Colour>(colourWords);

/** Understands a colour written as a word ("grøn", "Grøn: følger planen") or a sign; null when the text is something else. */
export function readColour(text: string): Colour | null {
	const sign = signs.get(text.trim());
	if (sign) return sign;
	const answer = /\p{L}/u.test(text) ? readWord(text) : { value: null };
	if (answer.value === null) return null;
	// "Gul og grøn affaldsspand …" begins with a colour but is prose: only a short text or a colour with its explanation counts.
	return answer.how === 'whole' || /^[^\p{L}]*\p{L}+(?:\s\p{L}+)?\s*[:–-]\s/u.test(text) ? answer.value : null;
}

/** The colour when it belongs to the progress scale, else null. */
export function asProgress(colour: Colour): Progress | null {
	return colour === 'pink' ? null : colour;
}

/** The colour when it belongs to the fulfilment scale, else null. */
export function asFulfilment(colour: Colour): Fulfilment | null {
	return colour === 'white' ? null : colour;
}
