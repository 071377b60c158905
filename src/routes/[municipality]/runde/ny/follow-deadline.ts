import type { RoundProposal } from '#usecases/round/views.ts';

type Typed = { readonly deadline: string; readonly statusDate: string };

/** The status date of a new round: one left as it was proposed does not lie after a deadline that was set earlier than proposed. */
export function followDeadline(proposal: Pick<RoundProposal, 'deadline' | 'statusDate'>, { deadline, statusDate }: Typed): string {
	const isLeft = statusDate === proposal.statusDate;
	const isEarlier = deadline !== '' && deadline < proposal.deadline && deadline < statusDate;
	return isLeft && isEarlier ? deadline : statusDate;
}
