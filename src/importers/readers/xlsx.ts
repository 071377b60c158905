import { collectProblems } from '../problem-list.ts';
import type { ReadTables, Table } from '../table.ts';
import type { Archive } from './archive.ts';
import { cleanText, readSheet } from './xlsx-sheet.ts';
import { readStyles } from './xlsx-styles.ts';
import { readXml } from './xml.ts';

type Sheet = { readonly name: string; readonly id: string; readonly hidden: boolean };

/** Reads every visible sheet of a workbook as a table. Hidden sheets hold lists and drafts: they are named, not read. */
export async function readXlsx(file: string, archive: Archive): Promise<ReadTables> {
	const problems = collectProblems(file);
	const { sheets, dateSystem } = await readWorkbook(file, archive);
	const parts = await readRelations(file, archive);
	const styles = await readStyles(file, archive);
	const strings = await readStrings(file, archive);
	const tables: Table[] = [];
	for (const sheet of sheets) {
		const part = parts.get(sheet.id);
		if (sheet.hidden)
			problems.add({ severity: 'note', code: 'sheet.hidden', action: 'sheet-skipped', sheet: sheet.name, text: sheet.name });
		if (sheet.hidden || !part || !archive.has(part)) continue;
		const read = await readSheet(file, sheet.name, archive.readPart(part), { strings, styles, dateSystem });
		for (const problem of read.problems) problems.add(problem);
		tables.push({ place: { file, sheet: sheet.name, page: null }, title: null, rows: read.rows, hiddenColumns: read.hiddenColumns });
	}
	return { tables, problems: problems.list() };
}

async function readWorkbook(file: string, archive: Archive): Promise<{ sheets: Sheet[]; dateSystem: 1900 | 1904 }> {
	const sheets: Sheet[] = [];
	let dateSystem: 1900 | 1904 = 1900;
	await readXml(file, archive.readPart(archive.main), {
		open: (name, attributes) => {
			if (name === 'workbookPr' && ['1', 'true'].includes(attributes.date1904 ?? '')) dateSystem = 1904;
			if (name === 'sheet')
				sheets.push({ name: attributes.name ?? '', id: attributes.id ?? '', hidden: (attributes.state ?? 'visible') !== 'visible' });
		},
	});
	return { sheets, dateSystem };
}

/** Worksheet parts by relation id; chart sheets and the like have other types and are left out. */
async function readRelations(file: string, archive: Archive): Promise<Map<string, string>> {
	const parts = new Map<string, string>();
	await readXml(file, archive.readPart(archive.main.replace(/([^/]+)$/, '_rels/$1.rels')), {
		open: (name, { Id, Type, Target }) => {
			if (name !== 'Relationship' || !Id || !Target || !Type?.endsWith('/worksheet')) return;
			parts.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`.replace(/\/\.\//g, '/'));
		},
	});
	return parts;
}

/** The table of strings that cells point into. Reading aids (phonetic runs) are no part of the text. */
async function readStrings(file: string, archive: Archive): Promise<string[]> {
	const strings: string[] = [];
	let text = '';
	let inText = false;
	let phonetic = false;
	await readXml(file, archive.readPart('xl/sharedStrings.xml'), {
		open: (name) => {
			if (name === 'si') text = '';
			else if (name === 'rPh') phonetic = true;
			else if (name === 't') inText = !phonetic;
		},
		text: (part) => {
			if (inText) text += part;
		},
		close: (name) => {
			if (name === 't') inText = false;
			else if (name === 'rPh') phonetic = false;
			else if (name === 'si') strings.push(cleanText(text));
		},
	});
	return strings;
}
