import { DomainError } from '#domain/shared/domain-error.ts';
import { readText } from './read-form.ts';

/** Throws conflict `answer.text-unused` when something is typed in a field that is no part of what is done: it would be lost. */
export function checkUnused(form: FormData, names: readonly string[]): void {
	if (names.some((name) => readText(form, name) !== '')) throw new DomainError('conflict', 'answer.text-unused');
}
