import type { DraftInitiative, ReadResult } from '#domain/followup/draft-initiative.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { co2RelationLabel, colourLabel, fieldLabel, priorityLabel, stateLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { readDocument } from '#wiring/document-reader.ts';
import { listJson } from '../list-json.ts';
import { listProblems } from '../list-problems.ts';
import { readFile } from '../read-file.ts';
import { untilStopped, type Terminal } from '../terminal.ts';

/**
 * Reads a document without a database and prints what was understood.
 * @throws DomainError `cli.document-errors`, after printing, where the document contradicts itself so that it cannot be imported
 */
export async function read(terminal: Terminal, options: { file: string; json?: boolean }): Promise<void> {
	const { fileName, bytes } = await readFile(terminal, options.file);
	const result = await untilStopped(terminal.signal, readDocument(fileName, bytes));
	if (options.json) await writeJson(terminal, result);
	else for (const line of listLines(fileName, result, terminal.locale)) terminal.say(line);
	const errors = result.problems.filter(({ severity }) => severity === 'error').length;
	if (errors > 0) throw new DomainError('invalid', 'cli.document-errors', { file: fileName, count: errors });
}

async function writeJson(terminal: Terminal, result: ReadResult): Promise<void> {
	for (const part of listJson(result, terminal.locale)) {
		await untilStopped(terminal.signal, terminal.write(part));
	}
}

function listLines(file: string, { initiatives, problems }: ReadResult, locale: Locale): string[] {
	const sections = new Set(initiatives.map(({ section }) => section).filter((section) => section !== null));
	const counts = [
		countLine('priority', initiatives, (draft) => priorityLabel(draft.priority, locale), locale),
		countLine('state', initiatives, (draft) => stateLabel(draft.state, locale), locale),
		countLine('progress', initiatives, (draft) => colourLabel(draft.progress, locale), locale),
		countLine(
			'fulfilment',
			initiatives,
			(draft) => colourLabel(draft.fulfilment ?? (draft.fulfilmentText ? 'text' : 'none'), locale),
			locale,
		),
		countLine('co2Relation', initiatives, (draft) => co2RelationLabel(draft.co2Relation, locale), locale),
		countLine('responsible', initiatives, (draft) => draft.responsible ?? m.cli_import_empty({}, { locale }), locale),
	];
	const summary = m.cli_read_summary({ file, initiatives: initiatives.length, sections: sections.size }, { locale });
	return [summary, ...counts, ...listProblems(problems, locale)];
}

/** One line such as "Status: Igangsat 40, På hold 3", the most frequent first. */
function countLine(
	field: 'priority' | 'state' | 'progress' | 'fulfilment' | 'co2Relation' | 'responsible',
	drafts: readonly DraftInitiative[],
	getLabel: (draft: DraftInitiative) => string,
	locale: Locale,
): string {
	const counts = new Map<string, number>();
	for (const label of drafts.map(getLabel)) counts.set(label, (counts.get(label) ?? 0) + 1);
	const parts = [...counts].sort(([, a], [, b]) => b - a).map(([label, count]) => m.cli_read_count({ label, count }, { locale }));
	return m.cli_read_counted({ heading: fieldLabel(field, locale), counts: parts.join(', ') }, { locale });
}
