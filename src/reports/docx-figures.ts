import { ImageRun, Paragraph, type FileChild } from 'docx';
import { accountColours } from '#charts/draw-account-bars.ts';
import { accountSectors } from '#domain/account/account.ts';
import { stateLabel } from '#text/labels.ts';
import { bullet, heading, paragraph, quiet, table, textRuns, wordFont } from './docx-parts.ts';
import { drawFigure } from './draw-figure.ts';
import { paintFigure } from './paint-figure.ts';
import type { FigureBlock, FigurePicture, FigureTable } from './figure-blocks.ts';
import { writeFigureCell } from './figure-cell.ts';
import type { StatusReport } from './report-content.ts';

/** Millimetres between the margins of an upright page, and pixels of a picture as wide as that. */
const pageWidth = 170;
const pixels = 640;
const fontSize = 12;

/** The green account and the path in tonnes; nothing where the municipality had neither. */
export function listFigures({ figures, locale }: StatusReport): FileChild[][] {
	return figures.map(({ title, blocks }) => [heading(1, title), ...blocks.flatMap((block) => listBlock(block, locale))]);
}

function listBlock(block: FigureBlock, locale: StatusReport['locale']): FileChild[] {
	switch (block.kind) {
		case 'heading':
			return [heading(2, block.text)];
		case 'lead':
			return [paragraph(block.text, { size: 26 })];
		case 'text':
			return [paragraph(block.text)];
		case 'note':
			return [paragraph(block.text, { color: quiet, size: 17 })];
		case 'list':
			return block.lines.map((line) => bullet(...textRuns(line)));
		case 'picture':
			return listPicture(block, locale);
		case 'table':
			return listTable(block, locale);
	}
}

function listPicture({ caption, alternative, drawing }: FigurePicture, locale: StatusReport['locale']): FileChild[] {
	const { svg, height } = drawFigure(drawing, { width: pixels, fontSize, fontFamily: `${wordFont}, sans-serif` }, locale);
	const size = { width: pixels, height: Math.round(height) };
	const image = new ImageRun({
		type: 'svg',
		data: Buffer.from(svg),
		fallback: { type: 'png', data: Buffer.from(paintFigure(drawing, { ...size, fontSize }, locale)) },
		transformation: size,
		altText: { name: caption, title: caption, description: alternative },
	});
	const legend = drawing.of === 'path' ? drawing.legend.map(({ part, word }) => `${legendSigns[part]} ${word}`).join('     ') : null;
	return [
		captionOf(caption),
		new Paragraph({ children: [image], keepNext: true, spacing: { before: 60, after: 60 } }),
		...(legend === null ? [] : [paragraph(legend, { color: quiet, size: 16 })]),
		...(drawing.of === 'account' ? [listSectors(drawing.sectorWords)] : []),
	];
}

/** The colours and numbers of an account's sectors in words: a program that cannot show the drawing shows bars alone. */
function listSectors(words: Readonly<Record<string, string>>): Paragraph {
	const runs = accountSectors.flatMap((sector, place) => {
		const word = words[sector];
		if (word === undefined) return [];
		const color = accountColours[sector].fill.slice(1).toUpperCase();
		return [...textRuns('█ ', { color, size: 16 }), ...textRuns(`${place + 1} ${word}     `, { color: quiet, size: 16 })];
	});
	return new Paragraph({ children: runs });
}

/** How each part of the picture of a path is drawn, as near as a sign of plain text comes. */
const legendSigns = { path: '━', other: '╌', baseline: '┄', target: '─', wedge: '█', band: '░', account: '○' } as const;

function listTable({ caption, columns, rows }: FigureTable, locale: StatusReport['locale']): FileChild[] {
	const whole = columns.reduce((sum, { share }) => sum + share, 0);
	return [
		captionOf(caption),
		table({
			headings: columns.map(({ name }) => name),
			widths: columns.map(({ share }) => (share * pageWidth) / whole),
			numbers: columns.map(({ isNumber }) => isNumber),
			rows: rows.map(({ cells, isStrong }) =>
				cells.map(writeFigureCell).map((cell) => (isStrong && cell !== null ? { bold: cell } : cell)),
			),
			missing: stateLabel(null, locale).toLowerCase(),
		}),
		new Paragraph({ children: [], spacing: { after: 60 } }),
	];
}

function captionOf(text: string): Paragraph {
	return new Paragraph({ keepNext: true, spacing: { before: 160, after: 60 }, children: textRuns(text, { bold: true, size: 18 }) });
}
