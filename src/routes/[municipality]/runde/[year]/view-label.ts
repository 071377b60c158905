import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { answerStatusLabel } from '#text/round-labels.ts';
import type { BoardView } from '#web/board-query.ts';

const messages = {
	'answered or accepted': m.round_view_given,
	'not answered': m.round_view_not_given,
	'over time': m.round_view_over_time,
	'breaks guide': m.round_view_breaks_guide,
	'has findings': m.round_view_has_findings,
	'has comments': m.round_view_has_comments,
	incomplete: m.round_view_incomplete,
	worse: m.round_view_worse,
	better: m.round_view_better,
	changed: m.round_view_changed,
	unassigned: m.round_view_unassigned,
} as const;

/** The words for a view of the board. */
export function viewLabel(view: BoardView, locale: Locale): string {
	switch (view) {
		case 'waiting':
		case 'draft':
		case 'answered':
		case 'sent back':
		case 'accepted':
			return answerStatusLabel(view, locale);
		default:
			return messages[view]({}, { locale });
	}
}
