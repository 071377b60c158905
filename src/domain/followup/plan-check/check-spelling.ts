import { isSameSpelling } from '#domain/shared/is-same-spelling.ts';
import type { Finding } from '../finding.ts';
import { makeFinding, type CheckedLine, type CheckInput } from './check-input.ts';

const controlledFields = ['state', 'priority', 'sector', 'responsible', 'co2Relation'] as const;
type ControlledField = (typeof controlledFields)[number];
/** A field with more different texts than this is written freely, not chosen from a list. */
const mostSpellings = 300;
/** A spelling with the initiatives that use it. */
type Spelling = { readonly text: string; readonly numbers: readonly string[] };

/**
 * Fields that should take their words from a short list but spell one of them in several ways ("Delvis i gang", "Delvist i gang").
 * Only spelling: two different words for the same thing are a choice of words and are left alone.
 */
export function checkSpelling({ lines }: CheckInput): Finding[] {
	return controlledFields.flatMap((field) => groupSpellings(listSpellings(lines, field)).map((group) => describe(field, group)));
}

function listSpellings(lines: readonly CheckedLine[], field: ControlledField): Spelling[] {
	const numbers = new Map<string, string[]>();
	for (const line of lines) {
		for (const value of splitValues(line, field)) numbers.set(value, [...(numbers.get(value) ?? []), line.initiative.number]);
	}
	return numbers.size > mostSpellings ? [] : [...numbers].map(([text, of]) => ({ text, numbers: of }));
}

/** A state may name two ("Delvist i gang / Planlægningsfase"); a text on CO2 begins with its word and goes on with an explanation. */
function splitValues({ initiative, assessment }: CheckedLine, field: ControlledField): string[] {
	const texts: Record<ControlledField, readonly (string | undefined)[]> = {
		state: assessment.stateText?.split('/') ?? [],
		priority: [initiative.priorityText ?? undefined],
		sector: [initiative.sector ?? undefined],
		responsible: [initiative.responsible ?? undefined],
		co2Relation: initiative.co2RelationText?.split(/[-–.,:;(\n]/u).slice(0, 1) ?? [],
	};
	return texts[field].map((text) => text?.replace(/\s+/g, ' ').trim() ?? '').filter((text) => text !== '');
}

/** Spellings that hang together, each group most used first; a spelling that stands alone is no group. */
function groupSpellings(spellings: readonly Spelling[]): Spelling[][] {
	const groups: Spelling[][] = [];
	for (const spelling of spellings) {
		const near = groups.filter((group) => group.some((other) => isSameSpelling(other.text, spelling.text)));
		for (const group of near) groups.splice(groups.indexOf(group), 1);
		groups.push([...near.flat(), spelling]);
	}
	return groups
		.filter((group) => group.length > 1)
		.map((group) => group.sort((left, right) => right.numbers.length - left.numbers.length || (left.text < right.text ? -1 : 1)));
}

/** Names the initiatives with the rarer spellings: they are the ones to change. */
function describe(field: ControlledField, group: readonly Spelling[]): Finding {
	const [common, ...rare] = group;
	const text = group.map((spelling) => `${spelling.text} (${spelling.numbers.length})`).join('; ');
	return makeFinding({
		rule: 'value-spelled-several-ways',
		severity: 'unclear',
		number: null,
		others: rare.flatMap((spelling) => spelling.numbers),
		text,
		details: { field, common: common?.text ?? '', count: group.length },
		matter: [field, ...group.map((spelling) => spelling.text)],
	});
}
