/** What a report says of its round: the day it describes, and the meeting it was presented at. */
export const reportFacts = ['statusDate', 'meetingBody', 'meetingDate', 'caseNumber'] as const;
export type ReportFact = (typeof reportFacts)[number];
