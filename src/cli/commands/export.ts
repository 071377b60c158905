import { m } from '#text/paraglide/messages.js';
import { exportMunicipality } from '#usecases/operation/export-municipality.ts';
import type { Terminal } from '../terminal.ts';
import { asItIs, withDatabase } from '../with-database.ts';
import { writeSecretFile } from '../write-file.ts';

/** Writes all of a municipality's data to a zip of JSON and CSV files. */
export async function exportAll(terminal: Terminal, options: { municipality: string; output: string }): Promise<void> {
	const { municipality, output } = options;
	const done = await withDatabase(
		terminal,
		(context) => writeSecretFile(terminal, output, (out) => exportMunicipality(context, { municipality, out })),
		asItIs,
	);
	terminal.say(m.trust_export_done({ file: output, ...done }, { locale: terminal.locale }));
}
