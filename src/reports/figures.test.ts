import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';
import { makeAccount, makeRow } from '../../test/made-up-account.ts';
import { listElements, readPdf } from '../../test/read-pdf.ts';
import { freezeSoroe, makeAccounts } from '../../test/soroe-figures.ts';
import { readSoroeFollowUp } from '../../test/soroe-follow-up.ts';
import { hashContent, writeCanonicalJson } from './canonical-json.ts';
import { makeFigureSheet } from './figure-sheet.ts';
import { freezeAccounts } from './freeze-account.ts';
import { freezeRound } from './freeze-round.ts';
import { hashFrozenRound } from './frozen-round.ts';
import { parseFrozenRound } from './frozen-round-schema.ts';
import { renderFile } from './render-file.ts';
import { pickPart } from './report-part.ts';
import { makeRoundSheet } from './round-sheet.ts';
import { writeStatusReport } from './status-report.ts';

const frozen = freezeSoroe();
const report = writeStatusReport(frozen, 'da');
const wordsOf = (kind: 'account' | 'path') => JSON.stringify(report.figures.find((section) => section.kind === kind)?.blocks);
const file = { format: 'pdf', layout: 'portrait', locale: 'da', sheet: 'report' } as const;

const readAgain = async (fileName: string, bytes: Uint8Array) =>
	JSON.stringify((await readDocument({ fileName, bytes })).initiatives, (key, value: unknown) => (key === 'source' ? null : value));

describe('the figures of a frozen round', () => {
	it('come back from its canonical JSON as they were, with the same hash', () => {
		const content = writeCanonicalJson(frozen);
		const back = parseFrozenRound(content);
		expect(writeCanonicalJson(back)).toBe(content);
		expect(hashFrozenRound(back)).toBe(hashContent(content));
		expect(writeStatusReport(back, 'en').figures.map(({ title }) => title)).toEqual(
			writeStatusReport(frozen, 'en').figures.map(({ title }) => title),
		);
	});

	it('are left out where there are none: what was frozen before they came still opens with its own hash', () => {
		const plain = freezeRound({ followUp: readSoroeFollowUp(), comparison: null, findings: [], version: 1, accounts: [] });
		const older = writeCanonicalJson({ ...plain, layoutVersion: 2 });
		expect(older).not.toMatch(/"accounts"|"path"/);
		expect(hashFrozenRound(parseFrozenRound(older))).toBe(hashContent(older));
		expect(writeStatusReport(parseFrozenRound(older), 'da').figures).toEqual([]);
	});

	it('are the municipality’s, and therefore in no part of the report', () => {
		const part = pickPart(frozen, { kind: 'section', value: frozen.plan.sections[0]?.title ?? '' });
		expect(writeStatusReport(part, 'da').figures).toEqual([]);
	});

	it('tell the account by sector and year, for each inhabitant, with marks, own share, key figures and sources', () => {
		const words = wordsOf('account');
		for (const said of [
			'196.343',
			'6,54',
			'beregnet',
			'Ikke opgjort (NE)',
			'1,5\u00a0%',
			'Energiforbrug',
			'Biogen CO2',
			'Prøveregnskab 2024',
		])
			expect(words).toContain(said);
	});

	it('say where rounded figures do not add up, and only there', () => {
		const said = 'Tallene er afrundet; summen kan afvige.';
		expect(wordsOf('account')).not.toContain(said);
		const rows = [makeRow({ sector: 'energy', tonnes: 10.4 }), makeRow({ sector: 'transport', tonnes: 20.4 })];
		const off = { ...frozen, accounts: freezeAccounts([makeAccount({ rows })]) };
		const { blocks = [] } = writeStatusReport(off, 'da').figures[0] ?? {};
		expect(blocks[blocks.findIndex(({ kind }) => kind === 'table') + 1]).toEqual({ kind: 'note', text: said });
	});

	it('name at the bars and at the own share the sectors that a sum lacks figures from', () => {
		const lacks = 'kemiske processer (ikke opgjort, NE)';
		const { blocks = [] } = report.figures.find(({ kind }) => kind === 'account') ?? {};
		const note = blocks[blocks.findIndex(({ kind }) => kind === 'picture') + 1];
		const said = `2018, 2020, 2021, 2022 og 2023: summen mangler tal fra ${lacks}.`;
		expect(note).toEqual({ kind: 'note', text: `* ${said}`, inSheet: said });
		expect(JSON.stringify(blocks.find(({ kind }) => kind === 'picture'))).toContain('196.343 ton*');
		const shares = blocks
			.flatMap((block) => (block.kind === 'table' ? block.rows : []))
			.filter(({ cells }) => cells[0]?.toString().includes('egen andel'));
		expect(JSON.stringify(shares)).toContain(`mangler tal fra ${lacks}`);
		expect(blocks.some((block) => block.kind === 'text' && block.text.endsWith('så andelen er ikke af hele udledningen.'))).toBe(true);
	});

	it('do not let a year with fewer sectors than the others look like a fall', () => {
		const row = (sector: 'energy' | 'waste') => makeRow({ sector, tonnes: 5000 });
		const years = [makeAccount({ year: 2022, rows: [row('energy'), row('waste')] }), makeAccount({ year: 2023, rows: [row('energy')] })];
		const [section] = writeStatusReport({ ...frozen, accounts: freezeAccounts(years) }, 'da').figures;
		const blocks = section?.blocks ?? [];
		expect(blocks.find(({ kind }) => kind === 'picture')).toMatchObject({ drawing: { totals: ['10.000 ton', '5.000 ton*'] } });
		expect(JSON.stringify(blocks)).toContain('* 2023: summen er uden affald, som andre år har med.');
		const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
		const find = (name: string) => rows.find(({ cells }) => cells[0]?.toString().startsWith(name))?.cells.slice(1);
		expect(find('Sum af')).toMatchObject([{ text: '10.000' }, { text: '5.000\nuden affald' }]);
		expect(find('Pr. indbygger')).toMatchObject([{ text: '10,00' }, { text: '5,00*' }]);
		const formats = section && [...(makeFigureSheet(section).cells ?? [])].flatMap(([, { style }]) => style?.numFmt ?? []);
		expect(formats).toEqual(expect.arrayContaining(['0.00', '0.00" uden affald"'].map((format) => format.replace('0.00', '#,##0.00'))));
		expect(JSON.stringify(formats)).not.toContain('*');
	});

	it('show at most eight years of a long account, and say so', () => {
		const years = Array.from({ length: 12 }, (_, place) =>
			makeAccount({ year: 2012 + place, rows: [makeRow({ sector: 'energy', tonnes: 1 })] }),
		);
		const long = writeStatusReport({ ...frozen, accounts: freezeAccounts(years) }, 'da').figures[0];
		const table = long?.blocks.find((block) => block.kind === 'table');
		expect(table?.columns.map(({ name }) => name).slice(1)).toEqual(['2012', '2017', '2018', '2019', '2020', '2021', '2022', '2023']);
		expect(JSON.stringify(long)).toContain('8 i alt');
	});

	it('tell the path with what is short, what causes it, and the mark of what rests on no document', () => {
		const words = wordsOf('path');
		for (const said of [
			'mangler der 46.300 ton CO2e i 2030',
			'(illustrativt)',
			'Transformerstationen ved Mørup',
			'2025: 23.000',
			'136.000',
		])
			expect(words).toContain(said);
	});

	it('mark a shortfall that rests on a measure no document states, and say whose options are listed', () => {
		const own = frozen.path && { ...frozen, path: { ...frozen.path, illustrative: [] } };
		const said = JSON.stringify(own && writeStatusReport(own, 'da').figures).replaceAll('\u00a0', ' ');
		expect(said).toContain('For at nå målet i 2030 mangler 46.300 ton CO2e. (illustrativt)');
		expect(said).toContain('Her er kun planens egne muligheder.');
	});

	it('say on every page and file of a path that its calculation has something wrong', () => {
		expect(frozen.path).not.toHaveProperty('isIncomplete');
		const faulty = { ...frozen, path: frozen.path && { ...frozen.path, isIncomplete: true as const } };
		const said = 'Tallene er ikke færdige';
		expect(JSON.stringify(writeStatusReport(faulty, 'da').figures)).toContain(said);
		expect(JSON.stringify(makeRoundSheet(faulty, 'da'))).toContain(said);
		expect(JSON.stringify(makeRoundSheet(frozen, 'da'))).not.toContain(said);
		expect(parseFrozenRound(writeCanonicalJson(faulty)).path?.isIncomplete).toBe(true);
	});

	it('keep what the path was calculated from', () => {
		expect(frozen.path?.document.scenario.measures.length).toBe(frozen.path?.measures.length);
	});
});

describe('the files', () => {
	it('have both sections in the PDF, tagged, each picture in words and its table behind it', async () => {
		const bytes = await renderFile(frozen, file);
		const pdf = await readPdf(bytes);
		expect(pdf.isTagged).toBe(true);
		expect(pdf.outline).toEqual(expect.arrayContaining(['Grønt regnskab', 'Stien i ton']));
		const pictures = pdf.pages.flatMap(({ tree }) => listElements(tree, 'Figure')).map(({ alt }) => alt ?? '');
		expect(pictures.filter((alt) => alt.includes('efter sektor'))).toHaveLength(2);
		expect(pictures.filter((alt) => alt.includes('målet er 90.000 ton CO2e'))).toHaveLength(1);
		expect(pdf.pages[0]?.text.replaceAll(/\s+/g, ' ')).toContain('mangler der 46.300 ton');
		expect(Buffer.compare(await renderFile(frozen, file), bytes)).toBe(0);
	});

	it('have them in the Word file, which still reads in again as the same initiatives', async () => {
		const bytes = await renderFile(frozen, { ...file, format: 'docx' });
		const parts = unzipSync(bytes);
		const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
		for (const said of ['Grønt regnskab', 'Stien i ton', '196.343', 'Hvad der gør forskellen']) expect(text).toContain(said);
		expect(Object.keys(parts).filter((name) => name.endsWith('.svg'))).toHaveLength(5);
		const plain = await renderFile({ ...frozen, accounts: undefined, path: undefined }, { ...file, format: 'docx' });
		expect(await readAgain('rapport.docx', bytes)).toBe(await readAgain('rapport.docx', plain));
	});
});

describe('the workbook', () => {
	it('shows what is said beside a number with the number, and keeps it one; a figure is as exact as it is written', () => {
		const account = writeStatusReport(frozen, 'da').figures[0];
		if (!account) throw new Error('no account');
		const { cells = new Map() } = makeFigureSheet(account);
		const all = [...cells.values()];
		const formats = all.flatMap(({ type, style }) => (type === 'number' && style?.numFmt ? [style.numFmt] : []));
		expect(formats).toEqual(
			expect.arrayContaining(['#,##0', '#,##0.00', '#,##0" beregnet"', '0.0 %" mangler tal fra kemiske processer (ikke opgjort, NE)"']),
		);
		// No text is a number that was only written, but for the years at the head of the columns.
		for (const { type, value } of all) if (type === 'string') expect(value).not.toMatch(/^(?!(19|20)\d\d$)[−-]?[\d.,]+(\n|$)/);
		for (const { type, value } of all) if (type === 'number') expect(value).toBe(Number(Number(value).toFixed(3)));
	});

	it('has a sheet for each, with the tables’ figures as numbers, in both languages, and still reads in again', async () => {
		for (const [locale, names] of [
			['da', ['Grønt regnskab', 'Stien i ton']],
			['en', ['Green account', 'The path in tonnes']],
		] as const) {
			const bytes = await renderFile(frozen, { ...file, format: 'xlsx', locale });
			const { sheets } = await readXlsx(bytes);
			expect(sheets.map(({ name }) => name)).toEqual([expect.any(String), ...names, expect.any(String)]);
			const cells = sheets.slice(1, 3).map(({ rows }) => rows.flat());
			expect(cells[0]).toEqual(expect.arrayContaining([196_343, 6.54]));
			expect(cells[1]).toEqual(expect.arrayContaining([46_300, 136_000]));
		}
		const [bytes, plain] = await Promise.all([
			renderFile(frozen, { ...file, format: 'xlsx' }),
			renderFile({ ...frozen, accounts: undefined, path: undefined }, { ...file, format: 'xlsx' }),
		]);
		expect(await readAgain('rapport.xlsx', bytes)).toBe(await readAgain('rapport.xlsx', plain));
	});
});

describe('the round on one page', () => {
	const onePage = { ...file, sheet: 'one-page' } as const;

	it('is one A4 page with bars, path, what happened, what needs attention, the proposal and the hash', async () => {
		const bytes = await renderFile(frozen, onePage);
		const pdf = await readPdf(bytes);
		expect(pdf.pages).toHaveLength(1);
		expect(pdf.isTagged).toBe(true);
		const text = pdf.pages[0]?.text.replaceAll(/\s+/g, ' ') ?? '';
		for (const said of [
			'Status 2023 på én side',
			'83 indsatser',
			'Gennemført eller på rette vej',
			'Det kræver jeres opmærksomhed',
			'Det foreslås',
			report.hash,
		])
			expect(text).toContain(said);
		expect(pdf.pages.flatMap(({ tree }) => listElements(tree, 'Figure'))).toHaveLength(3);
		expect(Buffer.compare(await renderFile(frozen, onePage), bytes)).toBe(0);
	});

	it('stays one page without figures, and when everything is long', async () => {
		const plain = freezeRound({ followUp: readSoroeFollowUp(), comparison: null, findings: [], version: null });
		expect((await readPdf(await renderFile(plain, onePage))).pages).toHaveLength(1);
		const long = (text: string) => `${text} ${'med en meget lang titel '.repeat(6)}`;
		const lines = frozen.lines.map((line) => ({ ...line, initiative: { ...line.initiative, title: long(line.initiative.title) } }));
		const causes = frozen.path?.causes.map((cause) => ({ ...cause, title: long(cause.title ?? '') })) ?? [];
		const wordy = { ...frozen, lines, ...(frozen.path ? { path: { ...frozen.path, causes } } : {}) };
		expect((await readPdf(await renderFile(wordy, onePage))).pages).toHaveLength(1);
	});
});

it('an account of the area alone has no own share', () => {
	const area = makeAccounts().filter(({ kind }) => kind === 'geographic');
	expect(JSON.stringify(writeStatusReport(freezeSoroe(area), 'da').figures[0])).not.toContain('egen andel');
});
