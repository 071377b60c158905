/** Why an action was refused. The edges (web, cli, jobs) map a kind to a status, an exit code or a retry. */
export type DomainErrorKind = 'invalid' | 'not-found' | 'forbidden' | 'conflict';

/** Facts a sentence about the error may mention. Never personal data. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

// Two bundles of one class break `instanceof`, so errors are recognised by a registered symbol.
const mark = Symbol.for('fremdrift.domain-error');

/**
 * The one error that rules and use cases throw.
 * `code` is dotted and stable (`initiative.duplicate-number`); the sentence for it is in `text/`.
 */
export class DomainError extends Error {
	readonly [mark] = true;
	readonly kind: DomainErrorKind;
	readonly code: string;
	readonly details: ErrorDetails;

	constructor(kind: DomainErrorKind, code: string, details: ErrorDetails = {}, options?: ErrorOptions) {
		super(`${kind}: ${code} ${JSON.stringify(details)}`, options);
		this.name = 'DomainError';
		this.kind = kind;
		this.code = code;
		this.details = details;
	}
}

/** True for a `DomainError` from this or another bundle of the code. */
export function isDomainError(error: unknown): error is DomainError {
	return typeof error === 'object' && error !== null && mark in error;
}
