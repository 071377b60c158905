import { error as throwError } from '@sveltejs/kit';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { writeKept } from '#text/write-kept.ts';
import { editAssessments } from '#usecases/round/edit-assessments.ts';
import type { EditedAssessments } from '#usecases/round/results.ts';
import { readText } from '#web/read-form.ts';
import { describeDomainError } from '#web/to-response.ts';
import { readAnswerForm, readVersion } from './read-board-forms.ts';
import type { Refused } from './refused.ts';

type SaveInput = { readonly municipality: string; readonly year: number; readonly form: FormData };
type Outcome = { readonly number: string } & (
	| { readonly saved: EditedAssessments; readonly refused: null }
	| { readonly saved: null; readonly refused: { readonly status: number; readonly answer: Refused } }
);

const isClosed = (code: string) => code === 'round.closed-for-editing' || code === 'round.published';

/** Saves what the form of one initiative says. What is refused comes back with what was typed; a conflict shows both texts. */
export async function saveAnswer({ context, locale }: App.Locals, { municipality, year, form }: SaveInput): Promise<Outcome> {
	const number = readText(form, 'number');
	const change = readAnswerForm(form);
	try {
		const edits = [{ number, version: readVersion(form), change }];
		return { number, saved: await editAssessments(context, { municipality, year, edits }), refused: null };
	} catch (error) {
		if (!isDomainError(error)) throw error;
		const { status, message } = describeDomainError(error, locale);
		// The page, or its form, is gone: what was typed is shown where the reader is told so.
		if (error.kind === 'not-found' || isClosed(error.code)) throwError(status, message, { kept: writeKept(change, null, locale) });
		const isConflict = error.code === 'answer.changed-meanwhile';
		return { number, saved: null, refused: { status, answer: { number, message, isConflict, typed: change } } };
	}
}
