import { fulfilmentColours } from '#domain/followup/assessment.ts';
import type { Legend } from '#domain/followup/legend.ts';
import { legendLimits, type TypedLegend, type TypedRule } from '#domain/followup/make-legend.ts';
import { toTypedSentence, type TypedSentence } from '#domain/followup/typed-sentence.ts';
import type { SaveReadingGuideInput } from '#usecases/plan/save-reading-guide.ts';
import { readCount, readText } from '#web/read-form.ts';

/** Empty lines that stand after those that are there, and that come with each wish for more. */
const room = 2;

const emptyRule: TypedRule = { colour: '', priorities: [], states: [], sentence: { da: '', en: '' } };

/** A guide as the form shows it, with room for more lines; an empty one where there is none. */
export function toTyped(legend: Legend | null): TypedLegend {
	const { title, source = '', progress = [], fulfilment = [] } = legend ?? {};
	const typed: TypedLegend = {
		title: title ? toTypedSentence(title) : { da: '', en: '' },
		source,
		progress: progress.map((rule) => ({ ...rule, sentence: toTypedSentence(rule.sentence) })),
		fulfilment: fulfilment.map(({ colour, sentence }) => ({ colour, sentence: toTypedSentence(sentence) })),
	};
	return addLines(typed);
}

/** The same with room for more lines, as far as a guide may have them. */
export function addLines(typed: TypedLegend): TypedLegend {
	return { ...typed, progress: [...typed.progress, ...Array<TypedRule>(room).fill(emptyRule)].slice(0, legendLimits.lines) };
}

/** The guide that a form was sent with. */
export function readGuideForm(form: FormData): TypedLegend {
	const list = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
	const count = Math.min(readCount(form, 'lines'), legendLimits.lines + 1);
	return {
		title: readSentence(form, 'title'),
		source: readText(form, 'source'),
		progress: Array.from({ length: count }, (_, index) => ({
			colour: readText(form, `colour-${index}`),
			priorities: list(`priorities-${index}`),
			states: list(`states-${index}`),
			sentence: readSentence(form, `sentence-${index}`),
			isRemoved: form.has(`remove-${index}`),
		})),
		fulfilment: fulfilmentColours.map((colour) => ({ colour, sentence: readSentence(form, `fulfilment-${colour}`) })),
		keepsEnglish: form.has('keepsEnglish'),
	};
}

/** The version of the guide that a form was made from; null where there was none. */
export function readKnownGuide(form: FormData): SaveReadingGuideInput['known'] {
	const id = readText(form, 'known');
	return id === '' ? null : { id, version: readCount(form, 'version') };
}

function readSentence(form: FormData, name: string): TypedSentence {
	const read = (prefix: string) => ({ da: readText(form, `${prefix}-da`), en: readText(form, `${prefix}-en`) });
	return form.has(`${name}-was-da`) ? { ...read(name), was: read(`${name}-was`) } : read(name);
}
