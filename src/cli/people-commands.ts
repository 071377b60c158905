import { Command } from 'commander';
import { personRoles } from '#domain/access/person.ts';
import { m } from '#text/paraglide/messages.js';
import { readChoice } from './read-option.ts';
import type { Terminal } from './terminal.ts';

/** The words with which somebody is let in: the first administrator, and who has lost every other way. */
export function listPeopleCommands(terminal: Terminal): Command[] {
	const say = { locale: terminal.locale };
	const ofPerson = (name: string) =>
		new Command(name)
			.requiredOption('--municipality <0340>', m.cli_municipality_option({}, say))
			.requiredOption('--email <address>', m.signin_cli_email_option({}, say));
	return [
		ofPerson('add-person')
			.description(m.signin_cli_add_about({}, say))
			.requiredOption('--name <name>', m.signin_cli_name_option({}, say))
			.requiredOption('--role <role>', m.signin_cli_role_option({ roles: personRoles.join(', ') }, say), readChoice('--role', personRoles))
			.action(async (options) => (await import('./commands/people.ts')).addOnePerson(terminal, options)),
		ofPerson('sign-in-link')
			.description(m.signin_cli_link_about({}, say))
			.option('--reset', m.signin_cli_reset_option({}, say))
			.action(async (options) => (await import('./commands/people.ts')).sayLink(terminal, options)),
	];
}
