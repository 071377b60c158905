import { DomainError } from '#domain/shared/domain-error.ts';

/** Reads a year of four digits. @throws DomainError `cli.round-form` */
export function readYear(text: string): number {
	if (!/^(19|20|21)\d\d$/.test(text)) throw new DomainError('invalid', 'cli.round-form', { value: text });
	return Number(text);
}

/** Makes a reader that takes one of a few words. @throws DomainError `cli.choice-form` */
export function readChoice<Choice extends string>(option: string, choices: readonly Choice[]): (text: string) => Choice {
	return (text) => {
		const found = choices.find((choice) => choice === text);
		if (!found) throw new DomainError('invalid', 'cli.choice-form', { option, value: text, choices: choices.join(', ') });
		return found;
	};
}
