import { DomainError } from '#domain/shared/domain-error.ts';
import { formatTime } from '#text/format.ts';
import { m } from '#text/paraglide/messages.js';
import { listImports } from '#usecases/imports/list-imports.ts';
import { undoImport } from '#usecases/imports/undo-import.ts';
import type { Terminal } from '../terminal.ts';
import { withDatabase } from '../with-database.ts';

/** Undoes an import of a municipality: the one named, else the latest that is not undone already. */
export async function undo(terminal: Terminal, options: { municipality: string; import?: string }): Promise<void> {
	const { municipality } = options;
	const undone = await withDatabase(terminal, async (context) => {
		const { imports } = await listImports(context, { municipality });
		const entry = options.import ? imports.find(({ id }) => id === options.import) : imports.find((candidate) => !candidate.undone);
		if (!entry) throw new DomainError('not-found', options.import ? 'import.unknown' : 'cli.nothing-to-undo');
		await undoImport(context, { municipality, importId: entry.id });
		return entry;
	});
	const { locale } = terminal;
	terminal.say(m.cli_undo_done({ file: undone.fileName, date: formatTime(undone.at, locale) }, { locale }));
}
