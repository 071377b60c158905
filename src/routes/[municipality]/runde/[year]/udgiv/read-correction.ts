import type { AnswerDraft } from '#domain/followup/answer-rules.ts';
import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import type { RoundMeeting } from '#domain/followup/round-stage.ts';
import { readText } from '#web/read-form.ts';

/** What was typed on the page of a correction. */
export type TypedCorrection = {
	readonly version: number;
	readonly reason: string;
	readonly plan: 'as published' | 'as it is now';
	/** Numbers of the initiatives that are to be corrected; those chosen last have no fields yet. */
	readonly chosen: readonly string[];
	readonly corrections: readonly { readonly number: string; readonly change: TypedChange }[];
	readonly facts: { readonly statusDate: string; readonly meeting: RoundMeeting };
	/** Hash of the preview that is confirmed; empty when there was none. */
	readonly sha256: string;
};

export type TypedChange = Pick<AnswerDraft, 'state' | 'progress' | 'fulfilment' | 'remark' | 'colourReason'>;
export const changeFields = ['state', 'progress', 'fulfilment', 'remark', 'colourReason'] as const satisfies readonly (keyof TypedChange)[];

/** Reads the form of a correction: the fields of every initiative that is still chosen, named `20a state`. */
export function readCorrection(form: FormData): TypedCorrection {
	const read = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
	const chosen = read('indsats');
	return {
		version: Number(readText(form, 'version')),
		reason: readText(form, 'reason'),
		plan: form.get('plan') === 'now' ? 'as it is now' : 'as published',
		chosen,
		corrections: read('number')
			.filter((number) => chosen.includes(number))
			.map((number) => ({ number, change: readChange(form, number) })),
		facts: {
			statusDate: readText(form, 'statusDate'),
			meeting: { body: readText(form, 'body'), date: readText(form, 'date'), caseNumber: readText(form, 'caseNumber') },
		},
		sha256: readText(form, 'sha256'),
	};
}

function readChange(form: FormData, number: string): TypedChange {
	const read = (field: string) => readText(form, `${number} ${field}`);
	const choose = <Value extends string>(values: readonly Value[], field: string) => values.find((value) => value === read(field)) ?? null;
	return {
		state: choose(states, 'state'),
		progress: choose(progressColours, 'progress'),
		fulfilment: choose(fulfilmentColours, 'fulfilment'),
		remark: read('remark').replaceAll('\r\n', '\n') || null,
		colourReason: read('colourReason').replaceAll('\r\n', '\n') || null,
	};
}
