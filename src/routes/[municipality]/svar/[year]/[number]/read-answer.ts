import type { AnswerDraft } from '#domain/followup/answer-rules.ts';
import { fulfilmentColours, progressColours, states, type Progress, type State } from '#domain/followup/assessment.ts';
import type { ShownColours } from '#domain/followup/moved-colour.ts';
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

/** What the form said would follow from each state; undefined where it is none of ours. */
export function readShownColours(form: FormData): ShownColours | undefined {
	const shown = readText(form, 'shown').split(' ');
	const pick = (at: number) => progressColours.find((colour) => colour === shown[at]) ?? null;
	if (shown.length !== states.length) return undefined;
	return Object.fromEntries(states.map((state, at) => [state, pick(at)])) as Record<State, Progress | null>;
}

/** The same as the form has it. */
export function writeShownColours(colours: ShownColours): string {
	return states.map((state) => colours[state] ?? '-').join(' ');
}

/** The colour that "unchanged" was said to have; undefined where nothing was said. */
export function readShownColour(form: FormData): Progress | null | undefined {
	if (!form.has('unchangedShown')) return undefined;
	return progressColours.find((colour) => colour === form.get('unchangedShown')) ?? null;
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
