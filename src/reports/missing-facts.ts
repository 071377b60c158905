import { isStated } from '#domain/shared/is-stated.ts';
import type { AssessedInitiative } from '#domain/followup/status-round.ts';
import { formatList, formatNumber } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { MissingFacts } from './report-content.ts';

type Fact = {
	readonly field: MissingFacts['field'];
	readonly isMissing: (line: AssessedInitiative) => boolean;
	readonly message: (inputs: { number: string }, options: { locale: Locale }) => string;
};

const underWay = ['in progress', 'partly in progress'];

// In the order a committee would ask. A start date is only missed where the work is under way.
const facts: readonly Fact[] = [
	{ field: 'progress', isMissing: ({ assessment }) => !assessment?.progress, message: m.report_missing_progress },
	{
		field: 'fulfilment',
		isMissing: ({ assessment }) => !assessment?.fulfilment && !isStated(assessment?.fulfilmentText ?? null),
		message: m.report_missing_fulfilment,
	},
	{ field: 'state', isMissing: ({ assessment }) => !assessment?.state && !assessment?.stateText, message: m.report_missing_state },
	{
		field: 'startDate',
		isMissing: ({ initiative, assessment }) => !initiative.startDate && underWay.includes(assessment?.state ?? ''),
		message: m.report_missing_start,
	},
	{ field: 'remark', isMissing: ({ assessment }) => !isStated(assessment?.remark ?? null), message: m.report_missing_remark },
	{ field: 'budget', isMissing: ({ initiative }) => !isStated(initiative.budget), message: m.report_missing_budget },
	{ field: 'responsible', isMissing: ({ initiative }) => !isStated(initiative.responsible), message: m.report_missing_responsible },
];

const mostNumbers = 6;

/** What initiatives lack, each with their numbers; few numbers are also named in the sentence. */
export function listMissingFacts(lines: readonly AssessedInitiative[], locale: Locale): MissingFacts[] {
	return facts.flatMap(({ field, isMissing, message }) => {
		const numbers = lines.filter(isMissing).map(({ initiative }) => initiative.number);
		if (numbers.length === 0) return [];
		const sentence = message({ number: formatNumber(numbers.length, locale) }, { locale });
		const named = m.report_missing_numbers({ numbers: formatList(numbers, locale) }, { locale });
		return [{ field, numbers, sentence: numbers.length > mostNumbers ? sentence : `${sentence} (${named})` }];
	});
}
