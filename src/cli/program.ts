import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { m } from '#text/paraglide/messages.js';
import { projectFolder } from '#wiring/project-folder.ts';
import { listOperationCommands } from './operation-commands.ts';
import { listPeopleCommands } from './people-commands.ts';
import { readChoice, readCount, readDay, readPart, readReportVersion, readYear } from './read-option.ts';
import type { Terminal } from './terminal.ts';

/**
 * The words of the `fremdrift` command. What a word does is loaded when it is used: reading a document should not wait
 * for the database's library, nor the help for anything.
 */
export function createProgram(terminal: Terminal): Command {
	const say = { locale: terminal.locale };
	const version = readVersion();
	const program = speak(new Command('fremdrift'), terminal)
		.description(m.cli_about({}, say))
		.version(version, '-V, --version', m.cli_version_option({}, say))
		.addOption(new Option('--lang <da|en>', m.cli_lang_option({}, say)))
		// An option belongs to the command it stands behind: `report --lang en` asks for an English report.
		.enablePositionalOptions()
		.helpCommand('help', m.cli_help_command({}, say));
	for (const command of [
		...listServiceCommands(terminal),
		...listDocumentCommands(terminal),
		...listPeopleCommands(terminal),
		...listOperationCommands(terminal, version),
	]) {
		const hasOwn = command.options.some((option) => option.long === '--lang');
		if (!hasOwn) command.addOption(new Option('--lang <da|en>', m.cli_lang_option({}, say)).hideHelp());
		program.addCommand(speak(command, terminal));
	}
	return program;
}

function listServiceCommands(terminal: Terminal): Command[] {
	const say = { locale: terminal.locale };
	return [
		new Command('start').description(m.cli_start_about({}, say)).action(async () => (await import('./commands/start.ts')).start(terminal)),
		new Command('bounce')
			.description(m.cli_bounce_about({}, say))
			.action(async () => (await import('./commands/bounce.ts')).bounce(terminal)),
		new Command('worker')
			.description(m.cli_worker_about({}, say))
			.action(async () => (await import('./commands/worker.ts')).worker(terminal)),
		new Command('dev').description(m.cli_dev_about({}, say)).action(async () => (await import('./commands/dev.ts')).dev(terminal)),
		new Command('build').description(m.cli_build_about({}, say)).action(async () => (await import('./commands/build.ts')).build(terminal)),
		new Command('migrate')
			.description(m.cli_migrate_about({}, say))
			.action(async () => (await import('./commands/migrate.ts')).migrate(terminal)),
	];
}

function listDocumentCommands(terminal: Terminal): Command[] {
	const say = { locale: terminal.locale };
	const ofMunicipality = (name: string) => new Command(name).requiredOption('--municipality <0340>', m.cli_municipality_option({}, say));
	const ofRound = (name: string) => ofMunicipality(name).requiredOption('--round <2023>', m.cli_round_option({}, say), readYear);
	const json = new Option('--json', m.cli_json_option({}, say));
	return [
		new Command('read')
			.description(m.cli_read_about({}, say))
			.argument('<file>', m.cli_file_argument({}, say))
			.addOption(json)
			.action(async (file: string, options) => (await import('./commands/read.ts')).read(terminal, { file, ...options })),
		new Command('path')
			.description(m.pathway_cli_about({}, say))
			.argument('<file>', m.pathway_cli_file_argument({}, say))
			.addOption(json)
			.option('--draws <2000>', m.pathway_cli_draws_option({}, say), readCount('--draws', 100_000), 2000)
			.option('--seed <1>', m.pathway_cli_seed_option({}, say), readCount('--seed', 999_999_999), 1)
			.action(async (file: string, options) => (await import('./commands/path.ts')).path(terminal, { file, ...options })),
		ofRound('import')
			.description(m.cli_import_about({}, say))
			.argument('<file>', m.cli_file_argument({}, say))
			.option('--status-date <2023-12-31>', m.cli_status_date_option({}, say), readDay)
			.option('--dry-run', m.cli_dry_run_option({}, say))
			.option('--yes', m.cli_yes_option({}, say))
			.action(async (file: string, options) => (await import('./commands/import.ts')).importDocument(terminal, { file, ...options })),
		ofMunicipality('undo-import')
			.description(m.cli_undo_import_about({}, say))
			.option('--import <id>', m.cli_import_option({}, say))
			.action(async (options) => (await import('./commands/undo-import.ts')).undo(terminal, options)),
		ofRound('report')
			.description(m.cli_report_about({}, say))
			.requiredOption('--format <pdf>', m.cli_format_option({}, say), readChoice('--format', ['pdf', 'docx', 'xlsx', 'csv', 'json']))
			.option('--layout <landscape>', m.cli_layout_option({}, say), readChoice('--layout', ['landscape', 'portrait']))
			.option('--lang <da|en>', m.cli_report_lang_option({}, say))
			.option('--part <one-page>', m.publish_cli_part_option({}, say), readChoice('--part', ['report', 'one-page', 'changes']))
			.option('--only <udvalg=Teknik>', m.publish_cli_only_option({}, say), readPart)
			.option('--report-version <1>', m.publish_cli_version_option({}, say), readReportVersion)
			.requiredOption('-o, --output <file>', m.cli_output_option({}, say))
			.action(async ({ lang, ...options }, command: Command) =>
				// The language asked for in front of the command is the report's too, unless it has its own.
				(await import('./commands/report.ts')).report(terminal, { ...options, lang: lang ?? command.parent?.opts().lang }),
			),
		ofRound('check')
			.description(m.cli_check_about({}, say))
			.addOption(json)
			.action(async (options) => (await import('./commands/check.ts')).check(terminal, options)),
	];
}

// The library's own words are English: headings, help lines and complaints are replaced, complaints where they are caught.
function speak(command: Command, { locale }: Terminal): Command {
	const headings: Readonly<Record<string, string>> = {
		'Usage:': m.cli_usage_heading({}, { locale }),
		'Arguments:': m.cli_arguments_heading({}, { locale }),
		'Options:': m.cli_options_heading({}, { locale }),
		'Commands:': m.cli_commands_heading({}, { locale }),
	};
	const translate = (usage: string) =>
		usage
			.replace('[options]', m.cli_usage_placeholder_options({}, { locale }))
			.replace('[command]', m.cli_usage_placeholder_command({}, { locale }));
	return command
		.helpOption('-h, --help', m.cli_help_option({}, { locale }))
		.configureHelp({
			styleTitle: (title) => headings[title] ?? title,
			commandUsage: (shown) => `${listParents(shown)}${shown.name()} ${translate(shown.usage())}`,
			subcommandTerm: (shown) => [shown.name(), ...shown.registeredArguments.map((argument) => `<${argument.name()}>`)].join(' '),
		})
		.configureOutput({ outputError: () => undefined })
		.showSuggestionAfterError(false)
		.exitOverride();
}

function listParents(command: Command): string {
	return command.parent ? `${command.parent.name()} ` : '';
}

function readVersion(): string {
	return (JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string }).version;
}
