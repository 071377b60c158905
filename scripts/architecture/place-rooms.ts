/** Where a room stands in the picture, and what it is for in a few words. */
export type Room = {
	readonly name: string;
	readonly what: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
};

export const pictureWidth = 960;
export const pictureHeight = 640;

const height = 64;
const floor = (index: number) => 40 + index * 100;

/** Top to bottom: who is asked, who puts things together, what is done, what it is done with, what is true. */
export const rooms: readonly Room[] = [
	{ name: 'cli', what: 'the command fremdrift', x: 20, y: floor(0), width: 160, height },
	{ name: 'jobs', what: 'work in the background', x: 200, y: floor(0), width: 160, height },
	{ name: 'hooks', what: 'every request passes', x: 380, y: floor(0), width: 160, height },
	{ name: 'routes', what: 'pages and addresses', x: 560, y: floor(0), width: 380, height },
	{ name: 'wiring', what: 'opens everything', x: 20, y: floor(1), width: 160, height },
	{ name: 'web', what: 'pieces of pages', x: 780, y: floor(1), width: 160, height },
	{ name: 'usecases', what: 'one verb a file', x: 230, y: floor(2), width: 430, height },
	{ name: 'storage', what: 'SQL', x: 20, y: floor(3), width: 210, height },
	{ name: 'importers', what: 'documents in', x: 250, y: floor(3), width: 200, height },
	{ name: 'reports', what: 'documents out', x: 470, y: floor(3), width: 190, height },
	{ name: 'charts', what: 'numbers to shapes', x: 690, y: floor(4), width: 250, height },
	{ name: 'text', what: 'every sentence, Danish and English', x: 20, y: floor(4), width: 640, height },
	{ name: 'domain', what: 'what is true without a computer', x: 20, y: floor(5), width: 920, height },
];

export type Line = { readonly from: string; readonly to: string; readonly points: readonly (readonly [x: number, y: number])[] };

/**
 * Places a line for each import as down, across and down again; the way across lies between the floors, each at its own
 * height. Lines to `ground` rooms are left out: what nearly everyone uses is drawn as ground to stand on.
 */
export function placeLines(imports: ReadonlyMap<string, ReadonlySet<string>>, ground: readonly string[]): readonly Line[] {
	const edges = [...imports].flatMap(([from, targets]) => [...targets].filter((to) => !ground.includes(to)).map((to) => ({ from, to })));
	const known = edges
		.filter((edge) => find(edge.from) && find(edge.to))
		.sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
	const perFloor = new Map<number, number>();
	return known.map((edge) => {
		const from = find(edge.from)!;
		const to = find(edge.to)!;
		const lane = perFloor.get(to.y) ?? 0;
		perFloor.set(to.y, lane + 1);
		const across = to.y - 8 - (lane % 5) * 5;
		const start = port(
			from,
			known.filter((other) => other.from === edge.from).map((other) => find(other.to)!),
			to,
		);
		const end = port(
			to,
			known.filter((other) => other.to === edge.to).map((other) => find(other.from)!),
			from,
		);
		return {
			...edge,
			points: [
				[start, from.y + from.height],
				[start, across],
				[end, across],
				[end, to.y],
			],
		};
	});
}

function find(name: string): Room | undefined {
	return rooms.find((room) => room.name === name);
}

const middle = (room: Room) => room.x + room.width / 2;

/** Spreads the ends of lines over a wall of `room`, in the order of the rooms at their other ends. */
function port(room: Room, others: readonly Room[], other: Room): number {
	const sorted = [...others].sort((a, b) => middle(a) - middle(b) || a.y - b.y);
	return Math.round(room.x + (room.width * (sorted.indexOf(other) + 1)) / (sorted.length + 1));
}
