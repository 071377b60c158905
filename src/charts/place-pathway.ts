import type { AccountSector } from '#domain/account/account.ts';

/** A figure for each year; null where it is missing, and then nothing is drawn. */
export type Row = readonly (number | null)[];

/** What the picture of a path shows. Every row has a place for each year. */
export type PathwayPicture = {
	readonly years: readonly number[];
	readonly baseline: Row;
	/** What each initiative takes off the baseline, in the order they are counted in; empty where the parts do not add up. */
	readonly wedges: readonly { readonly name: string; readonly tonnes: Row }[];
	readonly path: Row;
	/** The other path, to compare with; null when there is none. */
	readonly other: Row | null;
	readonly low: Row;
	readonly high: Row;
	readonly target: Row;
	/** Years of the account may lie before the others. `missing` are sectors that others of them have and it has not. */
	readonly account: readonly { readonly year: number; readonly tonnes: number; readonly missing?: readonly AccountSector[] | undefined }[];
	/** What is taken up along the path, where the other rows are less that and the account is not. Left out where both count the same. */
	readonly removals?: Row | undefined;
	/** Years that are a target of their own. */
	readonly targetYears: readonly number[];
};

export type PictureBox = { readonly width: number; readonly height: number; readonly fontSize: number };

export type PlacedLine = { readonly kind: 'baseline' | 'path' | 'other' | 'target'; readonly d: string };
export type PlacedWedge = {
	readonly name: string;
	/** Which of the shades it has. */
	readonly shade: number;
	readonly d: string;
	/** Where its name stands; null where there is no room for it. */
	readonly label: { readonly x: number; readonly y: number } | null;
};
export type PlacedTick = { readonly at: number; readonly value: number };
export type PlacedPathway = {
	readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
	readonly years: readonly PlacedTick[];
	readonly tonnes: readonly PlacedTick[];
	readonly wedges: readonly PlacedWedge[];
	readonly band: string;
	readonly lines: readonly PlacedLine[];
	readonly accountPoints: readonly { readonly x: number; readonly y: number }[];
	readonly targetPoints: readonly { readonly x: number; readonly y: number }[];
};

const shades = 4;
type Scale = (value: number) => number;
type Scales = { readonly x: Scale; readonly y: Scale };

/** Places the picture of a path: account, baseline, wedges, uncertainty, both paths and the target path. */
export function placePathway(picture: PathwayPicture, box: PictureBox): PlacedPathway {
	const { years, account } = picture;
	const ticks = listTicks(picture);
	const plot = {
		left: box.fontSize * Math.max(4.6, ...ticks.map(measureLabel)),
		right: box.width - box.fontSize * 1.4,
		top: box.fontSize * 0.8,
		bottom: box.height - box.fontSize * 2,
	};
	const first = Math.min(...years, ...account.map(({ year }) => year));
	const last = Math.max(...years);
	const [bottom, top] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
	const scales = {
		x: (year: number) => rounded(plot.left + ((year - first) / Math.max(1, last - first)) * (plot.right - plot.left)),
		y: (tonnes: number) => rounded(plot.bottom - ((tonnes - bottom) / (top - bottom)) * (plot.bottom - plot.top)),
	};
	const atYear = (row: Row, year: number) => row[years.indexOf(year)] ?? null;
	return {
		plot,
		years: listYears(first, last, (plot.right - plot.left) / (box.fontSize * 4)).map((value) => ({ value, at: scales.x(value) })),
		tonnes: ticks.map((value) => ({ value, at: scales.y(value) })),
		wedges: placeWedges(picture, scales, box.fontSize),
		band: drawArea(years, picture.low, picture.high, scales),
		lines: placeLines(picture, scales),
		accountPoints: account.map(({ year, tonnes }) => ({ x: scales.x(year), y: scales.y(tonnes) })),
		targetPoints: picture.targetYears.flatMap((year) => {
			const tonnes = atYear(picture.target, year);
			return tonnes === null ? [] : [{ x: scales.x(year), y: scales.y(tonnes) }];
		}),
	};
}

/** Room for a number at the axis, in heights of the type: digits and a sign, what stands between thousands, and the space beside it. */
function measureLabel(value: number): number {
	const digits = String(Math.abs(Math.round(value))).length;
	return digits * 0.6 + (value < 0 ? 0.5 : 0) + Math.floor((digits - 1) / 3) * 0.3 + 0.7;
}

/** Round numbers from at most zero to above everything that is drawn. */
function listTicks({ baseline, path, other, low, high, target, account }: PathwayPicture): number[] {
	const rows = [baseline, path, other ?? [], low, high, target, account.map(({ tonnes }) => tonnes)];
	const values = rows.flat().filter((value) => value !== null);
	const [least, most] = [Math.min(0, ...values), Math.max(1, ...values)];
	const rough = (most - least) / 4;
	const size = 10 ** Math.floor(Math.log10(rough));
	const step = ([1, 2, 2.5, 5, 10].find((each) => each * size >= rough) ?? 10) * size;
	const [from, to] = [Math.floor(least / step), Math.ceil(most / step)];
	return Array.from({ length: to - from + 1 }, (_, place) => (from + place) * step);
}

/** As many years as there is room for, at an even distance, the last among them. */
function listYears(first: number, last: number, room: number): number[] {
	const distance = [1, 2, 3, 5, 10, 20].find((each) => (last - first) / each <= room) ?? 50;
	const years: number[] = [];
	for (let year = last; year >= first; year -= distance) years.unshift(year);
	return years;
}

/** The account is points and no line: between two years it says nothing, and they may not have the same scope. */
function placeLines(picture: PathwayPicture, scales: Scales): PlacedLine[] {
	const { years, baseline, path, other, target } = picture;
	return [
		{ kind: 'baseline', d: drawLine(years, baseline, scales) },
		{ kind: 'target', d: drawLine(years, target, scales) },
		...(other ? [{ kind: 'other' as const, d: drawLine(years, other, scales) }] : []),
		{ kind: 'path', d: drawLine(years, path, scales) },
	];
}

function placeWedges({ years, baseline, wedges }: PathwayPicture, scales: Scales, fontSize: number): PlacedWedge[] {
	let upper: Row = baseline;
	return wedges.map(({ name, tonnes }, place) => {
		const lower = upper.map((value, at) => (value === null ? null : value - (tonnes[at] ?? 0)));
		const wedge = {
			name,
			shade: place % shades,
			d: drawArea(years, lower, upper, scales),
			label: placeLabel(years, lower, upper, { scales, fontSize }),
		};
		upper = lower;
		return wedge;
	});
}

/** In the last year but a few, where wedges are widest and the edge is not cut. */
function placeLabel(years: readonly number[], lower: Row, upper: Row, { scales, fontSize }: { scales: Scales; fontSize: number }) {
	const at = Math.max(0, years.length - 1 - Math.ceil(years.length / 8));
	const [low, high, year] = [lower[at] ?? null, upper[at] ?? null, years[at]];
	if (low === null || high === null || year === undefined) return null;
	const [bottom, top] = [scales.y(low), scales.y(high)];
	return bottom - top < fontSize * 1.15 ? null : { x: scales.x(year), y: rounded((bottom + top) / 2 + fontSize * 0.36) };
}

/** A line through the years; broken where a figure is missing. */
function drawLine(years: readonly number[], row: Row, { x, y }: Scales): string {
	let isOpen = false;
	return years
		.map((year, at) => {
			const value = row[at] ?? null;
			const move = value === null ? '' : `${isOpen ? 'L' : 'M'}${x(year)} ${y(value)}`;
			isOpen = value !== null;
			return move;
		})
		.join('');
}

/** What lies between two rows, in one piece for each run of years in which both are known. */
function drawArea(years: readonly number[], lower: Row, upper: Row, { x, y }: Scales): string {
	const runs: number[][] = [];
	let isOpen = false;
	for (const at of years.keys()) {
		const isKnown = (lower[at] ?? null) !== null && (upper[at] ?? null) !== null;
		if (isKnown && isOpen) runs.at(-1)?.push(at);
		else if (isKnown) runs.push([at]);
		isOpen = isKnown;
	}
	return runs
		.map((run) => {
			const there = run.map((at) => `${x(years[at] ?? 0)} ${y(upper[at] ?? 0)}`);
			const back = run.toReversed().map((at) => `${x(years[at] ?? 0)} ${y(lower[at] ?? 0)}`);
			return `M${[...there, ...back].join('L')}Z`;
		})
		.join('');
}

// Two decimals keep the drawing short and the same on every machine.
function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
