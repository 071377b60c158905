import type { RoundStage } from '#domain/followup/round-stage.ts';
import { compareWords } from '#domain/shared/natural-order.ts';
import type { Locale } from '#text/locale.ts';
import { nameSome } from '#text/name-some.ts';
import { m } from '#text/paraglide/messages.js';
import { returnedSentence } from '#text/round-labels.ts';
import type { Board } from '#usecases/round/views.ts';

/** What to know before the round is taken on to a stage, in sentences; nothing hinders the step. */
export function listDoubts(
	{ numbers, lacking, rows, events }: Pick<Board, 'numbers' | 'lacking' | 'rows' | 'events'>,
	to: RoundStage,
	locale: Locale,
): string[] {
	const { waiting, unassigned, breaksGuide, byStatus } = numbers;
	const untouched = waiting - byStatus['sent back'];
	const notAccepted = numbers.total - byStatus.accepted;
	const isSettling = to === 'review' || to === 'approved';
	const doubts: [boolean, () => string][] = [
		// What cannot be called back is said before it is done, also where nothing is in doubt.
		[to === 'collecting', () => writeMails(rows, locale)],
		[to === 'collecting' && unassigned > 0, () => m.round_doubt_unassigned({ count: unassigned }, { locale })],
		[isSettling && untouched > 0, () => m.round_doubt_waiting({ count: untouched }, { locale })],
		[isSettling && byStatus['sent back'] > 0, () => m.round_doubt_sent_back({ count: byStatus['sent back'] }, { locale })],
		[to === 'approved' && notAccepted > waiting, () => m.round_doubt_not_accepted({ count: notAccepted - waiting }, { locale })],
		[to === 'approved' && breaksGuide > 0, () => m.round_doubt_breaks_guide({ count: breaksGuide }, { locale })],
		[isSettling && lacking.noReason.length > 0, () => m.round_doubt_no_reason(nameAll(lacking.noReason, locale), { locale })],
		[isSettling && lacking.incomplete.length > 0, () => m.round_doubt_incomplete(nameAll(lacking.incomplete, locale), { locale })],
	];
	const returned = isSettling
		? events.flatMap(({ initiative, returned }) => (returned ? returnedSentence({ initiative, returned }, locale) : []))
		: [];
	return [...doubts.filter(([holds]) => holds).map(([, write]) => write()), ...returned];
}

/** As many names as a sentence bears. */
const mostNames = 30;

function nameAll(numbers: readonly string[], locale: Locale) {
	return { count: numbers.length, numbers: nameSome(numbers, mostNames, locale) };
}

/** How many are asked, and so get a mail as soon as the answers are collected, and who they are. */
function writeMails(rows: Board['rows'], locale: Locale): string {
	const persons = rows.flatMap((row) => row.persons).filter(({ hasLeft }) => !hasLeft);
	const asked = [...new Map(persons.map((person) => [person.id, person.name ?? person.id])).values()].sort(compareWords);
	if (asked.length === 0) return m.round_doubt_no_mails({}, { locale });
	return m.round_doubt_mails({ count: asked.length, names: nameSome(asked, mostNames, locale) }, { locale });
}
