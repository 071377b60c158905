import { Command, Option } from 'commander';
import { m } from '#text/paraglide/messages.js';
import { ToldError } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** The words with which an installation is kept safe: check its logs, back it up, put it back, take a municipality's data out. */
export function listOperationCommands(terminal: Terminal, version: string): Command[] {
	const say = { locale: terminal.locale };
	return [
		new Command('verify')
			.description(m.trust_verify_about({}, say))
			.addOption(new Option('--json', m.cli_json_option({}, say)))
			.action(async (options: { json?: boolean }) => endAs(await (await import('./commands/verify.ts')).verify(terminal, options))),
		new Command('backup')
			.description(m.trust_backup_about({}, say))
			.argument('<file>', m.trust_backup_argument({}, say))
			.action(async (file: string) => (await import('./commands/backup.ts')).backup(terminal, { file, program: version })),
		new Command('restore')
			.description(m.trust_restore_about({}, say))
			.argument('<file>', m.trust_restore_argument({}, say))
			.action(async (file: string) => endAs(await (await import('./commands/restore.ts')).restore(terminal, { file }))),
		new Command('export')
			.description(m.trust_export_about({}, say))
			.requiredOption('--municipality <0340>', m.cli_municipality_option({}, say))
			.requiredOption('-o, --output <file>', m.trust_export_output_option({}, say))
			.action(async (options: { municipality: string; output: string }) =>
				(await import('./commands/export.ts')).exportAll(terminal, options),
			),
	];
}

/** A command that has said itself that something is wrong ends with exit code 1 and no further word. */
function endAs(isGood: boolean): void {
	if (!isGood) throw new ToldError();
}
