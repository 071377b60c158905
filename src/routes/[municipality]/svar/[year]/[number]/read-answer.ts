import type { AnswerDraft } from '#domain/followup/answer-rules.ts';
import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import { readText } from '#web/read-form.ts';

/** An answer as the form has it. A choice that is none of the offered ones counts as not made. */
export function readAnswer(form: FormData): AnswerDraft {
	const choose = <Value extends string>(name: string, values: readonly Value[]): Value | null =>
		values.find((value) => value === form.get(name)) ?? null;
	return {
		state: choose('state', states),
		progress: choose('progress', progressColours),
		fulfilment: choose('fulfilment', fulfilmentColours),
		fulfilmentText: readText(form, 'fulfilmentText') || null,
		remark: readText(form, 'remark') || null,
		colourReason: readText(form, 'colourReason') || null,
	};
}

/** A word of the page's script, handed on to the page that follows: that it comes says that what was sent has been taken. */
export function addReceipt(address: string, form: FormData): string {
	const receipt = readText(form, 'receipt');
	return /^[\w-]{1,40}$/.test(receipt) ? `${address}${address.includes('?') ? '&' : '?'}kvittering=${receipt}` : address;
}

/** Which version the page was made with, and the word it chose for itself. */
export function readSave(form: FormData): { readonly version: number; readonly editor: string | null } {
	const version = Number(form.get('version'));
	return { version: Number.isSafeInteger(version) ? version : -1, editor: readText(form, 'editor').slice(0, 80) || null };
}
