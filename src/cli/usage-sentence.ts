import type { CommanderError } from 'commander';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

type Sentence = (words: { what: string }, options: { locale: Locale }) => string;

const sentences: Readonly<Record<string, Sentence>> = {
	'commander.unknownCommand': m.cli_usage_unknown_command,
	'commander.unknownOption': m.cli_usage_unknown_option,
	'commander.missingMandatoryOptionValue': m.cli_usage_missing_option,
	'commander.missingArgument': m.cli_usage_missing_argument,
	'commander.optionMissingArgument': m.cli_usage_missing_value,
	'commander.excessArguments': (_, options) => m.cli_usage_excess({}, options),
};

/** What is wrong with the words of a command. The library says it in English only; the word it means stands in quotes. */
export function describeUsage(error: CommanderError, locale: Locale): string {
	const quoted = /'(?:-\w, )?([^' ]+)[^']*'/.exec(error.message)?.[1];
	const sentence = quoted ? (sentences[error.code] ?? m.cli_usage_other) : m.cli_usage_other;
	const text = sentence({ what: quoted ?? error.message.replace(/^error: /, '') }, { locale });
	return `${m.cli_error({ sentence: text }, { locale })} ${m.cli_usage_see_help({}, { locale })}`;
}
