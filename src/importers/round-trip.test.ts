import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftInitiative } from '#domain/followup/draft-initiative.ts';
import { encodeWindows1252, layOut, writeMarkdown, writeSeparated, writeWord, writeWorkbook } from '../../test/make-documents.ts';
import { madeUpPlan, makeDraft } from '../../test/made-up-plan.ts';
import { readDocument } from './read-document.ts';

const source = join(import.meta.dirname, '../../../shared/sources/000_5ec8f7dd595304e4.txt');
const found = existsSync(source);
const utf8 = (text: string) => new TextEncoder().encode(text);
const withoutSource = (drafts: readonly DraftInitiative[]) => drafts.map((draft) => ({ ...draft, source: null }));

/** The same drafts written in every way a municipality might. */
const documents: Readonly<Record<string, (drafts: readonly DraftInitiative[]) => Promise<Uint8Array> | Uint8Array>> = {
	'words.xlsx': (drafts) => writeWorkbook({ Status: layOut(drafts, { days: 'danish' }) }),
	'painted, with a title and stored days.xlsx': (drafts) =>
		writeWorkbook({ Status: layOut(drafts, { title: 'Statusrapport 2023', paint: true, days: 'stored' }) }),
	'days counted from 1904.xlsx': (drafts) => writeWorkbook({ Status: layOut(drafts, { days: 'stored' }) }, { dateSystem: '1904' }),
	'sections in a column.xlsx': (drafts) => writeWorkbook({ Status: layOut(drafts, { sections: 'column', paint: true }) }),
	'semicolons in Windows-1252.csv': (drafts) => encodeWindows1252(writeSeparated(layOut(drafts, { days: 'danish' }), ';')),
	'commas with byte order mark.csv': (drafts) => utf8(`\ufeff${writeSeparated(layOut(drafts, { title: 'Status, 2023' }), ',')}`),
	'tabs.tsv': (drafts) => utf8(writeSeparated(layOut(drafts, { sections: 'column' }), '\t')),
	'UTF-16.csv': (drafts) => Buffer.from(`\ufeff${writeSeparated(layOut(drafts), ';')}`, 'utf16le'),
	'words.docx': (drafts) => writeWord(layOut(drafts, { title: 'Statusrapport 2023', days: 'danish' })),
	'painted.docx': (drafts) => writeWord(layOut(drafts, { paint: true })),
	'table.md': (drafts) => utf8(writeMarkdown(layOut(drafts, { title: 'Statusrapport 2023' }))),
};

describe.each(Object.entries(documents))('the same plan as %s', (fileName, write) => {
	it('gives the same initiatives, field by field', async () => {
		const { initiatives, problems } = await readDocument({ fileName, bytes: await write(madeUpPlan) });
		expect(withoutSource(initiatives)).toEqual(withoutSource(madeUpPlan));
		expect(problems.filter((problem) => problem.severity !== 'note')).toEqual([]);
	});

	it.skipIf(!found)("gives Sorø's 83 initiatives again (skipped where the source documents are not beside the project)", async () => {
		const original = await readDocument({ fileName: 'source.txt', bytes: readFileSync(source) });
		expect(original.initiatives).toHaveLength(83);
		const { initiatives } = await readDocument({ fileName, bytes: await write(original.initiatives) });
		expect(withoutSource(initiatives)).toEqual(withoutSource(original.initiatives));
	});
});

describe('any plan as separated values', () => {
	const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) =>
		text
			.normalize('NFC')
			.replace(/[\p{C}\s]+/gu, ' ')
			.trim()
			// An apostrophe before such a sign is a spreadsheet's guard against formulas, which reading takes off.
			.replace(/^'+(?=[=+\-@])/, ''),
	);
	const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: null }).map((each) => each || null);
	const plan = fc.uniqueArray(
		fc.record({
			number: fc.integer({ min: 1, max: 9999 }).map(String),
			title: line.map((text) => `Indsats ${text}`.trim()),
			sector: maybe(line),
			remark: maybe(line),
			budget: maybe(line),
			responsible: maybe(line),
		}),
		{ minLength: 1, maxLength: 12, selector: ({ number }) => number },
	);

	it('comes back as it was, whatever the texts hold', async () => {
		await fc.assert(
			fc.asyncProperty(plan, fc.constantFrom(';', ',', '\t'), async (rows, delimiter) => {
				const drafts = rows.map((row) => makeDraft(row));
				const { initiatives } = await readDocument({
					fileName: 'plan.csv',
					bytes: utf8(writeSeparated(layOut(drafts, { sections: 'column' }), delimiter)),
				});
				expect(withoutSource(initiatives)).toEqual(withoutSource(drafts));
			}),
			// A letter that another program could not write stands as this sign, and is text.
			{
				numRuns: 60,
				examples: [[[{ number: '1', title: 'Indsats S\ufffdro', sector: null, remark: null, budget: null, responsible: null }], ';']],
			},
		);
	});
});
