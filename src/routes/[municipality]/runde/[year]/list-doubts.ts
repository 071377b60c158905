import type { RoundStage } from '#domain/followup/round-stage.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { Board } from '#usecases/round/views.ts';

/** What to know before the round is taken on to a stage, in sentences; nothing hinders the step. */
export function listDoubts({ numbers }: Pick<Board, 'numbers'>, to: RoundStage, locale: Locale): string[] {
	const { waiting, unassigned, breaksGuide, byStatus } = numbers;
	const untouched = waiting - byStatus['sent back'];
	const notAccepted = numbers.total - byStatus.accepted;
	const doubts: [boolean, () => string][] = [
		[to === 'collecting' && unassigned > 0, () => m.round_doubt_unassigned({ count: unassigned }, { locale })],
		[(to === 'review' || to === 'approved') && untouched > 0, () => m.round_doubt_waiting({ count: untouched }, { locale })],
		[
			(to === 'review' || to === 'approved') && byStatus['sent back'] > 0,
			() => m.round_doubt_sent_back({ count: byStatus['sent back'] }, { locale }),
		],
		[to === 'approved' && notAccepted > waiting, () => m.round_doubt_not_accepted({ count: notAccepted - waiting }, { locale })],
		[to === 'approved' && breaksGuide > 0, () => m.round_doubt_breaks_guide({ count: breaksGuide }, { locale })],
	];
	return doubts.filter(([holds]) => holds).map(([, write]) => write());
}
