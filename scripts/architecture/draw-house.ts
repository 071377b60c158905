import type { House } from './read-house.ts';
import { pictureHeight, pictureWidth, placeLines, rooms } from './place-rooms.ts';
import type { Line, Room } from './place-rooms.ts';

/** What nearly every room stands on; drawn as ground, with a mark where a room does use it. */
const ground = ['domain', 'text'];

const title = 'The rooms of the house and who imports whom';

/** Draws the house as SVG. The same house gives the same bytes. */
export function drawHouse(house: House): string {
	const lines = placeLines(house.imports, ground);
	const described = lines.map((line) => `${line.from} imports ${line.to}`).join('; ');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${pictureWidth} ${pictureHeight}" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif">`,
		`<title id="t">${title}</title>`,
		`<desc id="d">${described}. Rooms marked d import domain, rooms marked t import text.</desc>`,
		'<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#4a5560"/></marker></defs>',
		`<rect width="${pictureWidth}" height="${pictureHeight}" fill="#ffffff"/>`,
		...lines.map(drawLine),
		...rooms.map((room) => drawRoom(room, house)),
		`<text x="20" y="${pictureHeight - 16}" font-size="13" fill="#4a5560">An arrow is an import that is there. d: imports domain, t: imports text; those two lie as ground under the others.</text>`,
		'</svg>',
		'',
	].join('\n');
}

function drawLine({ from, to, points }: Line): string {
	const [[x, y], ...rest] = points as [readonly [number, number], ...(readonly [number, number])[]];
	const way = rest.map(([px, py]) => `L${px} ${py}`).join('');
	return `<path d="M${x} ${y}${way}" fill="none" stroke="#4a5560" stroke-width="1.3" stroke-linejoin="round" marker-end="url(#a)"><title>${from} imports ${to}</title></path>`;
}

function drawRoom({ name, what, x, y, width, height }: Room, house: House): string {
	const fill = ground.includes(name) ? '#dcebe2' : '#f2f5f7';
	const subjects = (house.subjects.get(name) ?? []).join(' · ');
	const marks = ground.filter((other) => house.imports.get(name)?.has(other)).map((other) => other[0]);
	return [
		`<g><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${fill}" stroke="#1f3a2d"/>`,
		`<text x="${x + 12}" y="${y + 23}" font-size="16" font-weight="600" fill="#14251d">${name}</text>`,
		`<text x="${x + 12}" y="${y + 40}" font-size="12" fill="#33413a">${what}</text>`,
		`<text x="${x + 12}" y="${y + 56}" font-size="11" fill="#5b6a62">${subjects}</text>`,
		`<text x="${x + width - 10}" y="${y + 22}" font-size="12" text-anchor="end" fill="#2c6e49">${marks.join(' ')}</text></g>`,
	].join('');
}

/** The table of what each room may import and does, as Markdown. */
export function writeTable(house: House, may: Readonly<Record<string, readonly string[]>>): string {
	const names = Object.keys(may);
	const rows = names.map((room) => {
		const cells = names.map((other) => {
			if (other === room) return '·';
			const allowed = may[room]?.includes(other) ?? false;
			return allowed ? (house.imports.get(room)?.has(other) ? 'x' : 'o') : '';
		});
		return `| **${room}** | ${cells.join(' | ')} |`;
	});
	return [`| | ${names.join(' | ')} |`, `| --- | ${names.map(() => '---').join(' | ')} |`, ...rows].join('\n');
}
