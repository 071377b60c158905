import { DomainError } from '#domain/shared/domain-error.ts';

/** The word that takes a step back, of the ids of the entries it wrote in the history; null when it wrote none. */
export function writeUndo(changeIds: readonly number[]): string | null {
	return changeIds.length > 0 ? `${changeIds[0]}-${changeIds.at(-1)}` : null;
}

/** First and last id of such a word. Throws not-found `answer.edit-unknown`. */
export function readUndo(text: string): [number, number] {
	const parts = /^(\d{1,15})-(\d{1,15})$/.exec(text);
	const [first, last] = [Number(parts?.[1]), Number(parts?.[2])];
	if (!parts) throw new DomainError('not-found', 'answer.edit-unknown');
	return [first, last];
}
