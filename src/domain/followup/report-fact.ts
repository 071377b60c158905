/** What a report says of its round as a whole in one value: the day it describes, the meeting it was presented at, and what the path is short of its target. */
const statedFacts = ['statusDate', 'meetingBody', 'meetingDate', 'caseNumber', 'shortfall'] as const;

/** What it says in many: where two versions differ in one of these, it is the whole that is named. */
export const contentFacts = [
	'municipality',
	'plan',
	'order',
	'legend',
	'round',
	'comparedWith',
	'events',
	'planCheck',
	'account',
	'path',
] as const;

export const reportFacts = [...statedFacts, ...contentFacts] as const;
export type ReportFact = (typeof reportFacts)[number];
