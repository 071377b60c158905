import type { DomainErrorKind } from '#domain/shared/domain-error.ts';
import { isDomainError } from '#domain/shared/domain-error.ts';

/** What the command tells the shell. */
export const exitCodes = { ok: 0, unexpected: 1, invalid: 2, 'not-found': 3, forbidden: 4, conflict: 5, stopped: 130 } as const;

/** Ends a command with `unexpected` that has told itself what is wrong. */
export class ToldError extends Error {}

const byKind: Record<DomainErrorKind, number> = {
	invalid: exitCodes.invalid,
	'not-found': exitCodes['not-found'],
	forbidden: exitCodes.forbidden,
	conflict: exitCodes.conflict,
};

// Not the person's doing: the machinery failed.
const machinery = ['server.start-failed', 'server.ended', 'site.build-failed'];

/** The exit code for what was thrown. */
export function getExitCode(error: unknown): number {
	if (!isDomainError(error) || machinery.includes(error.code)) return exitCodes.unexpected;
	return byKind[error.kind];
}
