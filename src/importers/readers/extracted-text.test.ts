import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftInitiative } from '#domain/followup/draft-initiative.ts';
import { readTables } from '../read-tables.ts';
import { readExtractedText } from './extracted-text.ts';

const here = join(import.meta.dirname, 'extracted-text');
const madeUp = readFileSync(join(here, 'made-up-status.txt'), 'utf8');
const source = join(import.meta.dirname, '../../../../shared/sources/000_5ec8f7dd595304e4.txt');
const found = existsSync(source);

/** All cells as one line of text per row. */
function readRows(text: string): string[] {
	return (readExtractedText('status.txt', text).tables[0]?.rows ?? []).map(({ cells }) =>
		cells
			.map((cell) => cell.text.replaceAll('\n', ' / '))
			.join('|')
			.replace(/\|+$/u, ''),
	);
}

describe('a table whose cells were extracted one after the other', () => {
	it('gives its headings, its sections and one row per initiative', () => {
		expect(readRows(madeUp)).toEqual([
			'|Tiltag|Sektor|Opstart|Status|Prioritering|Fremdrift|Målopfyldelse|Kommentarer|Finansiering|Ansvarlig|CO2-effekt',
			'BYGNINGER',
			'1|Udskiftning af oliefyr i kommunens haller|Varme|15-03-29|I gang|Prioriteret|Grøn|Gul|Første hal er færdig, og den næste følger i efteråret. Arbejdet er forsinket af lange leveringstider på varmepumper hos flere leverandører. / - hal 1 er færdig / - hal 2 er bestilt|Anlægspuljen 2030|By og Landskab|Beregnet',
			'2|LED-lys|Lys og strøm||Ikke påbegyndt|Planlagt prioriteret|Hvid||Venter på ny aftale|Driftsbudget|Skoler og Institutioner|Understøttende',
			'3|Solceller på Bibliotek|Lys og strøm|01-06-30|Delvist i gang|Prioriteret|Gul|Gul|Grøn strøm fra taget dækker nu en tredjedel af husets forbrug, og målere er sat op i alle afdelinger. 12 anlæg mere kan følge, når taget er efterset.|Der er søgt penge i regionens fond for lokale energifællesskaber|By og Landskab|Ikke beregnet',
			'FÆRDSEL og VEJE',
			'4a|Cykelstier langs kysten|Færdsel||Sat i bero|Prioriteret|Rød|Målet nås ikke før efter 2035|Strækningen er udskudt, fordi ekspropriationerne tager længere tid end ventet, og fordi udbuddet blev dyrere.|Anlægspuljen 2030|By og Landskab|Beregnet / (tallet dækker også indsats 4b)',
			'4b|Cykelparkering ved stationen|Færdsel|01-09-30|I gang|Prioriteret|Grøn|Grøn|Der er opsat 240 pladser.|Driftsbudget|By og Landskab|Beregnet',
			'5|Delebiler|Færdsel||Ikke påbegyndt|Ikke prioriteret|Hvid||||Ekstern|Understøttende',
			'6|Havnefærgen/hurtigfærgeforbindelsen på strøm|Færdsel||I gang|Prioriteret|Gul|Gul|Forventes klar i 2033, se 4a.|Havnevæsenet|Ekstern|Beregnet',
			'7|Vejbelysning|Lys og strøm||I gang|Prioriteret|Grøn|Grøn|Alle armaturer på de store veje er skiftet, og de små følger i løbet af vinteren, hvor der er mindst trafik.|Driftsbudget|By og Landskab|Ikke beregnet',
		]);
	});

	it('names the document, the line each initiative begins on, and no page where the text has no form feeds', () => {
		const { tables, title } = readExtractedText('status.txt', madeUp);
		const lines = madeUp.split('\n');
		expect(title).toBe('Status på klimaplan for Fjordby Kommune');
		for (const { row, cells, page } of (tables[0]?.rows ?? []).slice(1)) {
			expect(lines[row - 1]).toMatch(new RegExp(`^${(cells[0]?.text ?? '').slice(0, 1)}`, 'u'));
			expect(page).toBeNull();
		}
	});

	it('tells that a single colour may belong to the other column, and asks about a budget it had to guess', () => {
		const problems = readExtractedText('status.txt', madeUp).problems.map(({ code, severity, number, text }) => ({
			code,
			severity,
			number,
			text,
		}));
		expect(readExtractedText('status.txt', madeUp).problems.at(-1)).toMatchObject({ field: 'budget', value: 'budget' });
		expect(problems).toEqual([
			{ code: 'colour.column-inferred', severity: 'note', number: '2', text: 'Hvid' },
			{ code: 'colour.column-inferred', severity: 'note', number: '5', text: 'Hvid' },
			{ code: 'cell.column-uncertain', severity: 'question', number: '6', text: 'Havnevæsenet' },
		]);
	});

	it('reads the same when lines end as Windows ends them or have lost the space at their end', () => {
		expect(readRows(madeUp.replaceAll('\n', '\r\n'))).toEqual(readRows(madeUp));
		expect(readRows(`\uFEFF${madeUp}`)).toEqual(readRows(madeUp));
		const bare = readRows(madeUp.replace(/ +$/gmu, '')).map((row) => row.replace(/ \/ /gu, ' '));
		expect(bare.map((row) => row.split('|').slice(0, 8))).toEqual(readRows(madeUp).map((row) => row.split('|').slice(0, 8)));
	});

	it('gives nothing for a text without such a table', () => {
		for (const text of [
			'',
			'\f\f',
			'Indsats',
			'Referat af mødet\n\n1. Godkendelse af dagsorden\n2. Status på indsatser\n',
			'Indsats Sektor Status Prioritet Budget\n',
		]) {
			expect(readExtractedText('andet.txt', text).tables).toEqual([]);
		}
	});

	it('does not slow down or fail on hostile text', () => {
		const header = 'Indsats Sektor Igangsat planperiode Fremdrift Bemærkning\n';
		const before = process.cpuUsage();
		readExtractedText('a.txt', header + '1 a b I gang Prioriteret grøn\n'.repeat(3000));
		readExtractedText('b.txt', header + '1 '.repeat(60_000));
		readExtractedText('c.txt', header + 'I gang Prioriteret '.repeat(20_000));
		readExtractedText('d.txt', header + '7\n'.repeat(30_000));
		// Computing alone: what else the machine does in the meantime is not the reader's.
		const { user, system } = process.cpuUsage(before);
		expect((user + system) / 1000).toBeLessThan(8000);
	});
});

/** Whether a paragraph ended exactly at a page break cannot be known, so line breaks in cells do not count. */
function readWords(text: string): string[] {
	return readRows(text).map((row) => row.replaceAll(' / ', ' '));
}

/** Puts `inserted` before the given line of the text. */
function insertBefore(text: string, line: number, inserted: string): string {
	const lines = text.split('\n');
	return [...lines.slice(0, line), `${inserted}${lines[line] ?? ''}`, ...lines.slice(line + 1)].join('\n');
}

describe('a page break anywhere in the table', () => {
	const lines = madeUp.split('\n');
	const header = lines.findIndex((line) => line.startsWith('Tiltag'));
	const place = fc.integer({ min: header + 1, max: lines.length - 1 });

	it('changes no cell, whether the headings are printed again or not', () => {
		fc.assert(
			fc.property(
				place,
				fc.constantFrom('\f', `\f${lines[header]}\n`, `Side 2 af 3\n\f${lines[header]}\n`, 'Side 2 af 3\n\f'),
				(line, inserted) => {
					expect(readWords(insertBefore(madeUp, line, inserted))).toEqual(readWords(madeUp));
				},
			),
		);
	});

	it('counts the page for every row that begins after it', () => {
		fc.assert(
			fc.property(place, (line) => {
				const rows = readExtractedText('status.txt', insertBefore(madeUp, line, '\f')).tables[0]?.rows ?? [];
				for (const { row, page } of rows) expect(page).toBe(row > line ? 2 : 1);
			}),
		);
	});
});

type Digest = { readonly sha256: string; readonly words: number; readonly first: string; readonly last: string };
type Expected = Pick<
	DraftInitiative,
	'number' | 'section' | 'title' | 'sector' | 'startDate' | 'stateText' | 'priority' | 'progress' | 'fulfilment' | 'responsible'
> & {
	readonly row: number;
	readonly fulfilmentText: Digest | null;
	readonly remark: Digest | null;
	readonly budget: Digest | null;
	readonly co2RelationText: Digest | null;
};

/** The golden file holds no sentences of the source, only what proves that every word of them is in its cell. */
function digest(text: string | null): Digest | null {
	if (text === null) return null;
	const words = text.split(/\s+/u);
	const sha256 = createHash('sha256').update(words.join(' ')).digest('hex');
	return { sha256, words: words.length, first: words.slice(0, 3).join(' '), last: words.slice(-3).join(' ') };
}

const reason = found ? '' : ' (skipped: ../shared/sources is not beside this checkout)';

describe.skipIf(!found)(`Sorø's status report of 2023${reason}`, () => {
	const text = found ? readFileSync(source, 'utf8') : '';
	const golden = readFileSync(join(here, 'soroe-2023.golden.jsonl'), 'utf8')
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as Expected);
	const read = () => readTables('soroe.txt', readExtractedText('soroe.txt', text), []);

	it('gives all 83 initiatives as they were read by hand, every word in its cell', () => {
		const { initiatives } = read();
		const actual = initiatives.map((draft): Expected => ({
			number: draft.number,
			row: draft.source.row ?? 0,
			section: draft.section,
			title: draft.title,
			sector: draft.sector,
			startDate: draft.startDate,
			stateText: draft.stateText,
			priority: draft.priority,
			progress: draft.progress,
			fulfilment: draft.fulfilment,
			fulfilmentText: digest(draft.fulfilmentText),
			responsible: draft.responsible,
			remark: digest(draft.remark),
			budget: digest(draft.budget),
			co2RelationText: digest(draft.co2RelationText),
		}));
		expect(actual.length).toBe(83);
		for (const [index, expected] of golden.entries()) expect(actual[index]).toEqual(expected);
	});

	it('has the headings as the document writes them', () => {
		const header = readExtractedText('soroe.txt', text).tables[0]?.rows[0]?.cells.map((cell) => cell.text);
		expect(header).toEqual([
			'',
			'Indsats',
			'Sektor',
			'Start dato',
			'Igangsat',
			'planperiode 2022-2025',
			'Status - Planmæssig fremdrift',
			'Status - Målsætning og effekt',
			'Fremdrift - bemærkning',
			'Budgetrelation',
			'Hovedansvarlig aktør - Fagcenter',
			'CO2-relation',
		]);
	});

	it('says where it inferred a column: 45 single colours and one lone word', () => {
		const { problems } = readExtractedText('soroe.txt', text);
		expect(problems.filter(({ code }) => code === 'colour.column-inferred')).toHaveLength(45);
		expect(problems.filter(({ code }) => code === 'cell.column-uncertain').map(({ number }) => number)).toEqual(['75']);
	});

	it('reads the same with page breaks and repeated headings between any two lines', () => {
		const lines = text.split('\n');
		const start = lines.findIndex((line) => line.startsWith('Indsats Sektor'));
		const end = lines.findIndex((line) => line.startsWith('ENERGI'));
		const header = lines.slice(start, end - 1).join('\n');
		const plain = readWords(text);
		fc.assert(
			fc.property(fc.integer({ min: end + 1, max: lines.length - 1 }), fc.constantFrom('\f', `\f${header}\n`), (line, inserted) => {
				expect(readWords(insertBefore(text, line, inserted))).toEqual(plain);
			}),
			{ numRuns: 25 },
		);
	});
});
