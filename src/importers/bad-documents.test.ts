import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { layOut, writeSeparated, writeWord, writeWorkbook } from '../../test/make-documents.ts';
import { writeArchive } from '../../test/write-archive.ts';
import { madeUpPlan } from '../../test/made-up-plan.ts';
import { readDocument } from './read-document.ts';
import { readDocumentBounded } from './read-document-bounded.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const workbook = () => writeWorkbook({ Status: layOut(madeUpPlan) });
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 ** 2, 32);
const compound = (streams: string) =>
	Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(streams, 'utf16le'), Buffer.alloc(600)]);
const sheetXml = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nr.</t></is></c></row>';
/** Bytes that look like nothing, the same in every run. */
const junk = Uint8Array.from({ length: 20_000 }, (_, at) => (Math.imul(at + 1, 2_654_435_761) >>> 13) & 0xff);

const refused: Readonly<Record<string, readonly [code: string, bytes: () => Promise<Uint8Array> | Uint8Array]>> = {
	'empty.xlsx': ['document.empty', () => new Uint8Array()],
	'only spaces.csv': ['document.empty', () => utf8(' \n\t\n')],
	'junk.xlsx': ['document.unknown-kind', () => junk],
	'zeros.csv': ['document.unknown-kind', () => new Uint8Array(5000)],
	'null at the end.csv': ['document.unknown-kind', () => utf8(`Nr.;Indsats\n${'1;Titel\n'.repeat(20_000)}\u0000`)],
	'one endless cell.csv': ['document.text-too-long', () => utf8(`Nr.;Indsats;Bemærkning\n1;Titel;${'ord '.repeat(20_000)}\n`)],
	'only remarks.html': ['document.html', () => utf8(`${'<!---->'.repeat(300)}<table><tr><td>Nr.</td></tr></table>`)],
	'remarks of nothing.txt': ['document.no-table', () => utf8(`${'<!---->'.repeat(400)} Kære udvalg`)],
	'old.xls': ['document.old-excel', () => compound('Root Entry Workbook')],
	'old.doc': ['document.unsupported-kind', () => compound('Root Entry WordDocument')],
	'locked.xlsx': [
		'document.encrypted',
		() => writeXlsx({ sheets: [{ name: 'Status', rows: [['Nr.', 'Indsats']] }], encryption: { password: 'hemmelig', spinCount: 1000 } }),
	],
	'macros.xlsm': [
		'document.macros',
		() => writeXlsx({ sheets: [{ name: 'Status', rows: [['Nr.', 'Indsats']] }], vbaProject: Uint8Array.of(1, 2, 3) }),
	],
	'page.xls': [
		'document.html',
		() => utf8('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>Nr.</td></tr></table></body></html>'),
	],
	'table.xls': ['document.html', () => utf8('\ufeff<table border=1><tr><td>Nr.</td></tr></table>')],
	'old sheet.xml': ['document.unsupported-kind', () => utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')],
	'letter.rtf': ['document.unsupported-kind', () => utf8('{\\rtf1\\ansi Nr. Indsats}')],
	'cut off.xlsx': ['document.damaged', async () => (await workbook()).slice(0, 3000)],
	'cut off.docx': ['document.damaged', async () => (await writeWord(layOut(madeUpPlan))).slice(0, -200)],
	'broken sheet.xlsx': ['document.damaged', () => writeArchive({ ...smallWorkbook, 'xl/worksheets/sheet1.xml': utf8(sheetXml) })],
	'pictures.zip': ['document.unsupported-kind', () => writeArchive({ 'a.png': Uint8Array.of(1) })],
	'sheet.ods': ['document.unsupported-kind', () => writeArchive({ mimetype: utf8('application/vnd.oasis.opendocument.spreadsheet') })],
	'bomb.xlsx': ['document.expands-too-much', () => writeArchive({ ...smallWorkbook, 'xl/worksheets/sheet1.xml': zeros(200) })],
	'many bombs.xlsx': [
		'document.expands-too-much',
		() =>
			writeArchive({ ...smallWorkbook, ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`xl/media/${at}.bin`, zeros(8)])) }),
	],
	'lying bomb.xlsx': [
		'document.damaged',
		() => writeArchive({ ...smallWorkbook, 'xl/worksheets/sheet1.xml': zeros(60) }, { statedSize: 1000 }),
	],
	'headings alone.csv': ['document.no-rows', () => utf8('Nr.;Indsats;Status\n;;\n')],
	'fruit.csv': ['document.no-recognisable-column', () => utf8('Frugt;Smag\nÆble;sød\nPære;mild\n')],
	'fruit.xlsx': [
		'document.no-recognisable-column',
		() =>
			writeXlsx({
				sheets: [
					{
						name: 'A',
						rows: [
							['Frugt', 'Smag'],
							['Æble', 'sød'],
						],
					},
				],
			}),
	],
	'empty sheet.xlsx': ['document.no-table', () => writeXlsx({ sheets: [{ name: 'A', rows: [] }] })],
	'letter.docx': ['document.no-table', () => writeWord({ title: 'Brev', headings: [], rows: [] })],
	'letter.txt': ['document.no-table', () => utf8('Kære udvalg\n\nHermed status på planen.\n')],
};
const smallWorkbook = {
	'xl/workbook.xml': utf8('<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
	'xl/_rels/workbook.xml.rels': utf8(
		'<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
	),
};

describe.each(Object.entries(refused))('%s', (fileName, [code, make]) => {
	it(`is refused with ${code}, in time`, async () => {
		const bytes = await make();
		const started = performance.now();
		await expect(readDocument({ fileName, bytes })).rejects.toMatchObject({ kind: 'invalid', code, details: { file: fileName } });
		expect(performance.now() - started).toBeLessThan(5000);
	});
});

describe('documents that are not what they seem', () => {
	it('reads a file by its content and says that the name is wrong', async () => {
		const { initiatives, problems } = await readDocument({ fileName: 'status.pdf', bytes: await workbook() });
		expect(initiatives).toHaveLength(madeUpPlan.length);
		expect(problems[0]).toMatchObject({ severity: 'note', code: 'format.differs-from-name', text: 'status.pdf', value: 'xlsx' });
	});

	it('takes formulas as the values stored with them and never as something to run', async () => {
		const cells = new Map([
			[
				'1,1',
				{ value: null, type: 'formula' as const, formula: 'HYPERLINK("http://example.org","Solceller")', formulaResult: 'Solceller' },
			],
			['1,2', { value: null, type: 'formula' as const, formula: 'NOW()' }],
		]);
		const bytes = await writeXlsx({
			sheets: [
				{
					name: 'A',
					rows: [
						['Nr.', 'Indsats', 'Bemærkning'],
						['1', null, null],
						['2', "=cmd|' /C calc'!A0", '+45 er tekst'],
					],
					cells,
				},
			],
		});
		const { initiatives, problems } = await readDocument({ fileName: 'formulas.xlsx', bytes });
		expect(initiatives.map(({ title, remark }) => [title, remark])).toEqual([
			['Solceller', null],
			["=cmd|' /C calc'!A0", '+45 er tekst'],
		]);
		expect(problems.map(({ code, row, text }) => [code, row, text])).toEqual([['formula.no-value', 2, '=NOW()']]);
	});

	it('reads a file whose last quote is never closed', async () => {
		const { initiatives, problems } = await readDocument({
			fileName: 'quote.csv',
			bytes: utf8('Nr.;Indsats;Bemærkning\n1;Solceller;"begynder\n2;Varme;slut\n'),
		});
		expect(initiatives.map(({ number, remark }) => [number, remark])).toEqual([
			['1', '"begynder'],
			['2', 'slut'],
		]);
		expect(problems.map(({ code }) => code)).toEqual(['quotes.not-closed']);
	});

	it('notes hidden rows and hidden sheets', async () => {
		const bytes = await writeWorkbook({ Status: layOut(madeUpPlan) }, { hiddenRows: [3] });
		const { initiatives, problems } = await readDocument({ fileName: 'hidden.xlsx', bytes });
		expect(initiatives).toHaveLength(madeUpPlan.length);
		expect(problems.filter(({ code }) => code === 'row.hidden').map(({ sheet, row }) => [sheet, row])).toEqual([['Status', 3]]);
		const hidden = await writeXlsx({
			sheets: [
				{
					name: 'A',
					rows: [
						['Nr.', 'Indsats'],
						['1', 'x'],
					],
				},
				{
					name: 'Lister',
					hidden: true,
					rows: [
						['Nr.', 'Indsats'],
						['9', 'y'],
					],
				},
			],
		});
		const read = await readDocument({ fileName: 'hidden.xlsx', bytes: hidden });
		expect(read.initiatives.map(({ number }) => number)).toEqual(['1']);
		expect(read.problems).toMatchObject([{ code: 'sheet.hidden', sheet: 'Lister' }]);
	});

	it('leaves out what no database can hold: null characters and halves of a letter', async () => {
		const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
		const row = (...texts: string[]) => `<row>${texts.map(cell).join('')}</row>`;
		const sheet = utf8(
			`<worksheet><sheetData>${row('Nr.', 'Indsats', 'Tilstand')}${row('1', 'Sol_x0000_celler', 'Ukendt_xD800_')}</sheetData></worksheet>`,
		);
		const bytes = writeArchive({ ...smallWorkbook, 'xl/worksheets/sheet1.xml': sheet });
		const { initiatives, problems } = await readDocument({ fileName: 'odd.xlsx', bytes });
		expect(initiatives).toMatchObject([{ title: 'Solceller', stateText: 'Ukendt\ufffd', source: { cells: { title: 'Solceller' } } }]);
		expect(problems.map(({ text }) => text)).toEqual(['Ukendt\ufffd']);
	});

	it('expands no entities of a document', async () => {
		const sheet = utf8(
			'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>',
		);
		await expect(
			readDocument({ fileName: 'entity.xlsx', bytes: writeArchive({ ...smallWorkbook, 'xl/worksheets/sheet1.xml': sheet }) }),
		).rejects.toMatchObject({ code: 'document.damaged' });
	});
});

describe('reading within bounds', () => {
	it('gives what reading without bounds gives', async () => {
		const bytes = utf8(writeSeparated(layOut(madeUpPlan), ';'));
		expect(await readDocumentBounded({ fileName: 'plan.csv', bytes })).toEqual(await readDocument({ fileName: 'plan.csv', bytes }));
	});

	it('passes on why a file was refused', async () => {
		await expect(readDocumentBounded({ fileName: 'junk', bytes: junk })).rejects.toMatchObject({
			kind: 'invalid',
			code: 'document.unknown-kind',
		});
	});

	it('refuses 200 MB before it looks at a byte', async () => {
		await expect(readDocumentBounded({ fileName: 'huge.csv', bytes: new Uint8Array(200 * 1024 ** 2) })).rejects.toMatchObject({
			code: 'document.too-large',
			details: { megabytes: 200, limit: 50 },
		});
	});

	it('stops a reading that takes too long', async () => {
		const bytes = utf8(`Nr.;Indsats\n${Array.from({ length: 50_000 }, (_, at) => `${at};Titel`).join('\n')}`);
		await expect(readDocumentBounded({ fileName: 'slow.csv', bytes, timeoutMs: 20 })).rejects.toMatchObject({ code: 'document.too-slow' });
	});

	it('reads one document at a time, in their order, also after one that was stopped', async () => {
		const rows = Array.from({ length: 20_000 }, (_, at) => `${at};Titel`).join('\n');
		const ended: string[] = [];
		const read = (fileName: string, text: string, timeoutMs?: number) =>
			readDocumentBounded({ fileName, bytes: utf8(`Nr.;Indsats\n${text}`), timeoutMs })
				.catch(() => undefined)
				.then(() => ended.push(fileName));
		await Promise.all([read('stopped.csv', rows, 20), read('large.csv', rows), read('small.csv', '1;Titel')]);
		expect(ended).toEqual(['stopped.csv', 'large.csv', 'small.csv']);
	});

	it('stops a reading that needs too much memory', async () => {
		// One cell far to the right makes a whole row of cells out of forty bytes.
		const rows = Array.from({ length: 150_000 }, (_, at) => `<row r="${at + 2}"><c r="IV${at + 2}"><v>${at}</v></c></row>`).join('');
		const sheet = utf8(
			`<worksheet><sheetData><row r="1"><c t="str"><v>Nr.</v></c><c t="str"><v>Indsats</v></c></row>${rows}</sheetData></worksheet>`,
		);
		const bytes = writeArchive({ ...smallWorkbook, 'xl/worksheets/sheet1.xml': sheet });
		await expect(readDocumentBounded({ fileName: 'wide.xlsx', bytes, timeoutMs: 60_000 })).rejects.toMatchObject({
			code: 'document.too-large',
		});
	}, 60_000);
});
