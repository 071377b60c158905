import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Table } from '#importers/table.ts';

/** How a test's table is set: with all lines, with lines between rows only, or with none; upright, or turned on its page. */
export type TableStyle = {
	readonly lines: 'all' | 'rows' | 'none';
	readonly paper: 'a3 landscape' | 'a4 portrait';
	/** Cells are set in the middle of their rows. */
	readonly centred?: boolean;
	readonly turned?: boolean;
	/** Backgrounds by the words they stand for; the words themselves are left out. */
	readonly fills?: Readonly<Record<string, string>>;
	/** Columns whose words are replaced by backgrounds. */
	readonly filledColumns?: readonly number[];
};

const source = `
#let data = json(bytes(sys.inputs.data))
#let stroke = ("all": 0.5pt, "rows": (x, y) => (top: 0.4pt, bottom: 0.4pt), "none": none).at(data.lines)
#let cell(it) = table.cell(colspan: it.span, fill: if it.fill == none { none } else { rgb(it.fill) },
  it.text.split("\\n").map(line => text(line)).join(linebreak()))
#set page(paper: if data.small { "a4" } else { "a3" }, flipped: not data.small, margin: 8mm,
  footer: context align(center)[Side #counter(page).display() af #counter(page).final().first()])
#set text(size: if data.small { 4pt } else { 6pt }, lang: "da")
#let body = table(columns: data.widths.map(width => width * 1fr), stroke: stroke, inset: if data.lines == "none" { 6pt } else { 3pt },
  align: if data.centred { horizon } else { top }, table.header(..data.header.map(cell)), ..data.rows.flatten().map(cell))
#if data.title != none { text(size: 16pt, data.title) }
#if data.turned { rotate(-90deg, reflow: true, body) } else { body }
`;

let compiler: NodeCompiler | undefined;

/** Sets a table as PDF; `widths` are the columns' shares. */
export function makeTablePdf(table: Table, widths: readonly number[], style: TableStyle): Uint8Array {
	compiler ??= NodeCompiler.create();
	const [header = [], ...rows] = table.rows.map(({ cells }) => {
		const span = cells[0]?.columnSpan;
		return (span ? cells.slice(0, 1) : cells).map(({ text }, column) => {
			const fill = style.filledColumns?.includes(column) ? style.fills?.[text] : undefined;
			return { text: fill ? '' : text, span: span ?? 1, fill: fill ?? null };
		});
	});
	const data = {
		...{ header, rows, widths, lines: style.lines, title: style.turned ? null : table.title },
		...{ small: style.paper === 'a4 portrait', centred: style.centred ?? false, turned: style.turned ?? false },
	};
	return new Uint8Array(compiler.pdf({ mainFileContent: source, inputs: { data: JSON.stringify(data) } }));
}
