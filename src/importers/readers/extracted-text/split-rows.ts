import type { DraftField } from '#domain/followup/draft-initiative.ts';
import type { Header } from './find-header.ts';
import { sliceLines } from './find-header.ts';
import type { RowSpan } from './find-sections.ts';
import type { CellKind, Wrapping } from './join-lines.ts';
import { joinLines } from './join-lines.ts';
import type { Source } from './recurring-cells.ts';
import { percentile } from './recurring-cells.ts';
import type { Front } from './split-front.ts';
import type { Prose } from './split-prose.ts';
import { learnBudgets, splitProse } from './split-prose.ts';
import { splitTails } from './split-tail.ts';
import type { Span } from './text-line.ts';

/** Texts of one row by field, and what had to be guessed. */
export type RowCells = {
	readonly texts: Readonly<Partial<Record<DraftField, string>>>;
	/** One colour stands where two columns could hold it. */
	readonly colourGuessed: boolean;
	/** Remark and budget could be each other. */
	readonly proseGuessed: boolean;
};

const kinds: Partial<Record<DraftField, CellKind>> = { remark: 'paragraphs', budget: 'paragraphs', co2Relation: 'paragraphs' };

/** A column of prose is at least this much wider than a heading's longest line. */
const headingSlack = 1.4;

/** Columns of a follow-up and how wide each is, as far as the rows tell. */
type Layout = {
	readonly fields: ReadonlySet<DraftField>;
	readonly widths: Partial<Record<DraftField, number>>;
	readonly keepsSpaces: boolean;
};

type RowSpans = { readonly spans: Partial<Record<DraftField, Span | null>>; readonly proseGuessed: boolean };

/** Divides every row into its cells. `fronts` are in the rows' order. */
export function splitRows(
	source: Source,
	header: Header,
	rows: readonly RowSpan[],
	fronts: readonly Front[],
	keepsSpaces: boolean,
): RowCells[] {
	const fields = new Set(header.headings.map(({ field }) => field));
	const headingWidth = (wanted: DraftField): number => header.headings.find(({ field }) => field === wanted)?.width ?? 0;
	const regions = rows.map(({ start, span }): Span => ({ from: start.anchor.to, to: span.to }));
	const tails = splitTails(source, regions, fields, headingWidth('responsible'), keepsSpaces);
	const proseLimit = fields.has('fulfilment') ? headingWidth('fulfilment') * headingSlack : 0;
	const fulfilments = rows.map(({ start }, index) => findFulfilmentProse(source, tails[index]?.rest, start.anchor.colours, proseLimit));
	const rests = tails.map(({ rest }, index): Span => ({ from: fulfilments[index]?.to ?? rest.from, to: rest.to }));
	const remarkWidth = measureWidth(source, rests, 0.8);
	const budgets = learnBudgets(source, rests, remarkWidth);
	const widths = {
		remark: remarkWidth,
		budget: budgets.width,
		co2Relation: measureWidth(
			source,
			tails.flatMap(({ co2 }) => co2 ?? []),
			0.9,
		),
	};
	return rows.map((row, index) => {
		const { date, state, priority, colours } = row.start.anchor;
		const rest = rests[index] ?? { from: 0, to: 0 };
		const prose: Prose = fields.has('budget') ? splitProse(source, rest, budgets) : { remark: rest, budget: null, unsure: false };
		const { responsible = null, co2 = null } = tails[index] ?? {};
		const closed = { startDate: date, state, priority, progress: colours[0] ?? null, fulfilment: fulfilments[index] ?? colours[1] ?? null };
		const spans = { ...fronts[index], ...closed, remark: prose.remark, budget: prose.budget, responsible, co2Relation: co2 };
		return readCells(source, row, { spans, proseGuessed: prose.unsure }, { fields, widths, keepsSpaces });
	});
}

function readCells(
	source: Source,
	{ start }: RowSpan,
	{ spans, proseGuessed }: RowSpans,
	{ fields, widths, keepsSpaces }: Layout,
): RowCells {
	// Under a heading on one line the extraction leaves no blank line, and then misplaces the row's others.
	const shiftedBlanks = source.lines[start.line]?.blankBefore === false;
	const texts: Partial<Record<DraftField, string>> = { number: start.number };
	for (const field of fields) {
		if (field === 'number') continue;
		texts[field] = readCell(source, spans[field], kinds[field] ?? 'line', { width: widths[field], keepsSpaces, shiftedBlanks });
	}
	const twoColumns = fields.has('progress') && fields.has('fulfilment');
	return { texts, colourGuessed: twoColumns && Boolean(texts.progress) && !texts.fulfilment, proseGuessed };
}

function readCell({ lines, words }: Source, span: Span | null | undefined, kind: CellKind, wrapping: Wrapping): string {
	return span && span.to > span.from ? joinLines(sliceLines(lines, words, span), kind, wrapping) : '';
}

/** Words instead of a second colour wrap in that column's own narrow width, above a remark that is wide. */
function findFulfilmentProse({ lines, words }: Source, region: Span | undefined, colours: readonly Span[], limit: number): Span | null {
	if (colours.length !== 1 || !region || region.from >= region.to) return null;
	const pieces = sliceLines(lines, words, region);
	const wide = pieces.findIndex(({ text }) => text.length > limit);
	const end = wide < 0 ? -1 : pieces.findLastIndex((piece, index) => index <= wide && piece.blankBefore);
	if (end < 2 || !pieces.slice(0, end).some(({ open }, index) => open && index < end - 1)) return null;
	const row = pieces[end]?.row;
	const to = words.findIndex((word, at) => at > region.from && lines[word.line]?.row === row);
	return { from: region.from, to };
}

/** Most wrapped lines of a cell are as wide as its column; a few are wider for their narrow letters, others were broken by hand. */
function measureWidth({ lines, words }: Source, cells: readonly Span[], share: number): number {
	const lengths = cells.flatMap((cell) =>
		sliceLines(lines, words, cell)
			.slice(0, -1)
			.filter(({ open }) => open)
			.map(({ text }) => text.length),
	);
	const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
	const wrapped = lengths.filter((length) => length > longest * 0.6);
	return percentile(wrapped, share, 80);
}
