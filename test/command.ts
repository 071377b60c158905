import { runCommand } from '../src/cli/run-command.ts';
import { noLog } from '#wiring/log.ts';
import { readLocale } from '#wiring/config.ts';
import type { Ended, ProgramEnvironment } from './program.ts';

/**
 * Runs a command as the program does, but in this process: starting one costs more than what most commands do. That the program itself
 * passes its words, its streams and its exit code on is for the tests that start it.
 */
export async function runHere(words: readonly string[], environment: ProgramEnvironment, folder: string): Promise<Ended> {
	const [out, err]: [string[], string[]] = [[], []];
	const code = await runCommand(words, {
		environment,
		locale: readLocale(environment),
		folder,
		canAsk: false,
		log: noLog,
		signal: new AbortController().signal,
		input: async function* () {},
		say: (line) => void out.push(`${line}\n`),
		complain: (line) => void err.push(`${line}\n`),
		write: async (answer) => void out.push(typeof answer === 'string' ? answer : Buffer.from(answer).toString()),
	});
	return { code, stdout: out.join(''), stderr: err.join('') };
}
