/**
 * Why the rules, the use cases and the storage refuse an action: the codes of their `DomainError`s. Each has a sentence in
 * `text/errors.ts`. Codes of a document that cannot be read are in `followup/read-problem.ts`; those of starting and running the
 * program (`config.`, `server.`, `database.`, `site.`, `cli.`) belong to the command line, which words them.
 */
export const errorCodes = [
	'access.denied',
	'municipality.unknown',
	'municipality.code-form',
	'municipality.duplicate-slug',
	'round.unknown',
	'round.year-form',
	'initiative.unknown',
	'initiative.duplicate-number',
	'plan.unknown',
	'plan.changed-meanwhile',
	'plan.period-order',
	'initiative.changed-meanwhile',
	'assessment.changed-meanwhile',
	'import.unknown',
	'import.number-unknown',
	'import.number-taken',
	'import.value-missing',
	'import.value-unreadable',
	'import.draft-unknown',
	'import.changed-since-preview',
	'import.nothing-to-store',
	'import.has-errors',
	'import.title-missing',
	'import.already-undone',
	'import.changed-later',
	'import.draft-changed-meanwhile',
	'search.too-wide',
	'finding.unknown',
	'finding.reason-missing',
	'finding.not-dismissed',
] as const;
export type ErrorCode = (typeof errorCodes)[number];
