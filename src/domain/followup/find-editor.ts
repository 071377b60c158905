/** What somebody wrote in an answer after it was given: its content before and after. */
export type LaterEdit = { readonly initiativeId: string; readonly who: string; readonly before: unknown; readonly after: unknown };

type Given = { readonly initiativeId: string; readonly answeredBy: string | null };

/**
 * Who wrote what now stands of an answer that somebody else gave; null where it stands as it was given, also after an undo.
 * @param edits of the round, oldest first
 */
export function findEditor(edits: readonly LaterEdit[], { initiativeId, answeredBy }: Given): string | null {
	const own = edits.filter((edit) => edit.initiativeId === initiativeId);
	const write = (content: unknown) => JSON.stringify(content);
	const now = write(own.at(-1)?.after);
	if (now === write(own[0]?.before)) return null;
	const who = own.find(({ after }) => write(after) === now)?.who ?? null;
	return who === answeredBy ? null : who;
}
