import type { Archive } from './archive.ts';
import { readXml, type XmlAttributes } from './xml.ts';

/** What a cell's style number says that matters here. */
export type CellStyle = {
	readonly fill: string | undefined;
	readonly isDate: boolean;
	readonly isPercent: boolean;
	/** What the number form writes after the number, such as ` træer`. */
	readonly after: string;
};

type Colour = { readonly attributes: XmlAttributes };

/** Built-in number formats that show a day (ECMA-376 18.8.30, with the East Asian ones). */
const dateFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const percentFormats = new Set([9, 10]);
/** The first 64 colours of old palettes; the first eight come twice. */
const indexed =
	'000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
		' ',
	);
/** Theme colours in the order that cells number them; the file's own theme replaces Office's. */
const themeOrder = [
	'lt1',
	'dk1',
	'lt2',
	'dk2',
	'accent1',
	'accent2',
	'accent3',
	'accent4',
	'accent5',
	'accent6',
	'hlink',
	'folHlink',
] as const;
const officeTheme = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

/** Reads the workbook's styles: each cell's style number to its background and whether its number is a day. */
export async function readStyles(file: string, archive: Archive): Promise<readonly CellStyle[]> {
	const theme = await readTheme(file, archive);
	const formats = new Map<number, string>();
	const fills: (Colour | null)[] = [];
	const styles: CellStyle[] = [];
	const inside = new Set<string>();
	let solid = false;
	await readXml(file, archive.readPart('xl/styles.xml'), {
		open: (name, attributes) => {
			inside.add(name);
			if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
			else if (name === 'fill' && inside.has('fills')) fills.push(null);
			else if (name === 'patternFill') solid = attributes.patternType === 'solid';
			else if (name === 'fgColor' && solid && inside.has('fills') && !inside.has('dxfs')) fills[fills.length - 1] = { attributes };
			else if (name === 'xf' && inside.has('cellXfs')) styles.push(toStyle(attributes, fills, formats, theme));
		},
		close: (name) => void inside.delete(name),
	});
	return styles;
}

function toStyle(
	xf: XmlAttributes,
	fills: readonly (Colour | null)[],
	formats: ReadonlyMap<number, string>,
	theme: readonly string[],
): CellStyle {
	const id = Number(xf.numFmtId ?? 0);
	const code = formats.get(id);
	const fill = fills[Number(xf.fillId ?? 0)];
	return {
		fill: fill ? resolveColour(fill.attributes, theme) : undefined,
		isDate: code === undefined ? dateFormats.has(id) : isDateFormat(code),
		isPercent: code === undefined ? percentFormats.has(id) : code.replace(/"[^"]*"/g, '').includes('%'),
		after: /^[#0?,.]+( *"[^"]*")(?:;|$)/.exec(code ?? '')?.[1]?.replaceAll('"', '') ?? '',
	};
}

/** True for a number format that shows day, month or year: letters outside quotes, brackets and escapes. */
function isDateFormat(code: string): boolean {
	const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
	return /[dy]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
}

function resolveColour(attributes: XmlAttributes, theme: readonly string[]): string | undefined {
	const plain = attributes.rgb
		? attributes.rgb.slice(-6).toUpperCase()
		: attributes.theme !== undefined
			? theme[Number(attributes.theme)]
			: indexed[Number(attributes.indexed ?? NaN)];
	if (!plain || !/^[0-9A-F]{6}$/.test(plain)) return undefined;
	return applyTint(plain, Number(attributes.tint ?? 0));
}

/** Lightens (0 to 1) or darkens (-1 to 0) a colour by its HSL lightness, as the standard says (18.8.3). */
function applyTint(rgb: string, tint: number): string {
	if (!tint || !Number.isFinite(tint)) return rgb;
	const parts = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16) / 255);
	const high = Math.max(...parts);
	const low = Math.min(...parts);
	const lightness = (high + low) / 2;
	const target = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
	// Hue and saturation stay: each part keeps its share of the spread, and the spread follows the new lightness.
	const room = (level: number) => 1 - Math.abs(2 * level - 1);
	const scale = room(lightness) === 0 ? 0 : room(target) / room(lightness);
	return parts
		.map((part) => Math.round(Math.min(1, Math.max(0, target + (part - lightness) * scale)) * 255))
		.map((part) => part.toString(16).padStart(2, '0').toUpperCase())
		.join('');
}

async function readTheme(file: string, archive: Archive): Promise<readonly string[]> {
	const colours = new Map<string, string>();
	let slot: string | null = null;
	await readXml(file, archive.readPart('xl/theme/theme1.xml'), {
		open: (name, attributes) => {
			if ((themeOrder as readonly string[]).includes(name)) slot = name;
			const rgb = name === 'srgbClr' ? attributes.val : name === 'sysClr' ? attributes.lastClr : undefined;
			if (slot && rgb && !colours.has(slot)) colours.set(slot, rgb.toUpperCase());
		},
		close: (name) => {
			if (name === slot) slot = null;
		},
	});
	return themeOrder.map((name, at) => colours.get(name) ?? officeTheme[at] ?? 'FFFFFF');
}
