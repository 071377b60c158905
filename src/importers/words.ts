import type { State } from '#domain/followup/assessment.ts';
import type { Co2Relation, Priority, Sphere } from '#domain/plan/initiative.ts';
import { compactText, foldWords } from './fold.ts';

/** A text understood as one of a field's values. `how` says how surely: the whole text, its beginning, or the first of two. */
export type WordAnswer<Value> = { readonly value: Value; readonly how: 'whole' | 'start' | 'first-of-two' } | { readonly value: null };

/** Every spelling met of each value, Danish, English, Swedish and Norwegian. Case, spaces and hyphens do not count; commas part them. */
export type Vocabulary<Value extends string> = Readonly<Record<Value, string>>;

const stateWords: Vocabulary<State> = {
	'in progress':
		'i gang, er i gang, igangsat, sat i gang, iværksat, påbegyndt, løbende, pågår, i proces, under udførelse, in progress, ' +
		'ongoing, under way, started, active, pågående, påbörjad, påbörjat, igångsatt, igångsatta, startad, påbegynt, igangsatt, ' +
		'satt i gang, pågår løpende, under genomförande, under gennemførelse, under gjennomføring',
	'partly in progress':
		'delvis i gang, delvist i gang, delvis igangsat, delvist igangsat, delvis påbegyndt, delvist påbegyndt, ' +
		'partly in progress, partially in progress, partly under way, partly started, partially started, delvis påbörjad, ' +
		'delvis påbörjat, delvis pågående, delvis igångsatt, delvis påbegynt, delvis igangsatt, delvis satt i gang',
	planning:
		'planlægning, planlægningsfase, planlægningsfasen, i planlægning, i planlægningsfasen, under planlægning, planlægges, ' +
		'planning, in planning, planning phase, in planning phase, being planned, planering, under planering, planeringsfas, ' +
		'planeras, planlegging, under planlegging, planleggingsfase, i planleggingsfasen, planlegges, i planeringsfas',
	'not started':
		'ikke igangsat, ikke i gang, ikke sat i gang, ikke startet, ikke påbegyndt, ej igangsat, ikke iværksat, ' +
		'endnu ikke igangsat, not started, not begun, not in progress, not yet started, ej påbörjad, ej påbörjat, inte påbörjad, ' +
		'inte påbörjat, ej startad, inte startad, ej igångsatt, inte igångsatt, ikke påbegynt, ikke igangsatt, ikke satt i gang, ' +
		'ikke startet opp',
	'on hold':
		'sat i bero, i bero, aktuelt i bero, stillet i bero, pt i bero, bero, på pause, sat på pause, på hold, pauset, on hold, ' +
		'paused, put on hold, suspended, vilande, pausad, pausat, på paus, vilar, på vent, satt på vent, satt på pause',
	completed:
		'afsluttet, afsluttet planmæssigt, planmæssigt afsluttet, gennemført, færdig, færdiggjort, udført, fuldført, ' +
		'implementeret, completed, complete, done, finished, closed, completed as planned, implemented, avslutad, avslutat, ' +
		'genomförd, genomfört, slutförd, slutfört, klar, avsluttet, fullført, gjennomført, ferdig, ferdigstilt, utført',
};

const priorityWords: Vocabulary<Priority> = {
	prioritised: 'prioriteret, prioritised, prioritized, prioriterad, prioriterat, prioritert',
	'planned prioritised':
		'planlagt prioriteret, planlagt prioritering, planned as a priority, planned prioritised, planned prioritized, ' +
		'planned to be prioritised, planerad prioriterad, planerat prioriterad, planeras prioriteras, planlagt prioritert',
	'not prioritised':
		'ikke prioriteret, ej prioriteret, uprioriteret, not prioritised, not prioritized, unprioritised, ej prioriterad, ' +
		'inte prioriterad, ej prioriterat, ikke prioritert',
};

const co2RelationWords: Vocabulary<Co2Relation> = {
	calculated: 'beregnet, er beregnet, calculated, quantified, beräknad, beräknat, kvantificeret, beregnet effekt',
	supporting: 'understøttende, supporting, supportive, stödjande, understödjande, støttende, understøttende tiltag',
	'not calculated':
		'ikke beregnet, ej beregnet, not calculated, not quantified, ej beräknad, inte beräknad, ej beräknat, ikke kvantificeret',
};

const sphereWords: Vocabulary<Sphere> = {
	operator:
		'det vi gør selv, selv, vi selv, kommunen selv, som virksomhed, operator, own operations, what we do ourselves, ' +
		'det vi gör själva, det vi gjør selv',
	authority:
		'det vi gør som myndighed, som myndighed, myndighed, authority, as authority, as an authority, what we do as authority, ' +
		'what we do as an authority, som myndighet, myndighet',
	owner:
		'det vi gør som medejer, det vi gør som ejer, som medejer, medejer, som ejer, ejer, owner, co owner, as owner, ' +
		'as co owner, what we do as owner, what we do as co owner, som delägare, som medeier, som eier',
	facilitator:
		'det vi gør i fællesskab, i fællesskab, i fællesskab med andre, facilitator, together, together with others, ' +
		'what we do together, what we do together with others, i samarbejde, ' +
		'tillsammans, i fellesskap, sammen med andre',
};

/** Understands how far the work is. "Delvist i gang / Planlægningsfase" names two: the first counts. */
export const readState = wordReader(stateWords);

/**
 * Understands that the work is given up (Danish: opgivet, udgået). No state says so: such an initiative is taken out of the plan, which
 * is a decision and not read from a cell.
 */
export const readGivenUp = wordReader({
	'given up':
		'opgivet, opgives, droppet, droppes, er droppet, udgået, er udgået, udgår, udgår af planen, bortfaldet, bortfalder, annulleret, ' +
		'aflyst, skrinlagt, nedlagt, gennemføres ikke, given up, dropped, cancelled, canceled, abandoned, ' +
		'discontinued, withdrawn, nedlagd, inställd, avbruten, avlyst, skrinlagd, utgår, utgått, droppad, droppat',
});

/** Understands the priority in the planning period. */
export const readPriority = wordReader(priorityWords);

/** Understands the relation to calculated reductions. The words after the first are the document's explanation. */
export const readCo2Relation = wordReader(co2RelationWords);

/** Understands the municipality's role. */
export const readSphere = wordReader(sphereWords);

/**
 * Makes a reader of one vocabulary: the whole text first, then the first of several alternatives ("a / b"),
 * then the longest known phrase the text begins with.
 */
export function wordReader<Value extends string>(vocabulary: Vocabulary<Value>): (text: string) => WordAnswer<Value> {
	const entries = (Object.keys(vocabulary) as Value[]).flatMap((value) =>
		vocabulary[value].split(', ').map((phrase) => ({ value, phrase })),
	);
	const whole = new Map(entries.map(({ value, phrase }) => [compactText(phrase), value]));
	const starts = entries
		.map(({ value, phrase }) => ({ value, words: `${foldWords(phrase)} ` }))
		.sort((a, b) => b.words.length - a.words.length);
	const known = new Map<string, WordAnswer<Value>>();
	const answer = (text: string): WordAnswer<Value> => {
		const exact = whole.get(compactText(text));
		if (exact) return { value: exact, how: 'whole' };
		const named = text.split(/[/,;|]|\s(?:og|and|och)\s/i).map((part) => whole.get(compactText(part)));
		if (named.length > 1 && named[0] && named.every((value) => value))
			return { value: named[0], how: new Set(named).size > 1 ? 'first-of-two' : 'whole' };
		const folded = `${foldWords(text)} `;
		const start = starts.find(({ words }) => folded.startsWith(words));
		return start ? { value: start.value, how: 'start' } : { value: null };
	};
	return (text) => {
		// A column repeats a handful of texts, also in a table of 100,000 rows.
		let found = known.get(text);
		if (!found) {
			found = answer(text);
			if (text.length < 100 && known.size < 1000) known.set(text, found);
		}
		return found;
	};
}
