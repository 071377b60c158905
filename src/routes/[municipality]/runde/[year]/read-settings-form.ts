import { answerFields } from '#domain/followup/answer.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { guideChoices, type EditRoundInput } from '#usecases/round/inputs.ts';
import { readText } from '#web/read-form.ts';

type Settings = Omit<EditRoundInput, 'municipality' | 'year'>;

/** What was sent about the round as a whole and not taken, with why. */
export type Managed = {
	readonly what: 'settings' | 'withdraw';
	readonly message: string;
	readonly typed: Partial<Settings> & { readonly reason?: string };
};

/** The round's settings as the form has them. What a form does not offer stays as it is. */
export function readSettingsForm(form: FormData, run: Pick<RoundRun, 'askedFields' | 'remarkLimit'>): Settings {
	const limit = readText(form, 'remarkLimit');
	const offersQuestions = form.has('guide');
	return {
		version: Number(readText(form, 'version')),
		deadline: readText(form, 'deadline'),
		contact: readText(form, 'contact') || null,
		...(form.has('statusDate') ? { statusDate: readText(form, 'statusDate') } : {}),
		askedFields: offersQuestions ? answerFields.filter((field) => form.getAll('field').includes(field)) : run.askedFields,
		// What is no number is refused by the rules, with their own sentence.
		remarkLimit: offersQuestions ? (/^\d{1,6}$/.test(limit) ? Number(limit) : 0) : run.remarkLimit,
		guide: guideChoices.find((choice) => choice === form.get('guide')) ?? 'kept',
	};
}
