import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The typeface of every PDF: IBM Plex Sans (SIL Open Font License), brought by npm so that no machine's own fonts matter. */
export const reportFont = 'IBM Plex Sans';
/** Prints what people put into a remark on a phone, in one colour (SIL Open Font License). */
const emojiFont = 'Noto Emoji';
/** In the order they are asked for a character. */
export const reportFonts = [reportFont, emojiFont] as const;

const require = createRequire(import.meta.url);

export type ReportFonts = { readonly blobs: readonly Buffer[]; readonly has: (codePoint: number) => boolean };

/** Reads the report's fonts; `has` tells which characters can be printed: in both weights of the text, or as an emoji. */
export async function readReportFonts(): Promise<ReportFonts> {
	const files = [
		require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
		require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
	];
	const blobs = await Promise.all(files.map((file) => readFile(file)));
	const emojiBlob = await readFile(require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'));
	const sets = blobs.map(readCharacters);
	const emoji = readCharacters(emojiBlob);
	return { blobs: [...blobs, emojiBlob], has: (codePoint) => sets.every((set) => set.has(codePoint)) || emoji.has(codePoint) };
}

/** The characters of a TrueType font, from its `cmap` table (OpenType specification, format 4: the basic plane; format 12: all). */
function readCharacters(font: Buffer): Set<number> {
	const table = findTable(font, 'cmap');
	const characters = new Set<number>();
	for (let place = 0; place < font.readUInt16BE(table + 2); place += 1) {
		const subtable = table + font.readUInt32BE(table + 4 + place * 8 + 4);
		const format = font.readUInt16BE(subtable);
		if (format === 4) addSegments(font, subtable, characters);
		else if (format === 12) addGroups(font, subtable, characters);
	}
	return characters;
}

function addSegments(font: Buffer, subtable: number, characters: Set<number>): void {
	const segments = font.readUInt16BE(subtable + 6) / 2;
	for (let place = 0; place < segments; place += 1) {
		const last = font.readUInt16BE(subtable + 14 + place * 2);
		const first = font.readUInt16BE(subtable + 16 + segments * 2 + place * 2);
		for (let character = first; character <= last && character < 0xffff; character += 1) characters.add(character);
	}
}

function addGroups(font: Buffer, subtable: number, characters: Set<number>): void {
	for (let place = 0; place < font.readUInt32BE(subtable + 12); place += 1) {
		const group = subtable + 16 + place * 12;
		const last = font.readUInt32BE(group + 4);
		for (let character = font.readUInt32BE(group); character <= last; character += 1) characters.add(character);
	}
}

function findTable(font: Buffer, name: string): number {
	for (let place = 0; place < font.readUInt16BE(4); place += 1) {
		const record = 12 + place * 16;
		if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
	}
	throw new Error(`The font has no ${name} table`);
}
