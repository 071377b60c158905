import type { AnswerDraft } from '#domain/followup/answer-rules.ts';
import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import type { NumberAndVersion } from '#usecases/round/results.ts';
import { readText } from '#web/read-form.ts';

/** Chosen as a colour, this leaves a gap the gap it is. */
export const keepWord = 'behold';

/**
 * What the form of one initiative says; a field that is not in the form stays as it is. An empty choice of colour follows the guide,
 * and fills a gap only where a person chose it.
 */
export function readAnswerForm(form: FormData): Partial<AnswerDraft> {
	const read = <Value>(name: keyof AnswerDraft, value: Value) => (form.has(name) ? { [name]: value } : {});
	const text = (name: keyof AnswerDraft) => readText(form, name) || null;
	return {
		...read('state', find(states, readText(form, 'state'))),
		...(readText(form, 'progress') === keepWord ? {} : read('progress', find(progressColours, readText(form, 'progress')))),
		...read('fulfilment', find(fulfilmentColours, readText(form, 'fulfilment'))),
		...read('fulfilmentText', text('fulfilmentText')),
		...read('remark', text('remark')),
		...read('colourReason', text('colourReason')),
	};
}

/** The answer whose form something was sent from that is done to others as well; undefined where it was another form. */
export function readBeside(form: FormData) {
	return form.has('number') ? { number: readText(form, 'number'), version: readVersion(form), typed: readAnswerForm(form) } : undefined;
}

/** Chosen in place of a value, this takes the colour from the reading guide, or takes a fulfilment away. */
export const resetWord = 'nulstil';

/** What is changed in many at once; empty choices change nothing. A new state without a colour takes the guide's with it. */
export function readBulkChange(form: FormData): Partial<AnswerDraft> {
	const state = find(states, readText(form, 'state'));
	const [progress, fulfilment] = [readText(form, 'progress'), readText(form, 'fulfilment')];
	return {
		...(state ? { state } : {}),
		...(progress === '' ? {} : { progress: find(progressColours, progress), colourReason: readText(form, 'colourReason') || null }),
		...(fulfilment === '' ? {} : { fulfilment: find(fulfilmentColours, fulfilment) }),
	};
}

/** The initiatives that are ticked, each with the version it was shown in. */
export function readChosen(form: FormData): NumberAndVersion[] {
	return form.getAll('chosen').flatMap((value) => {
		const [, version, number] = /^(\d+):(.+)$/s.exec(String(value)) ?? [];
		return version === undefined || number === undefined ? [] : { number, version: Number(version) };
	});
}

/** An initiative as a tick says it. */
export function writeChosen({ number, version }: NumberAndVersion): string {
	return `${version}:${number}`;
}

/** A version that came with a form; -1, which nothing has, when it is none. */
export function readVersion(form: FormData): number {
	const text = readText(form, 'version');
	return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

function find<Value extends string>(list: readonly Value[], text: string): Value | null {
	return list.find((value) => value === text) ?? null;
}
