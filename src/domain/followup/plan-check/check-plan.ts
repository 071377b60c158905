import { compareNaturally } from '#domain/shared/natural-order.ts';
import { findingRules, severities, type Finding } from '../finding.ts';
import type { AssessedInitiative, FollowUp } from '../status-round.ts';
import { checkColours } from './check-colours.ts';
import type { CheckedLine, CheckRules } from './check-input.ts';
import { checkDates } from './check-dates.ts';
import { checkMissing } from './check-missing.ts';
import { checkRelations } from './check-relations.ts';
import { checkRepeatedText } from './check-repeated-text.ts';
import { checkSpelling } from './check-spelling.ts';
import { checkSums } from './check-sums.ts';
import { checkUnits } from './check-units.ts';

const groups: readonly CheckRules[] = [
	checkColours,
	checkDates,
	checkMissing,
	checkSums,
	checkRepeatedText,
	checkRelations,
	checkSpelling,
	checkUnits,
];

/**
 * The plan check (Danish: plantjek): everything in one round that contradicts itself or the reading guide, needs a decision
 * or is missing. Worst first, then by rule and number. Initiatives without an assessment in the round are not looked at.
 * `previous` are the plan's earlier rounds in any order: they tell what a missing value was last time.
 */
export function checkPlan(followUp: FollowUp, previous: readonly FollowUp[] = []): Finding[] {
	const lines = followUp.lines.filter(isAssessed);
	const earlier = previous.filter((one) => one.round.year < followUp.round.year).sort((left, right) => right.round.year - left.round.year);
	return groups.flatMap((check) => check({ followUp, lines, previous: earlier })).sort(compareFindings);
}

function isAssessed(line: AssessedInitiative): line is CheckedLine {
	return line.assessment !== null;
}

function compareFindings(left: Finding, right: Finding): number {
	return (
		severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
		findingRules.indexOf(left.rule) - findingRules.indexOf(right.rule) ||
		compareNaturally(left.number ?? '', right.number ?? '')
	);
}
