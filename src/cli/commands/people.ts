import { m } from '#text/paraglide/messages.js';
import { makeSignInLink } from '#usecases/access/make-sign-in-link.ts';
import { addPerson } from '#usecases/people/add-person.ts';
import { readConfig } from '#wiring/config.ts';
import { projectFolder } from '#wiring/project-folder.ts';
import { openSignIn } from '#wiring/sign-in.ts';
import type { Terminal } from '../terminal.ts';
import { withDatabase } from '../with-database.ts';

/** Adds a person to a municipality; the first administrator of an installation comes this way. */
export async function addOnePerson(
	terminal: Terminal,
	options: { municipality: string; email: string; name: string; role: string },
): Promise<void> {
	await withDatabase(terminal, (context) => addPerson(context, { ...options, unitId: null }));
	const { email, municipality } = options;
	terminal.say(m.signin_cli_added({ email, municipality }, { locale: terminal.locale }));
}

/** Makes a link that a person signs in with, and says it. */
export async function sayLink(terminal: Terminal, options: { municipality: string; email: string; reset?: boolean }): Promise<void> {
	const config = readConfig(terminal.environment, projectFolder);
	const link = await withDatabase(terminal, (context) => {
		const { signIn } = openSignIn(config, context).forRequest(new Request(context.address));
		return makeSignInLink(context, { ...options, reset: options.reset ?? false, makeLink: (email) => signIn.makeLink(email) });
	});
	terminal.say(m.signin_cli_link({ link }, { locale: terminal.locale }));
}
