import { fulfilmentColours, progressColours, type Colour } from '#domain/followup/assessment.ts';

/**
 * What a colour cell or a bar segment can hold: a colour, `text` (words where a colour was expected) or `none` (not stated).
 */
export type ColourMark = Colour | 'text' | 'none';

/** Every mark in the order they stand in a bar and in a list of colours. */
export const colourMarks: readonly ColourMark[] = [...new Set<ColourMark>([...progressColours, ...fulfilmentColours]), 'text', 'none'];

/** Side of the square that the paths below are drawn in. */
export const shapeSize = 16;

/**
 * How a mark is drawn in a `shapeSize` square. `filled` shapes are filled and outlined, the others are lines only,
 * so that a colour can be told by its form alone. `character` is the nearest sign of plain text, for Word and Excel.
 */
export type ColourShape = { readonly path: string; readonly filled: boolean; readonly lineWidth: number; readonly character: string };

const circle = 'M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0-12.5z';

export const colourShapes: Readonly<Record<ColourMark, ColourShape>> = {
	green: { path: circle, filled: true, lineWidth: 1.25, character: '●' },
	yellow: { path: 'M8 2L14.9 14H1.1z', filled: true, lineWidth: 1.25, character: '▲' },
	red: { path: 'M2.25 2.25h11.5v11.5H2.25z', filled: true, lineWidth: 1.25, character: '■' },
	white: { path: 'M8 2.25a5.75 5.75 0 1 1 0 11.5a5.75 5.75 0 1 1 0-11.5z', filled: false, lineWidth: 2, character: '○' },
	pink: { path: 'M8 1L15 8L8 15L1 8z', filled: true, lineWidth: 1.25, character: '◆' },
	text: { path: 'M2 4.25h12M2 8h12M2 11.75h7.5', filled: false, lineWidth: 1.75, character: '≡' },
	none: { path: 'M3 8h10', filled: false, lineWidth: 2, character: '–' },
};

/**
 * The colours of a mark, `#rrggbb`. `fill` with `outline` draws a shape or a segment, `onFill` is a text on `fill`,
 * `tint` is the ground of a table cell. Checked in the test: outline 3:1 and body text 4.5:1 against what they stand on.
 */
export type MarkColours = { readonly fill: string; readonly outline: string; readonly onFill: string; readonly tint: string };

/** One set of colours with the page and the text they are made for. */
export type Palette = { readonly page: string; readonly ink: string; readonly marks: Readonly<Record<ColourMark, MarkColours>> };

const light: Palette = {
	page: '#ffffff',
	ink: '#1b232b',
	marks: {
		green: { fill: '#24744a', outline: '#1a5c39', onFill: '#ffffff', tint: '#e2f0e8' },
		yellow: { fill: '#f3c03f', outline: '#8c6100', onFill: '#1b232b', tint: '#fdf2d0' },
		red: { fill: '#b3312b', outline: '#8f231e', onFill: '#ffffff', tint: '#f9e1de' },
		white: { fill: '#ffffff', outline: '#55616c', onFill: '#1b232b', tint: '#ffffff' },
		pink: { fill: '#f5b8d0', outline: '#a43a6e', onFill: '#1b232b', tint: '#fce9f1' },
		text: { fill: '#d5e1e9', outline: '#4c6472', onFill: '#1b232b', tint: '#eff4f7' },
		none: { fill: '#e8ebee', outline: '#68737d', onFill: '#1b232b', tint: '#f5f6f7' },
	},
};

const dark: Palette = {
	page: '#14191e',
	ink: '#eef2f5',
	marks: {
		green: { fill: '#55b881', outline: '#7fd0a2', onFill: '#08150d', tint: '#16301f' },
		yellow: { fill: '#f0c24b', outline: '#f6d57f', onFill: '#1d1503', tint: '#352a0c' },
		red: { fill: '#f07a70', outline: '#f8a49c', onFill: '#220504', tint: '#401a18' },
		white: { fill: '#e8edf1', outline: '#e8edf1', onFill: '#14191e', tint: '#14191e' },
		pink: { fill: '#f2a3c3', outline: '#f7c3d8', onFill: '#270a18', tint: '#3b1a2b' },
		text: { fill: '#5b7482', outline: '#a9bfcb', onFill: '#ffffff', tint: '#1d272e' },
		none: { fill: '#333c44', outline: '#93a0aa', onFill: '#eef2f5', tint: '#1a2026' },
	},
};

/** `print` differs from `light` by its stronger tints, which survive a poor office printer. */
export const palettes: Readonly<Record<'light' | 'dark' | 'print', Palette>> = {
	light,
	dark,
	print: {
		...light,
		marks: {
			...light.marks,
			green: { ...light.marks.green, tint: '#d5eadd' },
			yellow: { ...light.marks.yellow, tint: '#fcecb8' },
			red: { ...light.marks.red, tint: '#f5d3cf' },
			pink: { ...light.marks.pink, tint: '#fadfea' },
		},
	},
};
