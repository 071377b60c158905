import { adjustableMailKinds, type AdjustableMailKind } from '#domain/followup/mail-content.ts';

/** The kind of mail that a form or an address names; the invitation for anything else. */
export function readKind(text: string | null): AdjustableMailKind {
	return adjustableMailKinds.find((kind) => kind === text) ?? 'invitation';
}
