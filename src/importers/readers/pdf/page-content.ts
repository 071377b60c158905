/** A rectangle on a page in points, from the upper left corner as the page is read; `bottom` is larger than `top`. */
export type Area = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** A run of text on one line. */
export type TextPiece = Area & {
	readonly text: string;
	/** Height of the letters in points. */
	readonly size: number;
	/** Direction of reading: 0 to the right, 90 upwards, 180 upside down, 270 downwards. */
	readonly turn: 0 | 90 | 180 | 270;
};

/** A painted background, `RRGGBB`. Later ones lie above earlier ones. */
export type Fill = Area & { readonly colour: string };

/** A line of a table. `at` is its place across, `from` and `to` its ends. */
export type Rule = { readonly direction: 'horizontal' | 'vertical'; readonly at: number; readonly from: number; readonly to: number };

/** What is drawn on one page, as far as tables need it. `page` counts from 1. */
export type PageContent = {
	readonly page: number;
	readonly width: number;
	readonly height: number;
	readonly texts: readonly TextPiece[];
	readonly fills: readonly Fill[];
	readonly rules: readonly Rule[];
};

/** Affine matrix [a b c d e f] as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The matrix that first does `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
	return [
		outer[0] * inner[0] + outer[2] * inner[1],
		outer[1] * inner[0] + outer[3] * inner[1],
		outer[0] * inner[2] + outer[2] * inner[3],
		outer[1] * inner[2] + outer[3] * inner[3],
		outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
		outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
	];
}

/** Where a point comes to lie, as [x, y]. */
export function applyMatrix(matrix: Matrix, x: number, y: number): readonly [number, number] {
	return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** The smallest area that holds all points. */
export function boundPoints(points: readonly (readonly [number, number])[]): Area {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of points) {
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	}
	return { left, top, right, bottom };
}

/** A matrix out of numbers of unknown origin; undefined when they are not six. */
export function readMatrix(values: unknown): Matrix | undefined {
	if (!Array.isArray(values) && !ArrayBuffer.isView(values)) return undefined;
	const numbers = Array.from(values as ArrayLike<unknown>);
	if (numbers.length !== 6 || !numbers.every((value) => typeof value === 'number' && Number.isFinite(value))) return undefined;
	return numbers as unknown as Matrix;
}

/** The area that holds all areas; a document may have too many for them to be arguments of one call. */
export function boundAreas(areas: readonly Area[]): Area {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const area of areas) {
		left = Math.min(left, area.left);
		right = Math.max(right, area.right);
		top = Math.min(top, area.top);
		bottom = Math.max(bottom, area.bottom);
	}
	return { left, top, right, bottom };
}

/** True when the middle of one area lies in the other. */
export function isInside(inner: Area, outer: Area): boolean {
	const x = (inner.left + inner.right) / 2;
	const y = (inner.top + inner.bottom) / 2;
	return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom;
}
