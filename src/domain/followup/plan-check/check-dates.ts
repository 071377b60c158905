import type { Finding } from '../finding.ts';
import type { StatusRound } from '../status-round.ts';
import { makeFinding, type CheckedLine, type CheckInput } from './check-input.ts';

/**
 * Start dates held against the state. A round without a status date describes some day of its year, so a date lies ahead
 * only after the year's end and is passed only before the year's beginning: what may be right is not called wrong.
 */
export function checkDates({ followUp, lines }: CheckInput): Finding[] {
	const days = getReferenceDays(followUp.round);
	return lines.flatMap((line) => checkStart(line, days));
}

type ReferenceDays = { readonly first: string; readonly last: string };

function getReferenceDays({ statusDate, year }: StatusRound): ReferenceDays {
	return statusDate === null ? { first: `${year}-01-01`, last: `${year}-12-31` } : { first: statusDate, last: statusDate };
}

function checkStart({ initiative, assessment }: CheckedLine, days: ReferenceDays): Finding[] {
	const { number, startDate } = initiative;
	const { state, stateText } = assessment;
	const isUnderWay = state === 'in progress' || state === 'partly in progress';
	const about = { number, text: stateText, matter: [state, startDate] };
	if (isUnderWay && startDate === null) {
		return [makeFinding({ ...about, rule: 'under-way-without-start', severity: 'missing', details: { state } })];
	}
	if (isUnderWay && startDate !== null && startDate > days.last) {
		return [makeFinding({ ...about, rule: 'under-way-before-start', severity: 'wrong', details: { state, startDate, day: days.last } })];
	}
	if (state === 'not started' && startDate !== null && startDate < days.first) {
		return [
			makeFinding({ ...about, rule: 'start-passed-not-started', severity: 'unclear', details: { state, startDate, day: days.first } }),
		];
	}
	return [];
}
