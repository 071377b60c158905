import type { SourceCell } from '../shared/source-cell.ts';

/** How far the work is. One word of the document may give two; the first named counts and the text is kept. */
export const states = ['in progress', 'partly in progress', 'planning', 'not started', 'on hold', 'completed'] as const;
export type State = (typeof states)[number];

/** Whether the work is under way or done. */
export function isBegun(state: State | null | undefined): boolean {
	return state === 'in progress' || state === 'partly in progress' || state === 'completed';
}

/** Colour of progress against schedule. */
export const progressColours = ['green', 'yellow', 'red', 'white'] as const;
export type Progress = (typeof progressColours)[number];

/** Colour of goal fulfilment. */
export const fulfilmentColours = ['green', 'yellow', 'red', 'pink'] as const;
export type Fulfilment = (typeof fulfilmentColours)[number];

export type Colour = Progress | Fulfilment;

/** One initiative in one round. `null` is "not stated"; a text beside a normalised value is the document's own. */
export type Assessment = {
	readonly initiativeId: string;
	readonly year: number;
	readonly state: State | null;
	readonly stateText: string | null;
	readonly progress: Progress | null;
	readonly fulfilment: Fulfilment | null;
	/** Prose where the document has words instead of a colour. */
	readonly fulfilmentText: string | null;
	readonly remark: string | null;
	/** Where the document says it; null when typed on the site. */
	readonly source: SourceCell | null;
	readonly version: number;
};
