import { contentFacts } from '#domain/followup/report-fact.ts';
import { describeValue, nameField } from '#text/describe-value.ts';
import { formatDate } from '#text/format.ts';
import { stateLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { describeFact, nameFact } from '#text/report-facts.ts';
import type { Correction, Difference, FactDifference, FrozenRound } from './frozen-round.ts';
import type { WrittenCorrection } from './report-content.ts';

const longest = 160;
const longestInNotice = 240;

/** What a version corrects, in words; null for the first version of a report. */
export function writeCorrection({ correction, version, plan }: FrozenRound, locale: Locale): WrittenCorrection | null {
	if (!correction) return null;
	const { replaces, reason, differences, facts = [] } = correction;
	const sections = new Map(plan.sections.map(({ id, title }) => [id, title]));
	// What was corrected first, then what has changed with it.
	const beside = new Set<string>(contentFacts);
	const write = (chosen: readonly FactDifference[]) => chosen.map((fact) => writeFactDifference(fact, locale));
	const inputs = { version: String(version), replaced: String(replaces.version), reason };
	return {
		notice: writeNotice(String(version), correction, locale),
		sentence: m.publish_about_correction_text(inputs, { locale }),
		replacedHash: replaces.sha256,
		differences: [
			...write(facts.filter(({ field }) => !beside.has(field))),
			...differences.map((difference) => writeDifference(difference, sections, locale)),
			...write(facts.filter(({ field }) => beside.has(field))),
		],
	};
}

/** "Rettet version 2. Erstatter version 1 fra 12. marts 2026. Begrundelse: …": for the first page, so a long reason is told in full at the end alone. */
function writeNotice(version: string, { replaces, reason }: Correction, locale: Locale): string {
	const words = { version, replaced: String(replaces.version) };
	const { published } = replaces;
	const told = shorten(reason.replaceAll(/\s+/g, ' '), longestInNotice);
	return [
		published
			? m.publish_notice_dated({ ...words, date: formatDate(published, locale) }, { locale })
			: m.publish_notice({ ...words }, { locale }),
		m.publish_notice_reason({ reason: /[.!?…]$/.test(told) ? told : `${told}.` }, { locale }),
		m.publish_notice_end({}, { locale }),
	].join(' ');
}

function writeFactDifference(fact: FactDifference, locale: Locale): string {
	if (fact.before === fact.after) return m.publish_fact_differs({ field: nameFact(fact.field, locale) }, { locale });
	const [was, is] = [fact.before, fact.after].map(
		(value) => describeFact(fact.field, value, locale) ?? stateLabel(null, locale).toLowerCase(),
	);
	return m.publish_fact_difference({ field: nameFact(fact.field, locale), before: was ?? '', after: is ?? '' }, { locale });
}

/** One value that differs between two versions, as a line. */
export function writeDifference(difference: Difference, sections: ReadonlyMap<string, string>, locale: Locale): string {
	const { field, number, title, before, after } = difference;
	if (field === null) {
		const message = after === null ? m.publish_difference_went : m.publish_difference_came;
		return message({ number, title }, { locale });
	}
	const [was, is] = [before, after].map((value) => {
		const shown = field === 'sectionId' ? (sections.get(value ?? '') ?? value) : describeValue(field, value, locale);
		return shorten(shown ?? stateLabel(null, locale).toLowerCase());
	}) as [string, string];
	const name = nameField(field === 'sectionId' ? 'section' : field, locale);
	return m.publish_difference({ number, title, field: name.toLowerCase(), before: was, after: is }, { locale });
}

function shorten(text: string, most = longest): string {
	return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
