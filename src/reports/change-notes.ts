import type { FieldChange, InitiativeChange } from '#domain/followup/compare-rounds.ts';
import { capitalise, formatDate, formatList } from '#text/format.ts';
import { describeValue, nameField } from '#text/describe-value.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { FrozenEvent } from './frozen-round.ts';

export type NoteOptions = {
	/** The initiatives' numbers by id. */
	readonly numbers: ReadonlyMap<string, string>;
	readonly locale: Locale;
	readonly year: number;
	/** Why the colour of progress is another than the reading guide's. */
	readonly colourReason: string | null;
};

/** What happened to an initiative and which colour that was seen by, as whole sentences. `events` are the whole round's. */
export function listChangeNotes(change: InitiativeChange, events: readonly FrozenEvent[], options: NoteOptions): string[] {
	const own = events.filter(({ initiativeId }) => initiativeId === change.initiativeId);
	const told = own.flatMap((event) => writeEvent(event, options) ?? []);
	const isRenumbered = own.some(({ kind }) => kind === 'renumbered');
	const fields = change.fields.filter(({ field }) => !(field === 'number' && isRenumbered));
	const colourless = change.progress === null && change.fulfilment === null;
	const notes = [
		...writeColours(change, options),
		writeReason(change, options),
		...told,
		...writeParts(change, events, options),
		...writeTakenIn(change, events, options),
		...fields.flatMap((field) => writeField(field, options, colourless) ?? []),
		change.kind === 'not assessed' ? m.publish_note_not_assessed({ year: String(options.year) }, options) : null,
	];
	return notes.filter((note) => note !== null);
}

/** The reason is for this round's colour: where the colour stands as it did, it is no news. */
function writeReason({ before, after }: InitiativeChange, { colourReason, locale }: NoteOptions): string | null {
	const [was, is] = [before, after].map((line) => line?.assessment?.progress ?? null);
	return colourReason && was !== is ? m.publish_note_reason({ reason: colourReason }, { locale }) : null;
}

/** A colour that went up or down decides where the initiative stands, whatever its state says. One that came or went has no direction. */
function writeColours(change: InitiativeChange, { locale }: NoteOptions): string[] {
	const colours = change.fields.filter(({ field }) => field === 'progress' || field === 'fulfilment');
	return colours.flatMap(({ field, before, after }) => {
		const what = capitalise(nameField(field, locale), locale);
		const name = (colour: string) => describeValue(field, colour, locale)?.toLowerCase() ?? colour;
		if (before === null) return after === null ? [] : m.publish_note_colour_set({ what, after: name(after) }, { locale });
		if (after === null) return m.publish_note_colour_gone({ what, before: name(before) }, { locale });
		return writeMove((words, chosen) => m.publish_note_colour({ what, ...words }, chosen), [field, before, after], locale) ?? [];
	});
}

/** What went into an initiative that stays, and what came out of it. */
function writeTakenIn(
	{ after, initiativeId }: InitiativeChange,
	events: readonly FrozenEvent[],
	{ numbers, locale }: NoteOptions,
): string[] {
	if (after === null) return [];
	const about = events.filter(({ otherId }) => otherId === initiativeId);
	const list = (kind: FrozenEvent['kind']) => about.filter((event) => event.kind === kind);
	const into = list('merged').map((event) => event.before ?? numbers.get(event.initiativeId) ?? '?');
	const out = list('split').map((event) => numbers.get(event.initiativeId) ?? event.after ?? '?');
	return [
		...(into.length > 0 ? [m.publish_note_merged_from({ numbers: formatList(into, locale) }, { locale })] : []),
		...(out.length > 0 ? [m.publish_note_split_off({ numbers: formatList(out, locale) }, { locale })] : []),
	];
}

/** Into what an initiative that is gone was split: the events are those of its parts, and one decision may be behind several. */
function writeParts({ kind, initiativeId }: InitiativeChange, events: readonly FrozenEvent[], { numbers, locale }: NoteOptions): string[] {
	if (kind !== 'gone') return [];
	const parts = events.filter((event) => event.kind === 'split' && event.otherId === initiativeId);
	const behind = Map.groupBy(parts, ({ decision, caseNumber }) => JSON.stringify([decision, caseNumber]));
	return [...behind.values()].flatMap((together) => {
		const names = together.map((part) => numbers.get(part.initiativeId) ?? part.after ?? '?');
		const sentence = m.publish_note_split_into({ numbers: formatList(names, locale) }, { locale });
		return together.slice(0, 1).map((part) => writeDecided(sentence, part, locale));
	});
}

function writeEvent(event: FrozenEvent, { numbers, locale }: NoteOptions): string | null {
	const { kind, otherId, before, after, decision } = event;
	// In a part of a report the other one may be outside it.
	const other = numbers.get(otherId ?? '') ?? (kind === 'merged' ? after : before) ?? '?';
	const sentences: Record<FrozenEvent['kind'], () => string | null> = {
		added: () => decision && m.publish_note_added({ decision }, { locale }),
		'taken out': () => m.publish_note_taken_out({ decision: decision ?? '' }, { locale }),
		merged: () => m.publish_note_merged({ number: other }, { locale }),
		split: () => m.publish_note_split({ number: other }, { locale }),
		renumbered: () => before && m.publish_note_renumbered({ number: before }, { locale }),
		'new owner': () => null,
	};
	const sentence = sentences[kind]();
	if (!sentence) return null;
	// What came and what left says the decision in its own sentence.
	const isApart = kind === 'merged' || kind === 'split' || kind === 'renumbered';
	return writeDecided(sentence, isApart ? event : { ...event, decision: null }, locale);
}

/** A sentence with the decision behind it and its case. */
function writeDecided(sentence: string, { decision, caseNumber }: Pick<FrozenEvent, 'decision' | 'caseNumber'>, locale: Locale): string {
	const parts = [
		sentence,
		decision && m.publish_note_decision({ decision }, { locale }),
		caseNumber && m.publish_note_case({ number: caseNumber }, { locale }),
	];
	return parts.filter(Boolean).join(' ');
}

/** A name, a deadline, a responsible body or a number that changed is always told; the state where no colour says the same. */
function writeField({ field, before, after }: FieldChange, { locale }: NoteOptions, colourless: boolean): string | null {
	switch (field) {
		case 'deadline':
			return writeDeadline(before, after, locale);
		case 'responsible':
			return writeOwner(before, after, locale);
		case 'number':
			return before && m.publish_note_renumbered({ number: before }, { locale });
		case 'title':
			return before && m.publish_note_title({ before }, { locale });
		case 'startDate':
			return before && after
				? m.publish_note_start({ before: formatDate(before, locale), after: formatDate(after, locale) }, { locale })
				: null;
		case 'state':
			return writeState(before, after, locale);
		case 'priority':
			return colourless ? writeMove(m.publish_note_priority, [field, before, after], locale) : null;
		default:
			return null;
	}
}

function writeDeadline(before: string | null, after: string | null, locale: Locale): string | null {
	const [was, is] = [before, after].map((day) => (day === null ? '' : formatDate(day, locale))) as [string, string];
	if (before === null) return m.publish_note_deadline_set({ after: is }, { locale });
	if (after === null) return m.publish_note_deadline_gone({ before: was }, { locale });
	const message = after > before ? m.publish_note_deadline_later : m.publish_note_deadline_sooner;
	return message({ before: was, after: is }, { locale });
}

function writeOwner(before: string | null, after: string | null, locale: Locale): string | null {
	if (after === null) return before && m.publish_note_owner_gone({ before }, { locale });
	return before === null ? m.publish_note_owner_set({ after }, { locale }) : m.publish_note_owner({ before, after }, { locale });
}

function writeState(before: string | null, after: string | null, locale: Locale): string | null {
	return writeMove(m.publish_note_state, ['state', before, after], locale);
}

type MoveMessage = (inputs: { before: string; after: string }, options: { locale: Locale }) => string;

function writeMove(message: MoveMessage, [field, before, after]: [string, string | null, string | null], locale: Locale): string | null {
	const [was, is] = [before, after].map((value) => describeValue(field, value, locale)?.toLowerCase());
	return was && is ? message({ before: was, after: is }, { locale }) : null;
}
