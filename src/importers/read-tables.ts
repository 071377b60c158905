import type { ColumnMapping, DraftInitiative, ReadResult } from '#domain/followup/draft-initiative.ts';
import { getNumberKey } from '#domain/plan/number-key.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findHeader, findMapping } from './find-header.ts';
import { oneLine, wholeText } from './fold.ts';
import { turnKeyValue } from './key-value.ts';
import { collectProblems, type ProblemList } from './problem-list.ts';
import { readTable, type UnderstoodTable } from './read-table.ts';
import type { ReadTables, Table } from './table.ts';

type Understood = UnderstoodTable & { readonly table: Table };

/** A spreadsheet holds 32,767 characters in a cell: a text far longer is not a cell's, but many cells run together. */
export const longestCellText = 50_000;

/**
 * Understands the tables of one document: headings, then values, then numbers across the tables.
 * Throws `document.no-table` when there is none, `document.no-recognisable-column` when none has headings that are known,
 * `document.no-rows` when those that have stand above nothing, and `document.text-too-long` when a cell holds more than `longestCellText`.
 */
export function readTables(file: string, read: ReadTables, mappings: readonly ColumnMapping[]): ReadResult {
	const problems = collectProblems(file);
	problems.addAll(read.problems);
	const tables = read.tables.filter((table) => table.rows.length > 0).map((table) => cleanTable(file, table));
	if (tables.length === 0) throw new DomainError('invalid', 'document.no-table', { file });
	const understood: Understood[] = [];
	const missed: Table[] = [];
	for (const table of tables) {
		const answer = readOne(table, mappings, problems);
		if (answer) understood.push({ ...answer, table });
		else missed.push(table);
	}
	if (understood.length === 0) throw new DomainError('invalid', 'document.no-recognisable-column', { file, texts: firstTexts(tables) });
	for (const table of missed) tellMissed(table, understood, problems);
	const initiatives = joinNumbers(
		understood.map((each) => ({ ...each, drafts: nameSections(each, understood, problems) })),
		problems,
	);
	const isEmpty = initiatives.length === 0 && !problems.list().some(({ action }) => action === 'row-skipped' || action === 'sheet-skipped');
	if (isEmpty) throw new DomainError('invalid', 'document.no-rows', { file });
	return {
		initiatives,
		problems: problems.list(),
		mappings: uniqueMappings(understood.map((each) => each.mapping)),
		title: (read.title ? wholeText(read.title) : null) ?? understood.find((each) => each.title)?.title ?? null,
	};
}

function cleanTable(file: string, table: Table): Table {
	let isWhole = true;
	for (const { row, cells } of table.rows) {
		for (const { text } of cells) {
			if (text.length > longestCellText) throw new DomainError('invalid', 'document.text-too-long', { file, row, limit: longestCellText });
			isWhole &&= wholeText(text) === text;
		}
	}
	if (isWhole) return table;
	return {
		...table,
		rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: wholeText(cell.text) })) })),
	};
}

function readOne(table: Table, mappings: readonly ColumnMapping[], problems: ProblemList): UnderstoodTable | null {
	const mapping = findMapping(mappings, table.place.sheet);
	const form = turnKeyValue(table);
	const asForm = form ? findHeader(form, mapping) : null;
	const asList = findHeader(table, mapping);
	return form && asForm && asForm.fields > (asList?.fields ?? 0)
		? readTable(form, mapping, problems)
		: asList && readTable(table, mapping, problems);
}

function tellMissed(table: Table, understood: readonly Understood[], problems: ProblemList): void {
	const { sheet, page } = table.place;
	const row = table.rows[0]?.row ?? null;
	const isSheet = sheet !== null && !understood.some((each) => each.table.place.sheet === sheet);
	problems.add({
		severity: 'note',
		code: isSheet ? 'sheet.not-recognised' : 'table.not-recognised',
		action: isSheet ? 'sheet-skipped' : 'table-skipped',
		sheet,
		page,
		row,
		text: firstTexts([table]),
	});
}

/** Where several tables each stand under a name of their own and hold no sections, the name is the section. */
function nameSections(each: Understood, all: readonly Understood[], problems: ProblemList): DraftInitiative[] {
	const name = titleOf(each);
	const names = new Set(all.map(titleOf));
	if (name === null || each.hasSections || all.length < 2 || names.size < 2) return each.drafts;
	if (each.drafts.length === 1 && each.drafts[0] && name.includes(each.drafts[0].title)) return each.drafts;
	const { sheet, page } = each.table.place;
	problems.addOnce({
		severity: 'note',
		code: 'section.from-title',
		action: 'read-as',
		sheet,
		page,
		field: 'section',
		text: name,
		value: name,
	});
	return each.drafts.map((draft) => ({ ...draft, section: draft.section ?? name }));
}

function titleOf({ table, title }: Understood): string | null {
	const { sheet } = table.place;
	return table.title ?? title ?? (sheet !== null && !/^(?:ark|sheet|blad|side|table|tabel)\s*\d*$/i.test(sheet) ? sheet : null);
}

/** Puts the tables' drafts together. A number can stand once: what comes second is told and left out, never merged in silence. */
function joinNumbers(tables: readonly (UnderstoodTable & { table: Table })[], problems: ProblemList): DraftInitiative[] {
	const byNumber = new Map<string, DraftInitiative>();
	for (const { drafts, table } of tables) {
		const doubles = drafts.filter((draft) => byNumber.has(getNumberKey(draft.number)));
		if (table.place.sheet !== null && doubles.length >= 3 && doubles.length > drafts.length / 2) {
			problems.add({
				severity: 'error',
				code: 'sheet.same-numbers',
				action: 'sheet-skipped',
				sheet: table.place.sheet,
				text: table.place.sheet,
				value: String(doubles.length),
			});
			continue;
		}
		for (const draft of drafts) {
			const earlier = byNumber.get(getNumberKey(draft.number));
			if (earlier) tellDouble(earlier, draft, problems);
			else byNumber.set(getNumberKey(draft.number), draft);
		}
	}
	return [...byNumber.values()];
}

function tellDouble(earlier: DraftInitiative, draft: DraftInitiative, problems: ProblemList): void {
	const same = contentOf(earlier) === contentOf(draft);
	const { sheet, page, row } = draft.source;
	problems.add({
		severity: same ? 'note' : 'error',
		code: same ? 'number.repeated' : 'number.duplicate',
		action: 'row-skipped',
		field: 'number',
		...{ sheet, page, row, number: draft.number, text: draft.title },
		value:
			earlier.source.sheet === null || earlier.source.sheet === sheet
				? String(earlier.source.row)
				: `${earlier.source.sheet}!${earlier.source.row}`,
	});
}

function contentOf(draft: DraftInitiative): string {
	return JSON.stringify({ ...draft, source: null });
}

function uniqueMappings(mappings: readonly ColumnMapping[]): ColumnMapping[] {
	return [...new Map(mappings.map((mapping) => [JSON.stringify(mapping), mapping])).values()];
}

/** The first row with several texts, to show a person what the table begins with. */
function firstTexts(tables: readonly Table[]): string {
	const rows = tables.flatMap((table) => table.rows.slice(0, 20));
	const row = rows.find((each) => each.cells.filter((cell) => cell.text !== '').length > 1) ?? rows[0];
	const texts = row?.cells.map((cell) => oneLine(cell.text)).filter(Boolean) ?? [];
	return texts.join(' | ').slice(0, 200);
}
