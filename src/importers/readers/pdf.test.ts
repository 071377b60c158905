import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DraftInitiative } from '#domain/followup/draft-initiative.ts';
import { renderPdf } from '#reports/render-pdf.ts';
import { buildStatusReport } from '#reports/status-report.ts';
import { makeRawPdf, paintAt, writeAt } from '../../../test/make-raw-pdf.ts';
import type { TableStyle } from '../../../test/make-table-pdf.ts';
import { makeTablePdf } from '../../../test/make-table-pdf.ts';
import { readSoroeFollowUp } from '../../../test/soroe-follow-up.ts';
import { readTables } from '../read-tables.ts';
import type { Table } from '../table.ts';
import { readExtractedText } from './extracted-text.ts';
import { readPdf } from './pdf.ts';

const madeUp = readFileSync(join(import.meta.dirname, 'extracted-text/made-up-status.txt'), 'utf8');
const source = join(import.meta.dirname, '../../../../shared/sources/000_5ec8f7dd595304e4.txt');
const found = existsSync(source);
const reason = found ? '' : ' (skipped: ../shared/sources is not beside this checkout)';

const widths = [1, 4, 2.6, 2, 2.4, 2.2, 1.9, 2.6, 12, 4.4, 2.9, 4.6];
const fills = {
	grøn: '00B050',
	gul: 'FFFF00',
	rød: 'FF0000',
	hvid: 'FFFFFF',
	Grøn: '00B050',
	Gul: 'FFFF00',
	Rød: 'FF0000',
	Hvid: 'FFFFFF',
};
const filled = { fills, filledColumns: [6, 7] };
const styles: readonly (readonly [string, TableStyle])[] = [
	['with all lines', { lines: 'all', paper: 'a3 landscape' }],
	['with all lines and backgrounds for colours', { lines: 'all', paper: 'a3 landscape', ...filled }],
	['upright, small, its cells in the middle of their rows', { lines: 'all', paper: 'a4 portrait', centred: true }],
	['with lines between rows only', { lines: 'rows', paper: 'a3 landscape' }],
	['with lines between rows only and backgrounds for colours', { lines: 'rows', paper: 'a3 landscape', ...filled }],
	['without lines', { lines: 'none', paper: 'a3 landscape' }],
	['without lines, with backgrounds for colours', { lines: 'none', paper: 'a3 landscape', ...filled }],
];

/**
 * The drafts without their places. Where a line of a cell ends, a PDF does not say whether a space, a new paragraph or nothing
 * was there; so spaces count only within short fields, and not after a stroke.
 */
function compareable(drafts: readonly DraftInitiative[]): unknown[] {
	const prose = (text: string | null): string | null => text?.replace(/\s+/gu, '') ?? null;
	return drafts.map(({ source: _, title, remark, budget, fulfilmentText, co2RelationText, ...rest }) => ({
		...rest,
		title: title.replace(/\s*\/\s*/gu, '/'),
		remark: prose(remark),
		budget: prose(budget),
		fulfilmentText: prose(fulfilmentText),
		co2RelationText: prose(co2RelationText),
	}));
}

async function readDrafts(bytes: Uint8Array): Promise<readonly DraftInitiative[]> {
	return readTables('status.pdf', await readPdf('status.pdf', bytes), []).initiatives;
}

function tableOf(text: string): Table {
	const table = readExtractedText('status.txt', text).tables[0];
	if (!table) throw new Error('The text has no table.');
	return table;
}

describe.each(styles)('a table %s', (_, style) => {
	it('gives the same drafts as the text it was made from', async () => {
		const drafts = readTables('status.txt', readExtractedText('status.txt', madeUp), []).initiatives;
		expect(compareable(await readDrafts(makeTablePdf(tableOf(madeUp), widths, style)))).toEqual(compareable(drafts));
	});

	it.skipIf(!found)(`gives the same 83 drafts as Sorø's report, over many pages${reason}`, async () => {
		const text = readFileSync(source, 'utf8');
		const drafts = readTables('status.txt', readExtractedText('status.txt', text), []).initiatives;
		const bytes = makeTablePdf(tableOf(text), widths, style);
		const read = await readPdf('status.pdf', bytes);
		expect(read.tables).toHaveLength(1);
		expect(Math.max(...(read.tables[0]?.rows ?? []).map(({ page }) => page ?? 0))).toBeGreaterThan(2);
		expect(compareable(readTables('status.pdf', read, []).initiatives)).toEqual(compareable(drafts));
	});
});

/** The same table as other programs print it: cells in the middle of their rows, rows cut by the page's end, headings again on each. */
describe.each(['chromium-lines', 'chromium-rows', 'libreoffice-bare'])('a table printed by another program (%s)', (name) => {
	it('gives the same drafts as the text it was made from', async () => {
		const drafts = readTables('status.txt', readExtractedText('status.txt', madeUp), []).initiatives;
		const bytes = readFileSync(join(import.meta.dirname, `pdf/fixtures/${name}.pdf`));
		expect(compareable(await readDrafts(new Uint8Array(bytes)))).toEqual(compareable(drafts));
	});
});

describe('our own report as PDF', () => {
	it('gives back number, section, state, both colours, remark and CO2 relation of every initiative', async () => {
		const followUp = readSoroeFollowUp();
		const report = buildStatusReport(followUp, null, [], { locale: 'da', version: 1 });
		const drafts = await readDrafts(await renderPdf(report, { layout: 'landscape' }));
		const letters = (text: string | null | undefined): string | null => text?.replace(/\s/gu, '') ?? null;
		expect(new Set(drafts.map(({ section }) => section)).size).toBe(10);
		expect(
			drafts.map((draft) => [draft.number, draft.state, draft.progress, draft.fulfilment, letters(draft.remark), draft.co2Relation]),
		).toEqual(
			followUp.lines.map(({ initiative, assessment }) => [
				initiative.number,
				assessment?.state,
				assessment?.progress,
				assessment?.fulfilment,
				letters(assessment?.remark),
				initiative.co2Relation,
			]),
		);
		// One cell holds the title and, below it, the sector. The report divides words, so a hyphen at a line's end may be the word's own.
		const bare = (text: string): string => text.replace(/[\s-]/gu, '');
		for (const [index, { initiative }] of followUp.lines.entries()) {
			expect(bare(drafts[index]?.title ?? '')).toBe(bare(`${initiative.title}${initiative.sector ?? ''}`));
		}
	});
});

describe('a table that stands differently on its page', () => {
	const expected = () => compareable(readTables('status.txt', readExtractedText('status.txt', madeUp), []).initiatives);

	it('is read when it was set sideways', async () => {
		const bytes = makeTablePdf(tableOf(madeUp), widths, { lines: 'all', paper: 'a4 portrait', turned: true });
		expect(compareable(await readDrafts(bytes))).toEqual(expected());
	});

	it.each([0, 90, 180, 270])('is read when the page is turned by %i degrees', async (rotate) => {
		const content = drawTable([
			['Nr', 'Indsats', 'Status'],
			['1', 'Solceller', 'I gang'],
			['2', 'Varmepumper', 'Sat i bero'],
		]);
		const { tables } = await readPdf('a.pdf', makeRawPdf({ content, rotate }));
		const rows = tables.map(({ rows: all }) => all.map(({ cells }) => cells.map(({ text }) => text)));
		// A viewer shows the page turned, and so do we: the words then run sideways, and the table is turned back.
		expect(rows).toEqual([
			[
				['Nr', 'Indsats', 'Status'],
				['1', 'Solceller', 'I gang'],
				['2', 'Varmepumper', 'Sat i bero'],
			],
		]);
	});
});

/** Draws a table as word processors do: its lines are thin filled rectangles, its backgrounds wide ones. */
function drawTable(rows: readonly (readonly string[])[], colours: Readonly<Record<string, string>> = {}): string {
	const [left, top, width, height] = [50, 700, 120, 24];
	const columns = Math.max(...rows.map((row) => row.length));
	let content = '';
	for (const [index, row] of rows.entries()) {
		for (const [column, text] of row.entries()) {
			const [x, y] = [left + column * width, top - (index + 1) * height];
			const colour = colours[text];
			if (colour) content += paintAt(x, y, width, height, colour);
			content += writeAt(x + 4, y + 9, colour ? '' : text);
		}
	}
	for (let index = 0; index <= rows.length; index += 1) content += paintAt(left, top - index * height, columns * width, 0.5, '0 0 0');
	for (let column = 0; column <= columns; column += 1) {
		content += paintAt(left + column * width, top - rows.length * height, 0.5, rows.length * height, '0 0 0');
	}
	return content;
}

describe('backgrounds', () => {
	it('are the colours of their cells, also where the table lies in a moved drawing', async () => {
		const table = drawTable(
			[
				['Nr', 'Indsats', 'Fremdrift'],
				['1', 'Solceller', 'g'],
				['2', 'Varmepumper', 'r'],
			],
			{ g: '0 0.69 0.3137', r: '1 0 0' },
		);
		const { tables } = await readPdf('a.pdf', makeRawPdf({ content: `q 0.8 0 0 0.8 30 40 cm\n${table}Q\n` }));
		expect(tables[0]?.rows.map(({ cells }) => cells[2])).toEqual([
			{ text: 'Fremdrift' },
			{ text: '', fill: '00B050' },
			{ text: '', fill: 'FF0000' },
		]);
	});
});

describe('a PDF that cannot be used', () => {
	const table = () => makeTablePdf(tableOf(madeUp), widths, { lines: 'all', paper: 'a3 landscape' });

	it('is refused when it is locked', async () => {
		const bytes = makeRawPdf({ content: writeAt(50, 700, 'Hemmeligt'), encrypted: true });
		await expect(readPdf('a.pdf', bytes)).rejects.toMatchObject({ kind: 'invalid', code: 'document.encrypted' });
	});

	it('is refused when it holds only pictures', async () => {
		const bytes = makeRawPdf({ content: 'q 500 0 0 700 40 40 cm /I Do Q' });
		await expect(readPdf('a.pdf', bytes)).rejects.toMatchObject({ code: 'document.pdf-without-text' });
	});

	it('is refused when it is cut off or junk', async () => {
		const whole = table();
		const junk = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
		const start = new TextEncoder().encode('%PDF-1.7\n');
		for (const bytes of [whole.slice(0, 400), start, new Uint8Array([...start, ...junk])]) {
			await expect(readPdf('a.pdf', bytes)).rejects.toMatchObject({ kind: 'invalid', code: 'document.damaged' });
		}
	});

	it('gives no table when it is prose', async () => {
		const lines = Array.from({ length: 30 }, (_, index) =>
			writeAt(50, 780 - index * 12, `Referat, punkt ${index}: status og indsatser blev drøftet.`),
		);
		expect((await readPdf('a.pdf', makeRawPdf({ content: lines.join('') }))).tables).toEqual([]);
	});

	it('leaves the bytes it was given as they are', async () => {
		const bytes = table();
		const before = bytes.slice();
		await readPdf('a.pdf', bytes);
		expect(Buffer.compare(bytes, before)).toBe(0);
	});
});
