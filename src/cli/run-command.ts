import { CommanderError } from 'commander';
import { DomainError } from '#domain/shared/domain-error.ts';
import { locales, type Locale } from '#text/locale.ts';
import { describeError } from './error-sentence.ts';
import { exitCodes, getExitCode, ToldError } from './exit-code.ts';
import { createProgram } from './program.ts';
import type { Terminal } from './terminal.ts';
import { describeUsage } from './usage-sentence.ts';

/** Runs the command that the words ask for, and answers with its exit code. Everything that goes wrong is told here, once. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<number> {
	let spoken = terminal;
	try {
		spoken = { ...terminal, locale: findLocale(words) ?? terminal.locale };
		await createProgram(spoken).parseAsync(words, { from: 'user' });
		return exitCodes.ok;
	} catch (error) {
		if (error instanceof CommanderError) {
			// Help and version come this way too, already printed.
			if (error.exitCode === 0) return exitCodes.ok;
			if (error.code !== 'commander.help') spoken.complain(describeUsage(error, spoken.locale));
			return exitCodes.invalid;
		}
		if (error instanceof ToldError) return exitCodes.unexpected;
		if (spoken.signal.aborted && error === spoken.signal.reason) return exitCodes.stopped;
		spoken.complain(describeError(error, spoken.locale));
		return getExitCode(error);
	}
}

// Looked for before the words are parsed: the help and the complaints about them are in this language too.
function findLocale(words: readonly string[]): Locale | undefined {
	const at = words.indexOf('--lang');
	const said = at >= 0 ? words[at + 1] : words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
	if (said === undefined) return undefined;
	const locale = locales.find((known) => known === said);
	if (!locale) throw new DomainError('invalid', 'cli.choice-form', { option: '--lang', value: said, choices: locales.join(', ') });
	return locale;
}
