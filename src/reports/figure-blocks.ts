import type { BarYear } from '#charts/place-account-bars.ts';
import type { CostCurveLabels } from '#charts/draw-cost-curve.ts';
import type { CostBar } from '#charts/place-cost-curve.ts';
import type { PathwayPicture } from '#charts/place-pathway.ts';
import type { FigureCell } from './figure-cell.ts';

/** A section about figures, in the words of one language. Page, PDF and Word set out the same blocks, each in its own way. */
export type FigureSection = { readonly kind: 'account' | 'path'; readonly title: string; readonly blocks: readonly FigureBlock[] };

export type FigureBlock =
	| { readonly kind: 'heading' | 'lead' | 'text'; readonly text: string }
	/** `inSheet` is said instead in a sheet, which has no picture to point at. */
	| { readonly kind: 'note'; readonly text: string; readonly inSheet?: string | undefined }
	| { readonly kind: 'list'; readonly lines: readonly string[] }
	| FigurePicture
	| FigureTable;

/** A picture with its words: `alternative` is what is said instead of it, and the table that follows has its figures. */
export type FigurePicture = {
	readonly kind: 'picture';
	readonly caption: string;
	readonly alternative: string;
	readonly drawing: FigureDrawing;
};
export type FigureDrawing =
	| {
			readonly of: 'account';
			readonly years: readonly BarYear[];
			readonly sectorWords: Readonly<Record<string, string>>;
			readonly totals: readonly string[];
	  }
	| { readonly of: 'path'; readonly picture: PathwayPicture; readonly legend: readonly PathLegend[] }
	| { readonly of: 'costs'; readonly bars: readonly CostBar[]; readonly labels: CostCurveLabels };
export type PathLegend = { readonly part: 'path' | 'other' | 'baseline' | 'target' | 'wedge' | 'band' | 'account'; readonly word: string };

export type FigureTable = {
	readonly kind: 'table';
	readonly caption: string;
	readonly columns: readonly {
		readonly name: string;
		readonly isNumber: boolean;
		/** Width against the other columns. */ readonly share: number;
	}[];
	/** A cell without a value is null, and said to be not stated. */
	readonly rows: readonly { readonly cells: readonly FigureCell[]; readonly isStrong: boolean }[];
};
