import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Area, Fill, Matrix, PageContent, Rule, TextPiece } from './page-content.ts';
import { boundPoints, isInside, multiply, readMatrix } from './page-content.ts';
import type { Operations, OperatorList } from './read-graphics.ts';
import { readGraphics } from './read-graphics.ts';

type Item = { readonly str: string; readonly width: number; readonly height: number; readonly transform: readonly unknown[] };

/** Letters reach this share of their height below the line they stand on. */
const descent = 0.22;
const usualSize = 10;

/** Reads texts, lines and backgrounds of one page, upright whichever way it is turned. */
export async function readPage(page: PDFPageProxy, number: number, operations: Operations): Promise<PageContent> {
	const viewport = page.getViewport({ scale: 1 });
	const matrix = readMatrix(viewport.transform) ?? [1, 0, 0, -1, 0, viewport.height];
	// Marked content ends a run of text: in a tagged document the words of two cells are never one run.
	const content = await page.getTextContent({ includeMarkedContent: true });
	const texts = content.items.flatMap((item) => ('str' in item ? placeText(item, matrix) : []));
	const list = (await page.getOperatorList()) as unknown as OperatorList;
	const { fills, rules } = readGraphics(list, operations, matrix);
	page.cleanup();
	// What is drawn outside the page nobody sees: some writers put the next page's beginning there.
	const seen = texts.filter((piece) => isInside(piece, { left: 0, top: 0, right: viewport.width, bottom: viewport.height }));
	return makeUpright({ page: number, width: viewport.width, height: viewport.height, texts: seen, fills, rules });
}

function placeText({ str, width, height, transform }: Item, viewport: Matrix): TextPiece[] {
	const own = readMatrix(transform);
	if (!own || str.trim() === '') return [];
	const [a, b, c, d, x, y] = multiply(viewport, own);
	const size = Math.hypot(c, d) || height || usualSize;
	const length = Math.hypot(a, b) || 1;
	const along: readonly [number, number] = [(a / length) * width, (b / length) * width];
	// Upwards is against the direction in which lines follow one another.
	const up: readonly [number, number] = [(b / length) * size, (-a / length) * size];
	const corners = [0, 1].flatMap((end) =>
		[-descent, 1 - descent].map((rise): readonly [number, number] => [
			x + along[0] * end + up[0] * rise,
			y + along[1] * end + up[1] * rise,
		]),
	);
	return [{ ...boundPoints(corners), text: str, size, turn: turnOf(a, b) }];
}

function turnOf(a: number, b: number): TextPiece['turn'] {
	if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 0 : 180;
	return b < 0 ? 90 : 270;
}

/** A page whose text mostly runs sideways or upside down is turned until it can be read. */
function makeUpright(page: PageContent): PageContent {
	const letters = new Map<TextPiece['turn'], number>();
	for (const { turn, text } of page.texts) letters.set(turn, (letters.get(turn) ?? 0) + text.length);
	const [main] = [...letters].sort((first, second) => second[1] - first[1])[0] ?? [0];
	let upright = page;
	for (let turn = main; turn > 0; turn = (turn - 90) as TextPiece['turn']) upright = turnRight(upright);
	return upright;
}

/** Turns a page by a quarter, clockwise. */
function turnRight(page: PageContent): PageContent {
	const turnArea = ({ left, top, right, bottom }: Area): Area => ({
		left: page.height - bottom,
		right: page.height - top,
		top: left,
		bottom: right,
	});
	return {
		...page,
		width: page.height,
		height: page.width,
		texts: page.texts.map((piece) => ({ ...piece, ...turnArea(piece), turn: ((piece.turn + 270) % 360) as TextPiece['turn'] })),
		fills: page.fills.map((fill): Fill => ({ ...fill, ...turnArea(fill) })),
		rules: page.rules.map((rule): Rule =>
			rule.direction === 'horizontal'
				? { direction: 'vertical', at: page.height - rule.at, from: rule.from, to: rule.to }
				: { direction: 'horizontal', at: rule.at, from: page.height - rule.to, to: page.height - rule.from },
		),
	};
}
