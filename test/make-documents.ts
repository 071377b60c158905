import { Document, HeadingLevel, Packer, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun } from 'docx';
import { writeXlsx, type Cell, type CellStyle } from 'hucre/xlsx';
import type { Colour } from '#domain/followup/assessment.ts';
import type { DraftInitiative } from '#domain/followup/draft-initiative.ts';

/** One cell to be written: its text, a day to be stored as a number, or a colour to be painted. */
export type Written = { readonly text: string; readonly day?: string; readonly paint?: string };
/** Rows of a document; a row with one cell that spans all is a section. */
export type Sheet = { readonly title: string | null; readonly headings: readonly string[]; readonly rows: readonly (readonly Written[])[] };

/** How a document is laid out. `paint` paints the colours instead of naming them; `sections` says where the section stands. */
export type Layout = {
	readonly title?: string;
	readonly paint?: boolean;
	readonly days?: 'stored' | 'iso' | 'danish';
	readonly sections?: 'rows' | 'column';
};

export const headings = [
	...['Nr.', 'Indsats', 'Sektor', 'Start dato', 'Frist', 'Igangsat', 'planperiode 2022-2025', 'Status - Planmæssig fremdrift'],
	...[
		'Status - Målsætning og effekt',
		'Fremdrift - bemærkning',
		'Budgetrelation',
		'Hovedansvarlig aktør - Fagcenter',
		'CO2-relation',
		'Kommunens rolle',
		'Mængde',
		'Udvalg',
		'Tema',
		'Verdensmål',
	],
];
const colourWords: Record<Colour, string> = { green: 'grøn', yellow: 'gul', red: 'rød', white: 'hvid', pink: 'lyserød' };
const paints: Record<Colour, string> = { green: '00B050', yellow: 'FFFF00', red: 'FF0000', white: 'FFFFFF', pink: 'FFC7CE' };
const sphereWords = { operator: 'Det vi gør selv', authority: 'Som myndighed', owner: 'Som medejer', facilitator: 'I fællesskab' } as const;
const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** Lays drafts out as a table the way a municipality would. */
export function layOut(drafts: readonly DraftInitiative[], { title, paint = false, days = 'iso', sections = 'rows' }: Layout = {}): Sheet {
	const rows: Written[][] = [];
	let section: string | null = null;
	for (const draft of drafts) {
		if (sections === 'rows' && draft.section !== section && draft.section !== null) rows.push([{ text: draft.section }]);
		section = draft.section;
		const cells = cellsOf(draft, paint, days);
		rows.push(sections === 'column' ? [...cells, { text: draft.section ?? '' }] : cells);
	}
	return { title: title ?? null, headings: sections === 'column' ? [...headings, 'Afsnit'] : headings, rows };
}

function cellsOf(draft: DraftInitiative, paint: boolean, days: Layout['days']): Written[] {
	const colour = (value: Colour | null): Written =>
		value === null ? { text: '' } : paint ? { text: '', paint: paints[value] } : { text: colourWords[value] };
	const day = (date: string | null): Written =>
		date === null ? { text: '' } : days === 'stored' ? { text: date, day: date } : { text: days === 'danish' ? writeDay(date) : date };
	const { quantity } = draft;
	return [
		...[draft.number, draft.title, draft.sector].map((text) => ({ text: text ?? '' })),
		day(draft.startDate),
		day(draft.deadline),
		...[draft.stateText, draft.priorityText].map((text) => ({ text: text ?? '' })),
		colour(draft.progress),
		{ ...colour(draft.fulfilment), ...(draft.fulfilmentText === null ? {} : { text: draft.fulfilmentText }) },
		...[draft.remark, draft.budget, draft.responsible, draft.co2RelationText].map((text) => ({ text: text ?? '' })),
		{ text: draft.sphere ? sphereWords[draft.sphere] : '' },
		{ text: quantity ? `${quantity.value} ${quantity.unit}${quantity.basis ? ` i forhold til ${quantity.basis}` : ''}` : '' },
		{ text: draft.committee.join('; ') },
		{ text: draft.theme.join('; ') },
		{ text: draft.sdg.join(', ').replace(/, (\d+)$/, ' og $1') },
	];
}

/** `2021-07-01` as Danish spreadsheets print it: `01-jul-21`. */
function writeDay(date: string): string {
	const [year, month, day] = date.split('-');
	return `${day}-${months[Number(month) - 1]}-${year?.slice(2)}`;
}

/** A workbook with the sheets given; sections and titles are merged over the whole width, colours painted, days stored as numbers. */
export async function writeWorkbook(
	sheets: Readonly<Record<string, Sheet>>,
	{ dateSystem = '1900' as '1900' | '1904', hiddenRows = [] as readonly number[] } = {},
): Promise<Uint8Array> {
	const written = Object.entries(sheets).map(([name, sheet]) => {
		const width = sheet.headings.length;
		const lines: (readonly Written[])[] = [
			...(sheet.title ? [[{ text: sheet.title }], []] : []),
			sheet.headings.map((text) => ({ text })),
			...sheet.rows,
		];
		const cells = new Map<string, Partial<Cell>>();
		lines.forEach((line, row) => line.forEach((cell, column) => cells.set(`${row},${column}`, toCell(cell))));
		const merges = lines.flatMap((line, row) =>
			line.length === 1 ? [{ startRow: row, endRow: row, startCol: 0, endCol: width - 1 }] : [],
		);
		const rowDefs = new Map(hiddenRows.map((row) => [row - 1, { hidden: true }]));
		return {
			name,
			rows: lines.map((line) => Array.from({ length: width }, (_, column) => line[column]?.text || null)),
			cells,
			merges,
			rowDefs,
		};
	});
	return writeXlsx({ sheets: written, dateSystem, properties: { modified: new Date(0), created: new Date(0) } });
}

function toCell({ text, day, paint }: Written): Partial<Cell> {
	const style: CellStyle = paint ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: paint } } } : {};
	if (day) return { value: new Date(`${day}T00:00:00Z`), type: 'date', style: { ...style, numFmt: 'dd-mmm-yy' } };
	return { value: text || null, type: text ? 'string' : 'empty', style };
}

/** Separated values with quotes where they are needed. */
export function writeSeparated({ title, headings: own, rows }: Sheet, delimiter: string): string {
	const quote = (text: string) => (text.includes(delimiter) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	const pad = (cells: readonly string[]) => [...cells, ...Array.from({ length: Math.max(0, own.length - cells.length) }, () => '')];
	const lines = [...(title ? [[title], []] : []), own, ...rows.map((row) => row.map(({ text }) => text))];
	return lines.map((line) => pad(line).map(quote).join(delimiter)).join('\r\n');
}

/** The text in the old encoding of Danish Windows. Throws for a character it does not have. */
export function encodeWindows1252(text: string): Uint8Array {
	const decoder = new TextDecoder('windows-1252');
	const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
	return Uint8Array.from([...text], (letter) => {
		const code = codes.get(letter);
		if (code === undefined) throw new Error(`Windows-1252 has no ${letter}`);
		return code;
	});
}

/** A Markdown page with the table, sections as rows with one text. */
export function writeMarkdown({ title, headings: own, rows }: Sheet): string {
	const escape = (text: string) => text.replace(/[\\`*_{}[\]<>|#~!]/g, '\\$&').replaceAll('\n', '<br>');
	const line = (cells: readonly string[]) =>
		`| ${[...cells, ...Array.from({ length: own.length - cells.length }, () => '')].map(escape).join(' | ')} |`;
	const table = [line(own), `|${own.map(() => ' --- ').join('|')}|`, ...rows.map((row) => line(row.map(({ text }) => text)))];
	return [...(title ? [`# ${title}`, ''] : []), ...table, ''].join('\n');
}

/** A Word document with one table, its heading row marked, sections spanning all columns, colours as shading. */
export async function writeWord({ title, headings: own, rows }: Sheet): Promise<Uint8Array> {
	const paragraphs = (text: string) => text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));
	const cell = ({ text, paint }: Written, columnSpan = 1) =>
		new TableCell({
			children: paragraphs(text),
			columnSpan,
			...(paint ? { shading: { type: ShadingType.CLEAR, fill: paint, color: 'auto' } } : {}),
		});
	const table = new Table({
		rows: [
			new TableRow({ tableHeader: true, children: own.map((text) => cell({ text })) }),
			...rows.map((row) => new TableRow({ children: row.map((each) => cell(each, row.length === 1 ? own.length : 1)) })),
		],
	});
	const children = [...(title ? [new Paragraph({ text: title, heading: HeadingLevel.TITLE })] : []), table];
	return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}
