import { fulfilmentColours, progressColours, states, type Assessment } from '#domain/followup/assessment.ts';
import type { Correcting } from '#usecases/reports/apply-corrections.ts';
import { readText } from '#web/read-form.ts';

/** What was typed on the page of a correction. */
export type TypedCorrection = {
	readonly version: number;
	readonly reason: string;
	readonly plan: 'as published' | 'as it is now';
	readonly corrections: readonly Correcting[];
	/** Hash of the preview that is confirmed; empty when there was none. */
	readonly sha256: string;
};

/** Reads the form of a correction: the fields of every initiative that was chosen, named `20a state`. */
export function readCorrection(form: FormData): TypedCorrection {
	const numbers = form.getAll('number').filter((value) => typeof value === 'string');
	return {
		version: Number(readText(form, 'version')),
		reason: readText(form, 'reason'),
		plan: form.get('plan') === 'now' ? 'as it is now' : 'as published',
		corrections: numbers.map((number) => ({ number, change: readChange(form, number) })),
		sha256: readText(form, 'sha256'),
	};
}

function readChange(form: FormData, number: string): Pick<Assessment, 'state' | 'progress' | 'fulfilment' | 'remark'> {
	const read = (field: string) => readText(form, `${number} ${field}`);
	const choose = <Value extends string>(values: readonly Value[], field: string) => values.find((value) => value === read(field)) ?? null;
	return {
		state: choose(states, 'state'),
		progress: choose(progressColours, 'progress'),
		fulfilment: choose(fulfilmentColours, 'fulfilment'),
		remark: read('remark').replaceAll('\r\n', '\n') || null,
	};
}
