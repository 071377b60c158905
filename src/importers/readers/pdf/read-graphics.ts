import type { Fill, Matrix, Rule } from './page-content.ts';
import { applyMatrix, boundPoints, multiply, readMatrix } from './page-content.ts';

/** Numbers that the PDF library gives its drawing operations. */
export type Operations = Readonly<Record<string, number>>;

/** A page's drawing operations with their arguments, in order. */
export type OperatorList = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

type Point = readonly [number, number];
type State = { readonly matrix: Matrix; readonly colour: string | null; readonly alpha: number };
type Drawing = { readonly fills: Fill[]; readonly rules: Rule[] };
type Outline = { readonly points: readonly Point[]; readonly straight: boolean; readonly closed: boolean };

/** A filled shape thinner than this, in points, is a line and not a background. */
const thickestLine = 2.5;
const shortestLine = 3;
const slant = 0.5;

/** Finds the straight lines and the filled rectangles of a page. `viewport` maps the page to upright coordinates. */
export function readGraphics(list: OperatorList, operations: Operations, viewport: Matrix): Drawing {
	const names = new Map(Object.entries(operations).map(([name, code]) => [code, name]));
	const drawing: Drawing = { fills: [], rules: [] };
	const saved: State[] = [];
	let state: State = { matrix: viewport, colour: '000000', alpha: 1 };
	for (const [index, code] of list.fnArray.entries()) {
		const name = names.get(code) ?? '';
		const args = (list.argsArray[index] ?? []) as readonly unknown[];
		if (opens.has(name)) saved.push(state);
		if (closes.has(name)) state = saved.pop() ?? state;
		else if (name === 'constructPath') drawPath(drawing, state, names.get(Number(args[0])) ?? '', args[1]);
		else state = nextState(state, name, args);
	}
	return drawing;
}

const opens = new Set(['save', 'paintFormXObjectBegin', 'beginGroup', 'beginAnnotation']);
const closes = new Set(['restore', 'paintFormXObjectEnd', 'endGroup', 'endAnnotation']);

function nextState(state: State, name: string, args: readonly unknown[]): State {
	const moved = readMove(name, args);
	if (moved) return { ...state, matrix: multiply(state.matrix, moved) };
	if (name === 'setFillRGBColor') return { ...state, colour: readColour(args) };
	if (name === 'setFillColorN' || name === 'setFillTransparent') return { ...state, colour: null };
	if (name === 'setGState') {
		const alpha = (args[0] as readonly (readonly [string, unknown])[] | undefined)?.find(([key]) => key === 'ca')?.[1];
		return typeof alpha === 'number' ? { ...state, alpha } : state;
	}
	return state;
}

function readMove(name: string, args: readonly unknown[]): Matrix | undefined {
	if (name === 'transform') return readMatrix(args);
	if (name === 'paintFormXObjectBegin') return readMatrix(args[0]);
	if (name === 'beginGroup') return readMatrix((args[0] as { matrix?: unknown } | undefined)?.matrix);
	return undefined;
}

/** `#RRGGBB`, or three numbers up to 255. */
function readColour(args: readonly unknown[]): string | null {
	const [first] = args;
	if (typeof first === 'string') return /^#[0-9a-f]{6}$/iu.test(first) ? first.slice(1).toUpperCase() : null;
	const parts = args.slice(0, 3).map((value) => Math.round(Number(value)));
	if (parts.length < 3 || parts.some((part) => !(part >= 0 && part <= 255))) return null;
	return parts
		.map((part) => part.toString(16).padStart(2, '0'))
		.join('')
		.toUpperCase();
}

/** What a see-through colour looks like on white paper. */
function blend(colour: string, alpha: number): string {
	if (alpha >= 1) return colour;
	const parts = [0, 2, 4].map((at) => Math.round(255 - (255 - Number.parseInt(colour.slice(at, at + 2), 16)) * Math.max(0, alpha)));
	return parts
		.map((part) => part.toString(16).padStart(2, '0'))
		.join('')
		.toUpperCase();
}

function drawPath(drawing: Drawing, { matrix, colour, alpha }: State, paint: string, data: unknown): void {
	const fills = /fill/iu.test(paint);
	const strokes = /stroke/iu.test(paint);
	if (!fills && !strokes) return;
	for (const outline of readOutlines(data, matrix)) {
		if (strokes) addRules(drawing, outline);
		if (fills && outline.straight && isUprightRectangle(outline.points)) addFill(drawing, outline.points, colour, alpha);
	}
}

/** A path is a list of numbers: 0 move, 1 line, 2 and 3 curves, 4 close, each followed by its coordinates. */
function readOutlines(data: unknown, matrix: Matrix): Outline[] {
	const numbers = ((data as readonly unknown[] | null)?.[0] ?? []) as ArrayLike<number>;
	const outlines: Outline[] = [];
	let points: Point[] = [];
	let straight = true;
	let closed = false;
	const finish = (): void => {
		if (points.length > 1) outlines.push({ points, straight, closed });
		points = [];
		straight = true;
		closed = false;
	};
	for (let at = 0; at < numbers.length;) {
		const operation = numbers[at] ?? 4;
		const count = [2, 2, 6, 4, 0][operation] ?? 0;
		if (operation === 0) finish();
		if (operation === 4) closed = true;
		else points.push(applyMatrix(matrix, numbers[at + count - 1] ?? 0, numbers[at + count] ?? 0));
		if (operation === 2 || operation === 3) straight = false;
		at += 1 + count;
	}
	finish();
	return outlines;
}

function addRules({ rules }: Drawing, { points, straight, closed }: Outline): void {
	if (!straight) return;
	const first = points[0];
	const ends = closed && first ? [...points, first] : points;
	for (const [index, [x, y]] of ends.entries()) {
		const [nextX, nextY] = ends[index + 1] ?? [x, y];
		const [width, height] = [Math.abs(nextX - x), Math.abs(nextY - y)];
		if (height <= slant && width >= shortestLine) {
			rules.push({ direction: 'horizontal', at: (y + nextY) / 2, from: Math.min(x, nextX), to: Math.max(x, nextX) });
		} else if (width <= slant && height >= shortestLine) {
			rules.push({ direction: 'vertical', at: (x + nextX) / 2, from: Math.min(y, nextY), to: Math.max(y, nextY) });
		}
	}
}

function isUprightRectangle(points: readonly Point[]): boolean {
	if (points.length < 4 || points.length > 6) return false;
	return points.every(([x, y], index) => {
		const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
		return Math.abs(nextX - x) <= slant || Math.abs(nextY - y) <= slant;
	});
}

function addFill({ fills, rules }: Drawing, points: readonly Point[], colour: string | null, alpha: number): void {
	const area = boundPoints(points);
	const [width, height] = [area.right - area.left, area.bottom - area.top];
	if (height <= thickestLine && width >= shortestLine && width > height) {
		rules.push({ direction: 'horizontal', at: (area.top + area.bottom) / 2, from: area.left, to: area.right });
	} else if (width <= thickestLine && height >= shortestLine) {
		rules.push({ direction: 'vertical', at: (area.left + area.right) / 2, from: area.top, to: area.bottom });
	} else if (colour !== null && width > thickestLine && height > thickestLine) {
		fills.push({ ...area, colour: blend(colour, alpha) });
	}
}
