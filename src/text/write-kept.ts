import type { AnswerDraft } from '#domain/followup/answer-rules.ts';
import { describeValue, nameField } from './describe-value.ts';
import type { Locale } from './locale.ts';

const chosenFields = ['state', 'progress', 'fulfilment'] as const;
const writtenFields = ['remark', 'fulfilmentText', 'colourReason'] as const;

/** Everything of an answer that was chosen and written, one under the other, to be taken along; null when nothing was. */
export function writeKept(typed: Partial<AnswerDraft>, reason: string | null, locale: Locale): string | null {
	const chosen = chosenFields.flatMap((field) => {
		const value = describeValue(field, typed[field], locale);
		return value === null ? [] : [`${nameField(field, locale)}: ${value}`];
	});
	const texts = [chosen.join('\n'), ...writtenFields.map((field) => typed[field]), reason].filter(Boolean);
	return texts.length === 0 ? null : texts.join('\n\n');
}
