import { isDeepStrictEqual } from 'node:util';
import type { AnswerDraft } from '#domain/followup/answer-rules.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { AnswerRow, StoredDraft } from '#storage/answers.ts';

/**
 * Throws conflict `answer.changed-meanwhile` when the answer is no longer the one that was shown. What the same open page has saved
 * since is no conflict: the page may never have got the answer to it.
 */
export function checkAnswerVersion(
	answer: AnswerRow,
	{ number, version, editor }: { readonly number: string; readonly version: number; readonly editor?: string | null },
): void {
	if (answer.version === version) return;
	const isOwn = Boolean(editor) && answer.draft?.editor === editor && version < answer.version;
	if (!isOwn) throw new DomainError('conflict', 'answer.changed-meanwhile', { name: number.slice(0, 40) });
}

/** True when this person has saved this very text already. */
export function hasTyped(draft: StoredDraft, who: string, content: AnswerDraft): boolean {
	return draft.who === who && isDeepStrictEqual(draft.content, { ...content });
}
