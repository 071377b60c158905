import { m } from '#text/paraglide/messages.js';
import { verifyInstallation, type Breach, type Verification } from '#usecases/operation/verify-installation.ts';
import type { Terminal } from '../terminal.ts';
import { asItIs, withDatabase } from '../with-database.ts';

/**
 * Tells whether history, audit log and published reports are as they were written. Gives false, and with it exit code 1, when
 * something is broken.
 */
export async function verify(terminal: Terminal, options: { json?: boolean }): Promise<boolean> {
	const found = await withDatabase(terminal, (context) => verifyInstallation(context), asItIs);
	if (options.json) await terminal.write(`${JSON.stringify(found, null, 2)}\n`);
	else for (const line of listLines(found, terminal)) terminal.say(line);
	return found.breaches.length === 0;
}

function listLines({ logs, breaches }: Verification, { locale }: Terminal): string[] {
	const say = { locale };
	const used = logs.filter(({ entries, reports }) => entries.change + entries.audit_entry + reports > 0);
	const lines = used.flatMap(({ municipality, name, entries, newest, reports, files }) => [
		m.trust_verify_municipality({ municipality, name, changes: entries.change, events: entries.audit_entry, reports, files }, say),
		...(newest.change ? [`  ${m.trust_verify_newest_change({ hash: newest.change }, say)}`] : []),
		...(newest.audit_entry ? [`  ${m.trust_verify_newest_event({ hash: newest.audit_entry }, say)}`] : []),
	]);
	if (breaches.length === 0) return [...lines, m.trust_verify_whole({ municipalities: logs.length }, say)];
	return [...lines, m.trust_verify_broken({ count: breaches.length }, say), ...breaches.map((breach) => `  ${describe(breach, say)}`)];
}

function describe({ municipality, kind, what }: Breach, say: { locale: Terminal['locale'] }): string {
	const sentences = {
		change: m.trust_breach_change,
		audit_entry: m.trust_breach_event,
		published: m.trust_breach_published,
		guard: m.trust_breach_guard,
	};
	return sentences[kind]({ municipality: municipality ?? '', what }, say);
}
