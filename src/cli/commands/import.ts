import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { formatList } from '#text/format.ts';
import { m } from '#text/paraglide/messages.js';
import { applyImport } from '#usecases/imports/apply-import.ts';
import type { ImportPreview } from '#usecases/imports/import-preview.ts';
import { previewImport } from '#usecases/imports/preview-import.ts';
import { removeUpload } from '#usecases/imports/remove-upload.ts';
import type { Context } from '#usecases/context.ts';
import { listProblems } from '../list-problems.ts';
import { listProposal } from '../list-proposal.ts';
import { readFile, type NamedFile } from '../read-file.ts';
import type { Terminal } from '../terminal.ts';
import { withDatabase } from '../with-database.ts';

export type ImportOptions = {
	file: string;
	municipality: string;
	round: number;
	statusDate?: CalendarDate;
	dryRun?: boolean;
	yes?: boolean;
};

/** Reads a document, shows what it would change, and stores it; a person at a terminal is asked first unless `--yes` was said. */
export async function importDocument(terminal: Terminal, options: ImportOptions): Promise<void> {
	const file = await readFile(terminal, options.file);
	await withDatabase(terminal, (context) => proposeAndStore(context, terminal, options, file));
}

async function proposeAndStore(context: Context, terminal: Terminal, options: ImportOptions, file: NamedFile): Promise<void> {
	const { municipality } = options;
	const preview = await previewImport(context, { municipality, year: options.round, ...file });
	try {
		await storePreview(context, terminal, options, preview);
	} finally {
		// Nobody can come back to it: what was not stored is not kept either.
		await removeUpload(context, { municipality, draftId: preview.draftId });
	}
}

async function storePreview(context: Context, terminal: Terminal, options: ImportOptions, preview: ImportPreview): Promise<void> {
	const { say, locale } = terminal;
	const { municipality } = options;
	for (const line of [...listProblems(preview.problems, locale), ...listProposal(preview, locale)]) say(line);
	if (preview.lapsing.length > 0) say(m.import_lapsing({ numbers: formatList(preview.lapsing, locale) }, { locale }));
	if (options.dryRun) return say(m.cli_import_dry({}, { locale }));
	if (isKnown(preview, options)) return say(m.cli_import_nothing({}, { locale }));
	if (!options.yes && terminal.canAsk && !(await ask(terminal))) return say(m.cli_import_declined({}, { locale }));
	const { counts, importId, lapsed } = await applyImport(context, {
		municipality,
		draftId: preview.draftId,
		round: { statusDate: options.statusDate },
	});
	say(m.cli_import_done({ ...counts, municipality, id: importId }, { locale }));
	if (lapsed.length > 0) say(m.import_lapsed({ count: lapsed.length }, { locale }));
}

function isKnown({ proposal, roundExists, round }: ImportPreview, { statusDate }: ImportOptions): boolean {
	if (round && statusDate !== undefined && statusDate !== round.statusDate) return false;
	return roundExists && proposal.counts.new === 0 && proposal.counts.changed === 0;
}

async function ask({ locale, signal }: Terminal): Promise<boolean> {
	const prompt = createInterface({ input: process.stdin, output: process.stdout });
	// While it asks, the prompt gets the keys: Ctrl-C means what it always means, and the end of the input means no.
	prompt.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
	const ended = once(prompt, 'close').then(() => '');
	try {
		const answer = await Promise.race([prompt.question(m.cli_import_ask({}, { locale }), { signal }), ended]);
		return answer.trim().toLowerCase().startsWith(m.cli_import_answer_yes({}, { locale }));
	} finally {
		prompt.close();
	}
}
