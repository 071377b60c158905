import { progressColours, type Progress } from '#domain/followup/assessment.ts';

/** Which of a round's initiatives the board shows: how far the answer is, or what asks for a look. */
export const boardViews = [
	'answered or accepted',
	'not answered',
	'waiting',
	'draft',
	'answered',
	'sent back',
	'accepted',
	'over time',
	'breaks guide',
	'has findings',
	'has comments',
	'incomplete',
	'worse',
	'better',
	'changed',
	'unassigned',
] as const;
export type BoardView = (typeof boardViews)[number];

export const boardSortKeys = ['position', 'number', 'title', 'status', 'state', 'progress', 'fulfilment', 'change'] as const;
export type BoardSortKey = (typeof boardSortKeys)[number];
export type BoardSort = { readonly by: BoardSortKey; readonly descending: boolean };

/** What the board shows, as the address says it. The address is the same in both languages. */
export type BoardQuery = {
	readonly view: BoardView | null;
	/** Id of a unit; null shows all. */
	readonly unit: string | null;
	readonly colour: Progress | 'none' | null;
	readonly text: string;
	readonly sort: BoardSort;
};

/** The names of the fields in the address. */
export const boardNames = { view: 'vis', unit: 'enhed', colour: 'fremdrift', text: 'q', sort: 'sorter' } as const;

const viewNames: Readonly<Record<BoardView, string>> = {
	'answered or accepted': 'svar',
	'not answered': 'mangler',
	waiting: 'venter',
	draft: 'paabegyndt',
	answered: 'besvaret',
	'sent back': 'sendt-tilbage',
	accepted: 'godkendt',
	'over time': 'over-tid',
	'breaks guide': 'afviger',
	'has findings': 'plantjek',
	'has comments': 'kommentarer',
	incomplete: 'ufuldstaendig',
	worse: 'daarligere',
	better: 'bedre',
	changed: 'aendret',
	unassigned: 'ingen',
};
const colourNames: Readonly<Record<Progress | 'none', string>> = {
	green: 'groen',
	yellow: 'gul',
	red: 'roed',
	white: 'hvid',
	none: 'ikke-oplyst',
};
const sortNames: Readonly<Record<BoardSortKey, string>> = {
	position: 'plan',
	number: 'nummer',
	title: 'indsats',
	status: 'besvarelse',
	state: 'status',
	progress: 'fremdrift',
	fulfilment: 'maalopfyldelse',
	change: 'aendring',
};
const longestText = 200;
const planOrder: BoardSort = { by: 'position', descending: false };

/** Reads the board's address. What it does not know is left out: an old link shows more, never an error. */
export function readBoardQuery(search: URLSearchParams): BoardQuery {
	const sort = search.get(boardNames.sort) ?? '';
	const by = boardSortKeys.find((key) => sortNames[key] === sort.replace(/^-/, ''));
	return {
		view: boardViews.find((view) => viewNames[view] === search.get(boardNames.view)) ?? null,
		unit: search.get(boardNames.unit)?.slice(0, longestText) || null,
		colour: ([...progressColours, 'none'] as const).find((colour) => colourNames[colour] === search.get(boardNames.colour)) ?? null,
		text: (search.get(boardNames.text) ?? '').trim().slice(0, longestText),
		sort: by ? { by, descending: sort.startsWith('-') } : planOrder,
	};
}

/** Writes the board's address, with further fields such as the row that is open; nothing when everything is shown in the plan's order. */
export function writeBoardQuery(query: Partial<BoardQuery>, further: Readonly<Record<string, string | null>> = {}): string {
	const search = new URLSearchParams();
	if (query.view) search.set(boardNames.view, viewNames[query.view]);
	if (query.unit) search.set(boardNames.unit, query.unit);
	if (query.colour) search.set(boardNames.colour, colourNames[query.colour]);
	if (query.text) search.set(boardNames.text, query.text);
	const sort = writeBoardSort(query.sort);
	if (sort) search.set(boardNames.sort, sort);
	for (const [name, value] of Object.entries(further)) if (value !== null) search.set(name, value);
	const text = search.toString();
	return text && `?${text}`;
}

/** The sort as the address writes it; empty for the plan's own order. */
export function writeBoardSort({ by, descending }: BoardSort = planOrder): string {
	return by === 'position' && !descending ? '' : `${descending ? '-' : ''}${sortNames[by]}`;
}

/** A view as the address writes it. */
export function writeBoardView(view: BoardView): string {
	return viewNames[view];
}

/** A colour as the address writes it. */
export function writeBoardColour(colour: Progress | 'none'): string {
	return colourNames[colour];
}
