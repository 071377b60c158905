import { isDeepStrictEqual } from 'node:util';
import type { AnswerDraft } from '#domain/followup/answer-rules.ts';
import type { MovedColour } from '#domain/followup/moved-colour.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { AnswerRow, StoredDraft } from '#storage/answers.ts';

type Saved = Pick<AnswerRow, 'version' | 'draft'>;

/**
 * Throws conflict `answer.changed-meanwhile` when the answer is no longer the one that was shown. What the same open page has saved
 * since is no conflict, as long as nothing else has happened to the answer: the page may never have got the answer to it.
 */
export function checkAnswerVersion(
	answer: Saved,
	{ number, version, editor = null }: { readonly number: string; readonly version: number; readonly editor?: string | null },
): void {
	if (answer.version === version) return;
	const base = isOfPage(answer, editor) ? answer.draft?.base : null;
	const isOwn = typeof base === 'number' && base <= version && version < answer.version;
	if (!isOwn) throw new DomainError('conflict', 'answer.changed-meanwhile', { name: number.slice(0, 40) });
}

/** Throws conflict `answer.colour-moved` when a colour that follows is another than the page said: whoever sends it is to see it first. */
export function checkNotMoved(moved: MovedColour | null): void {
	if (moved) throw new DomainError('conflict', 'answer.colour-moved', { before: moved.before ?? '', after: moved.after });
}

/** True when this person has saved this very text already, and nothing has happened to the answer since. */
export function hasTyped({ version, draft }: Saved, who: string, content: AnswerDraft): boolean {
	return draft?.who === who && draft.version === version && isDeepStrictEqual(draft.content, { ...content });
}

/** What is typed, as it is stored with the next version of the answer. */
export function makeDraft(answer: Saved, typed: Pick<StoredDraft, 'content' | 'who'> & { readonly editor?: string | null }): StoredDraft {
	const editor = typed.editor?.slice(0, 80) ?? null;
	const base = isOfPage(answer, editor) ? answer.draft?.base : null;
	return { content: typed.content, who: typed.who, editor, base: base ?? answer.version, version: answer.version + 1 };
}

/** True when the answer has been changed in another way since what is typed was saved. */
export function isDraftOlder({ version, draft }: Saved): boolean {
	return draft !== null && draft.version !== null && draft.version !== version;
}

/** True when an open page saved last. */
function isOfPage({ version, draft }: Saved, editor: string | null): boolean {
	return Boolean(editor) && draft?.editor === editor && draft.version === version;
}
