import { isStated } from '#domain/shared/is-stated.ts';
import type { Finding, FindingRule } from '../finding.ts';
import { makeFinding, type CheckedLine, type CheckInput } from './check-input.ts';

/** What an assessment lacks, and goal fulfilment written as prose. */
export function checkMissing(input: CheckInput): Finding[] {
	return [...input.lines.flatMap((line) => listMissing(line, input)), ...checkFulfilments(input.lines)];
}

function listMissing({ initiative, assessment }: CheckedLine, { previous }: CheckInput): Finding[] {
	const { number } = initiative;
	const texts: [FindingRule, string | null][] = [
		['missing-remark', assessment.remark],
		['missing-budget', initiative.budget],
		['missing-responsible', initiative.responsible],
	];
	const findings = texts
		.filter(([, text]) => !isStated(text))
		// A dash is kept as the text: it shows that somebody looked and had nothing to write.
		.map(([rule, text]) => makeFinding({ rule, severity: 'missing', number, text }));
	if (assessment.progress === null) {
		const last = previous
			.map((round) => ({ year: round.round.year, colour: findColour(round.lines, initiative.id) }))
			.find((one) => one.colour);
		const details: Record<string, string | number> = last?.colour ? { lastYear: last.year, lastProgress: last.colour } : {};
		findings.push(makeFinding({ rule: 'missing-progress', severity: 'missing', number, details }));
	}
	return findings;
}

function findColour(lines: CheckInput['followUp']['lines'], initiativeId: string): string | null {
	return lines.find((line) => line.initiative.id === initiativeId)?.assessment?.progress ?? null;
}

/**
 * Prose gets a finding each, since somebody must judge each. Missing fulfilment gets one finding naming all: many plans
 * state it for a few initiatives only, and a finding for every other one would bury the rest.
 */
function checkFulfilments(lines: readonly CheckedLine[]): Finding[] {
	const open = lines.filter((line) => line.assessment.fulfilment === null);
	const prose = open.filter((line) => isStated(line.assessment.fulfilmentText));
	const missing = open.filter((line) => !isStated(line.assessment.fulfilmentText)).map((line) => line.initiative.number);
	const findings = prose.map(({ initiative, assessment }) => {
		const text = assessment.fulfilmentText;
		return makeFinding({ rule: 'fulfilment-is-prose', severity: 'unclear', number: initiative.number, text, matter: [text] });
	});
	if (missing.length > 0) {
		const details = { count: missing.length, total: lines.length };
		const [only] = missing;
		const about = missing.length === 1 && only !== undefined ? { number: only } : { number: null, others: missing };
		findings.push(makeFinding({ rule: 'missing-fulfilment', severity: 'missing', ...about, details }));
	}
	return findings;
}
