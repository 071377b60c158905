type Dates = { readonly deadline: string; readonly statusDate: string };

/** The status date of a new round: one left as it was proposed does not lie after a deadline that was set earlier than proposed. */
export function followDeadline(proposed: Dates, { deadline, statusDate }: Dates): string {
	const isLeft = statusDate === proposed.statusDate;
	const isEarlier = deadline !== '' && deadline < proposed.deadline && deadline < statusDate;
	return isLeft && isEarlier ? deadline : statusDate;
}
