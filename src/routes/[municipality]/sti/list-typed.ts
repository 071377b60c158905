import { standingKinds } from '#domain/followup/state-standing.ts';
import { activityUnits, costPerspectives, effectQualities, factorBases } from '#domain/pathway/model.ts';
import type { Locale } from '#text/locale.ts';
import { activityUnitLabel, effectQualityLabel, standingKindLabel } from '#text/measure-words.ts';
import { m } from '#text/paraglide/messages.js';
import { effectKindLabel } from '#text/path-calculation.ts';
import { factorBasisLabel, perspectiveLabel } from '#text/pathway-findings.ts';
import { unstated } from './fremskrivning/basis-texts.ts';
import { nameField, nameRow } from './list-problems.ts';
import type { Texts } from './typed-form.ts';
import { relationFields } from './virkemiddel/measure-texts.ts';
import { effectKinds } from './virkemiddel/read-effect.ts';

/** What measures are called, by their ids. */
export type MeasureTitles = ReadonlyMap<string, string>;

/**
 * What was typed in a form, to be handed back: a line for every field in which something stands, as the page calls it. A measure of a
 * scenario that is gone has its title where another scenario has it too.
 */
export function listTyped(texts: Texts, locale: Locale, titles: MeasureTitles = new Map()): string[] {
	return Object.entries(texts).flatMap(([name, text]) => {
		if (text === '' || isUnseen(name)) return [];
		const called = nameTyped(name, texts, { locale, titles });
		return isBox(name) ? called : `${called}: ${nameChoice(name, text, { locale, titles }).replaceAll('\n', '; ')}`;
	});
}

/** What a form keeps for itself: which thing it is about, in which version, and how many rows it has. */
function isUnseen(name: string): boolean {
	return /^(?:id|scenarioVersion|cells|effects|newKind)$|\.(?:place|remove)$/.test(name);
}

/** A box with a sentence of its own beside it. */
function isBox(name: string): boolean {
	return /^(?:illustrative|outside|cell\.\d+\.removal)$/.test(name);
}

type Names = { readonly locale: Locale; readonly titles: MeasureTitles };

/** A field's row and name, and which of an amount's three it is; its own name where the page has none for it. */
function nameTyped(name: string, texts: Texts, { locale, titles }: Names): string {
	// A field of a measure in the list of a path: `start solceller`.
	const [, listed, measure] = /^(start|full|realisation) (.+)$/s.exec(name) ?? [];
	const word = nameField(listed ?? name, locale);
	if (word === undefined) return name;
	return [
		...(measure === undefined ? nameRow(name, texts) : [titles.get(measure) ?? measure]),
		...namePart(name, texts, locale),
		word,
		...nameEnd(name, locale),
	].join(': ');
}

/** Whose cost or rate it is, and of several effects which. */
function namePart(name: string, texts: Texts, locale: Locale): string[] {
	const [group, which] = name.split('.');
	if (group === 'effect') {
		const kind = effectKinds.find((each) => each === texts[`effect.${which}.kind`]);
		return kind && Number(texts.effects) > 1 ? [effectKindLabel(kind, locale)] : [];
	}
	const perspective = group === 'cost' || group === 'rate' ? costPerspectives.find((each) => each === which) : undefined;
	return perspective ? [perspectiveLabel(perspective, locale)] : [];
}

function nameEnd(name: string, locale: Locale): string[] {
	if (name.endsWith('.low')) return [m.measure_low({}, { locale })];
	return name.endsWith('.high') ? [m.measure_high({}, { locale })] : [];
}

/** What is chosen from a list, in the words of the list. */
function nameChoice(name: string, text: string, { locale, titles }: Names): string {
	const find = <Choice extends string>(choices: readonly Choice[], label: (choice: Choice, locale: Locale) => string) => {
		const found = choices.find((each) => each === text);
		return found === undefined ? text : label(found, locale);
	};
	if (/^effect\.\d+\.kind$/.test(name)) return find(effectKinds, effectKindLabel);
	if (name === 'kind') return find(standingKinds, standingKindLabel);
	if (name === 'quality') return find(effectQualities, effectQualityLabel);
	if (name.endsWith('.basis') || name.endsWith('.factorBasis')) return find(factorBases, factorBasisLabel);
	if (/^(?:cell\.\d+\.unit|effect\.\d+\.per)$/.test(name)) return find(activityUnits, activityUnitLabel);
	if (/^cell\.\d+\.set$/.test(name)) return text === unstated ? m.web_not_stated({}, { locale }) : text;
	if (name === 'replacedBy' || name in relationFields)
		return text
			.split('\n')
			.map((id) => titles.get(id) ?? id)
			.join('\n');
	return name === 'ramp' ? nameRamp(text, locale) : text;
}

function nameRamp(text: string, locale: Locale): string {
	if (text === 'linear') return m.measure_ramp_linear({}, { locale });
	return text === 'steps' ? m.measure_ramp_steps({}, { locale }) : m.measure_ramp_s({}, { locale });
}
