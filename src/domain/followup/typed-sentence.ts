/** Text in both languages. */
type Both = { readonly da: string; readonly en: string };

/** A text in both languages as it was typed; an empty English one is as the Danish. */
export type TypedSentence = Both & {
	/** What the form was filled with; left out where it was empty. */
	readonly was?: Both;
};

/** A stored text to be typed on: an English one that only repeats the Danish stays empty, so that it follows when the Danish is changed. */
export function toTypedSentence({ da, en }: Both): TypedSentence {
	const filled = { da, en: en === da ? '' : en };
	return { ...filled, was: filled };
}

/** True where the Danish text was changed and the English one left as it stood beside the old. */
export function isEnglishLeft({ da, en, was }: TypedSentence): boolean {
	return was !== undefined && tidy(was.en) !== '' && tidy(en) === tidy(was.en) && tidy(da) !== tidy(was.da);
}

/** A text on one line, without outer spaces. */
export function tidy(text: string): string {
	return text.trim().replaceAll(/\s+/g, ' ');
}
