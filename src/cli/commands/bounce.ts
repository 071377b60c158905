import { recordBounce } from '#usecases/mail/record-bounce.ts';
import { m } from '#text/paraglide/messages.js';
import { withDatabase } from '../with-database.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Reads a mail from standard input, as a mail server hands it to a program, and notes which address it says does not work. Mail that
 * is something else is taken in silence, so that the server never sends it back.
 */
export async function bounce(terminal: Terminal): Promise<void> {
	const message = Buffer.concat(await Array.fromAsync(terminal.input()));
	const isOurs = await withDatabase(terminal, (context) => recordBounce(context, { message }));
	const say = { locale: terminal.locale };
	terminal.say(isOurs ? m.cli_bounce_noted({}, say) : m.cli_bounce_other({}, say));
}
