/** What a report says of its round as a whole: the day it describes, the meeting it was presented at, and what the path is short of its target. */
export const reportFacts = ['statusDate', 'meetingBody', 'meetingDate', 'caseNumber', 'shortfall'] as const;
export type ReportFact = (typeof reportFacts)[number];
