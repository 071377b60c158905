import { m } from '#text/paraglide/messages.js';
import { buildSite } from '#wiring/prepare-site.ts';
import { projectFolder } from '#wiring/project-folder.ts';
import type { Terminal } from '../terminal.ts';

/** Builds the site, whether or not its sources have changed. */
export async function build(terminal: Terminal): Promise<void> {
	await buildSite(projectFolder, terminal.signal);
	terminal.say(m.cli_build_done({}, { locale: terminal.locale }));
}
