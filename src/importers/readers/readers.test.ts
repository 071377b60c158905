import { describe, expect, it } from 'vitest';
import { encodeWindows1252, writeWorkbook } from '../../../test/make-documents.ts';
import { writeArchive } from '../../../test/write-archive.ts';
import { readDocument } from '../read-document.ts';
import { openArchive } from './archive.ts';
import { readDocx } from './docx.ts';
import { readMarkdown } from './markdown.ts';
import { readXlsx } from './xlsx.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A workbook of one sheet, written part by part as other programs do. */
async function readSheetXml(...sheet: Parameters<typeof readSheetTable>) {
	return (await readSheetTable(...sheet))?.rows ?? [];
}

async function readSheetTable(sheet: string, parts: Record<string, string> = {}, workbook = '') {
	const all = {
		'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:r="r">${workbook}<x:sheets><x:sheet name="Ark1" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>`,
		'xl/_rels/workbook.xml.rels':
			'<Relationships><Relationship Id="rId7" Type="x/worksheet" Target="/xl/worksheets/first.xml"/></Relationships>',
		'xl/worksheets/first.xml': `<worksheet><sheetData>${sheet}`,
		...parts,
	};
	const bytes = writeArchive(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, utf8(text)])));
	const { tables } = await readXlsx('a.xlsx', await openArchive('a.xlsx', bytes));
	return tables[0];
}

describe('workbooks', () => {
	it('reads strings of every kind, with their line breaks and without their reading aids', async () => {
		const rows = await readSheetXml(
			'<row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>to </t></r><r><t>dele</t></r></is></c><c t="str"><f>A1&amp;"x"</f><v>x&lt;y</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><v>0.30000000000000004</v></c></row></sheetData></worksheet>',
			{ 'xl/sharedStrings.xml': '<sst><si><t>første_x000D_\nanden</t><rPh><t>nej</t></rPh></si></sst>' },
		);
		expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['første\nanden', 'to dele', 'x<y', 'TRUE', '#REF!', '0.3']);
		expect(rows[0]?.cells[2]).toMatchObject({ kind: 'formula', value: 'x<y' });
	});

	it('resolves theme colours, tints, old palettes and patterns', async () => {
		const fill = (colour: string, pattern = 'solid') =>
			`<fill><patternFill patternType="${pattern}"><fgColor ${colour}/></patternFill></fill>`;
		const fills = [
			fill('rgb="FF00B050"'),
			fill('theme="9"'),
			fill('theme="9" tint="0.5999938962981048"'),
			fill('indexed="10"'),
			fill('theme="0"'),
			fill('rgb="FF00B050"', 'gray125'),
		];
		const styles = `<styleSheet><fills>${fills.join('')}</fills><cellXfs>${fills.map((_, at) => `<xf fillId="${at}"/>`).join('')}</cellXfs><dxfs><dxf><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></dxf></dxfs></styleSheet>`;
		const rows = await readSheetXml(
			`<row><c t="str" s="0"><v>x</v></c>${[1, 2, 3, 4, 5].map((style) => `<c s="${style}"/>`).join('')}</row></sheetData></worksheet>`,
			{ 'xl/styles.xml': styles },
		);
		expect(rows[0]?.cells.map((cell) => cell.fill)).toEqual(['00B050', '70AD47', 'C5E0B4', 'FF0000', 'FFFFFF', undefined]);
	});

	it('tells days from numbers and times by their format, in both date systems', async () => {
		const formats = ['dd-mmm-yy', '[$-406]d. mmmm yyyy;@', '#,##0.00 "dage"', 'h:mm', '0%'];
		const styles = `<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`;
		const sheet = `<row>${[0, 1, 2, 3, 4, 5].map((style) => `<c s="${style}"><v>${style === 4 ? 0.85 : 44378}</v></c>`).join('')}</row></sheetData></worksheet>`;
		const texts = async (workbook?: string) =>
			(await readSheetXml(sheet, { 'xl/styles.xml': styles }, workbook))[0]?.cells.map(({ text }) => text);
		expect(await texts()).toEqual(['2021-07-01', '2021-07-01', '44378 dage', '44378', '85 %', '2021-07-01']);
		expect((await texts('<x:workbookPr date1904="1"/>'))?.[0]).toBe('2025-07-02');
	});

	it('repeats what is merged downwards, and empties what is merged to the right', async () => {
		const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
		const rows = await readSheetXml(
			`<row r="2">${cell('A2', 'ENERGI')}${cell('C2', 'x')}</row><row r="3">${cell('B3', '1')}</row><row r="4" hidden="1">${cell('B4', '2')}</row></sheetData><mergeCells><mergeCell ref="A2:B2"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B1048576"/></mergeCells></worksheet>`,
		);
		expect(rows.map(({ row, hidden, cells }) => [row, hidden, cells.map(({ text }) => text)])).toEqual([
			[2, false, ['ENERGI', '', 'x']],
			[3, false, ['', '1']],
			[4, true, ['', '1']],
		]);
		expect(rows[0]?.cells[0]?.columnSpan).toBe(2);
		expect(rows[2]?.cells[1]?.fromAbove).toBe(true);
	});

	it('knows the hidden columns it reads, each once, whatever the file says of others', async () => {
		const columns = ['-3000000" max="2', '2" max="2', '256" max="16384', 'x" max="3'].map((min) => `<col hidden="1" min="${min}"/>`);
		const read = await readSheetTable(
			`<row><c t="str"><v>x</v></c></row></sheetData><cols>${columns.join('').repeat(1000)}</cols></worksheet>`,
		);
		expect(read?.hiddenColumns).toEqual([0, 1, 255]);
	});

	it('reads every sheet that has a table', async () => {
		const sheet = (number: string) => ({
			title: null,
			headings: ['Nr.', 'Indsats'],
			rows: [[{ text: number }, { text: `Indsats ${number}` }]],
		});
		const bytes = await writeWorkbook({ Energi: sheet('1'), Transport: sheet('2') });
		const { initiatives } = await readDocument({ fileName: 'two.xlsx', bytes });
		expect(initiatives.map(({ number, section, source }) => [number, section, source.sheet, source.row])).toEqual([
			['1', 'Energi', 'Energi', 2],
			['2', 'Transport', 'Transport', 2],
		]);
	});
});

describe('Word documents', () => {
	const paragraph = (text: string, style = '') =>
		`<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t>${text}</w:t></w:r></w:p>`;
	const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
	const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
	const read = async (body: string) => {
		const bytes = writeArchive({ 'word/document.xml': utf8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`) });
		return readDocx('a.docx', await openArchive('a.docx', bytes));
	};

	it('names each table by the heading above it and the document by its title', async () => {
		const table = `<w:tbl>${row(cell(paragraph('x')))}</w:tbl>`;
		const { tables, title } = await read(
			`${paragraph('Status 2023', 'Titel')}${paragraph('Energi', 'Overskrift1')}${table}${paragraph('En lang forklaring, der slutter med punktum.')}${table}`,
		);
		expect(title).toBe('Status 2023');
		expect(tables.map((each) => [each.title, each.rows[0]?.row])).toEqual([
			['Energi', 1],
			['Energi', 2],
		]);
	});

	it('reads shading, merged cells and line breaks, and leaves out what is deleted', async () => {
		const { tables } = await read(
			`<w:tbl>${row(cell(paragraph('ENERGI'), '<w:gridSpan w:val="3"/>'))}${row(
				cell(paragraph('1'), '<w:vMerge w:val="restart"/>'),
				cell(`<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>${paragraph('c')}`),
				cell('<w:p/>', '<w:shd w:val="clear" w:color="auto" w:fill="92d050"/>'),
			)}${row(cell('<w:p/>', '<w:vMerge/>'), cell('<w:p><w:r><w:t>ny</w:t></w:r><w:del><w:r><w:delText>x</w:delText><w:t>gammel</w:t></w:r></w:del></w:p>'), cell('<w:p/>', '<w:shd w:val="clear" w:fill="auto"/>'))}</w:tbl>`,
		);
		expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([
			[{ text: 'ENERGI', columnSpan: 3 }, { text: '' }, { text: '' }],
			[{ text: '1' }, { text: 'a\nb\nc' }, { text: '', fill: '92D050' }],
			[{ text: '1', fromAbove: true }, { text: 'ny' }, { text: '' }],
		]);
	});

	it('reads one small table per action', async () => {
		const form = (number: string, title: string) =>
			`${paragraph(`Indsats ${number}: ${title}`, 'Heading2')}<w:tbl>${[
				['Sektor', 'Energi'],
				['Ansvarlig', 'Teknik'],
				['Startdato', '1. juli 2021'],
			]
				.map(([label = '', value = '']) => row(cell(paragraph(label)), cell(paragraph(value))))
				.join('')}</w:tbl>`;
		const bytes = writeArchive({
			'word/document.xml': utf8(`<w:document xmlns:w="w"><w:body>${form('1', 'Solceller')}${form('2a', 'Varme')}</w:body></w:document>`),
		});
		const { initiatives } = await readDocument({ fileName: 'forms.docx', bytes });
		expect(initiatives.map(({ number, title, sector, startDate, section }) => [number, title, sector, startDate, section])).toEqual([
			['1', 'Solceller', 'Energi', '2021-07-01', null],
			['2a', 'Varme', 'Energi', '2021-07-01', null],
		]);
	});
});

describe('Markdown', () => {
	it('reads tables outside code, with escapes, breaks, emphasis and links', () => {
		const text =
			'# Status\n\n## Energi\n\n| Nr. | Indsats |\n|---:|:---|\n| 1 | **Sol** \\| [vind](https://example.org)<br>\\*bio\\* |\n\n```\n| a | b |\n|---|---|\n```\n\nNr. | Indsats\n--- | ---\n2 | Varme\n';
		const { tables, title } = readMarkdown('a.md', text);
		expect(title).toBe('Status');
		expect(tables.map((table) => [table.title, table.rows.map(({ row, cells }) => [row, ...cells.map((cell) => cell.text)])])).toEqual([
			[
				'Energi',
				[
					[5, 'Nr.', 'Indsats'],
					[7, '1', 'Sol | vind\n*bio*'],
				],
			],
			[
				'Energi',
				[
					[14, 'Nr.', 'Indsats'],
					[16, '2', 'Varme'],
				],
			],
		]);
	});
});

describe('separated values', () => {
	const read = async (bytes: Uint8Array) =>
		(await readDocument({ fileName: 'a.csv', bytes })).initiatives.map(({ number, title, remark, source }) => [
			number,
			title,
			remark,
			source.row,
		]);

	it.each([
		['a stated delimiter', utf8('sep=|\nNr.|Indsats|Bemærkning\n1|Æbler; pærer, ||\n')],
		['semicolons', utf8('Nr.;Indsats;Bemærkning\n\n1;"Æbler; pærer,";\n')],
		['tabs', utf8('Nr.\tIndsats\tBemærkning\r\n\r\n1\tÆbler; pærer,\t\r\n')],
		['Windows-1252', encodeWindows1252('Nr.;Indsats;Bemærkning\r\n\r\n1;"Æbler; pærer,";\r\n')],
		['UTF-16 without a mark', Buffer.from('Nr.;Indsats;Bemærkning\n\n1;"Æbler; pærer,";\n', 'utf16le')],
	])('reads %s', async (_, bytes) => {
		expect(await read(bytes)).toEqual([['1', 'Æbler; pærer,', null, 3]]);
	});

	it('counts rows as a spreadsheet shows them, whatever stands inside quotes', async () => {
		const text = 'Nr.;Indsats;Bemærkning\n1;A;"to\nlinjer, ""citat"""\n2;B;\n';
		expect(await read(utf8(text))).toEqual([
			['1', 'A', 'to\nlinjer, "citat"', 2],
			['2', 'B', null, 3],
		]);
	});

	it('notes that the encoding was guessed', async () => {
		const { problems } = await readDocument({ fileName: 'a.csv', bytes: encodeWindows1252('Nr.;Indsats\n1;Ældre\n') });
		expect(problems).toMatchObject([{ severity: 'note', code: 'encoding.guessed', value: 'windows-1252' }]);
	});
});
