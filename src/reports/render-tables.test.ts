import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareRounds } from '#domain/followup/compare-rounds.ts';
import { proposeChanges } from '#domain/followup/import-proposal.ts';
import type { FollowUp } from '#domain/followup/status-round.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { readDocument } from '#importers/read-document.ts';
import { makeFollowUp, makeManyLines } from '../../test/made-up-follow-up.ts';
import { readSoroeFollowUp } from '../../test/soroe-follow-up.ts';
import { guardFormula, renderCsv } from './render-csv.ts';
import { renderXlsx } from './render-xlsx.ts';
import type { StatusReport } from './report-content.ts';
import { buildStatusReport } from './status-report.ts';

const danish = { locale: 'da', version: 1 } as const;
const soroe = readSoroeFollowUp();
const formats = { xlsx: renderXlsx, csv: renderCsv } as const;
type Format = keyof typeof formats;

async function readBack(format: Format, report: StatusReport, followUp: FollowUp) {
	const bytes = await formats[format](report);
	const read = await readDocument({ fileName: `status.${format}`, bytes });
	return { ...proposeChanges(followUp, read.initiatives), problems: read.problems };
}

async function unzipXlsx(report: StatusReport): Promise<Record<string, string>> {
	const files = unzipSync(await renderXlsx(report));
	return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const dangerous = [
	'=1+1',
	'+45 12 34 56 78',
	'-',
	'- første punkt\n- andet punkt',
	'@alle',
	"'=citat",
	"''-dobbelt",
	'=HYPERLINK("https://example.org";"klik")',
];

describe.each(['xlsx', 'csv'] as const)('the %s file, read again by our own importer', (format) => {
	it.each(['da', 'en'] as const)('changes nothing in Sorø (%s)', async (locale) => {
		const report = buildStatusReport(soroe, null, [], { locale, version: 1 });
		const { counts, problems } = await readBack(format, report, soroe);
		expect(counts).toEqual({ new: 0, changed: 0, unchanged: 83, missing: 0 });
		// Colours are understood without doubt; only what the document itself left unclear is told of.
		expect(problems.filter(({ code }) => code.startsWith('colour.') || code.startsWith('heading.'))).toEqual([]);
	});

	it('changes nothing in a plan with every colour, deadlines, roles and quantities', async () => {
		const lines = makeManyLines(40).map((line, place) => ({
			...line,
			deadline: place % 2 === 0 ? calendarDate(2030, 12, 31) : null,
			sphere: place % 3 === 0 ? ('facilitator' as const) : null,
			quantity: place % 4 === 0 ? { value: 1250.5, unit: 'ladestandere', basis: place % 8 === 0 ? '2015' : null } : null,
		}));
		const followUp = makeFollowUp(lines);
		const { counts, rows } = await readBack(format, buildStatusReport(followUp, null, [], danish), followUp);
		const cells = rows.flatMap((row) => row.cells.filter(({ kind }) => kind !== 'unchanged' && kind !== 'kept'));
		expect(cells).toEqual([]);
		expect(counts.unchanged).toBe(40);
	});

	it('keeps texts that look like formulas, letter by letter', async () => {
		const followUp = makeFollowUp(
			dangerous.map((text, place) => ({ number: String(place + 1), remark: text, budget: text, progress: 'green' })),
		);
		const { counts, rows } = await readBack(format, buildStatusReport(followUp, null, [], danish), followUp);
		expect(rows.flatMap((row) => row.cells.filter(({ kind }) => kind === 'changed'))).toEqual([]);
		expect(counts).toMatchObject({ changed: 0, unchanged: dangerous.length });
	});

	it('keeps quotes, delimiters, line breaks, other scripts and very long texts', async () => {
		const remark = 'Han sagde "nej; måske"\n\nNy linje, med komma\n🎉 עברית العربية 漢字';
		const followUp = makeFollowUp([
			{ number: '1', remark, progress: 'white' },
			{ number: '20a', remark: 'lang '.repeat(4000).trim(), progress: 'red' },
			{ number: '007', title: 'x'.repeat(500), progress: 'yellow' },
		]);
		const { counts } = await readBack(format, buildStatusReport(followUp, null, [], danish), followUp);
		expect(counts).toEqual({ new: 0, changed: 0, unchanged: 3, missing: 0 });
	});

	it('has the same bytes for the same content, also in another process and time zone', async () => {
		const report = buildStatusReport(soroe, null, [], danish);
		const hash = createHash('sha256')
			.update(await formats[format](report))
			.digest('hex');
		const script = `
			const { readSoroeFollowUp } = await import('./test/soroe-follow-up.ts');
			const { buildStatusReport } = await import('./src/reports/status-report.ts');
			const { ${formats[format].name} } = await import('./src/reports/render-${format}.ts');
			const { createHash } = await import('node:crypto');
			const bytes = await ${formats[format].name}(buildStatusReport(readSoroeFollowUp(), null, [], { locale: 'da', version: 1 }));
			process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
		const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
			env: { TZ: 'Pacific/Auckland', LC_ALL: 'C' },
		});
		expect(stdout).toBe(hash);
	});
});

describe('renderXlsx', () => {
	it('has the columns people know, a heading row that stays, a filter, a title and the reading guide', async () => {
		const files = await unzipXlsx(buildStatusReport(soroe, null, [], danish));
		const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
		expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
		expect(sheet).toContain('<autoFilter ref="A1:M84"');
		expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"/);
		expect(files['xl/styles.xml']).toMatch(/wrapText="(1|true)"/);
		expect(files['xl/workbook.xml']).toContain('Status 2023');
		expect(files['xl/workbook.xml']).toContain('Læsevejledning');
		expect(files['xl/workbook.xml']).toContain('_xlnm.Print_Titles');
		expect(files['docProps/core.xml']).toContain('Statusrapport 2023, Sorø Kommune');
		for (const heading of [
			'Nr.',
			'Indsats',
			'Sektor',
			'Startdato',
			'Igangsat',
			'Planmæssig fremdrift',
			'Målopfyldelse',
			'Hovedansvarlig aktør',
			'CO2-relation',
		])
			expect(files['xl/sharedStrings.xml']).toContain(`>${heading}<`);
	});

	it('tells what changed on a sheet of its own, and has none in a first round', async () => {
		const earlier = makeFollowUp([{ number: '1', progress: 'green', state: 'in progress' }, { number: '2' }], { year: 2022 });
		const later = makeFollowUp([{ number: '1', title: 'Nyt navn', progress: 'red', state: 'on hold' }, { number: '2' }]);
		const files = await unzipXlsx(buildStatusReport(later, compareRounds(earlier, later), [], danish));
		expect(files['xl/workbook.xml']).toMatch(/Status 2023.*Hvad er ændret.*Læsevejledning/s);
		expect(files['xl/worksheets/sheet2.xml']).toContain('<autoFilter ref="A4:J5"');
		for (const text of ['Gået tilbage', 'Fremdrift 2022', 'Hed før »Indsats 1«.', 'I gang', 'Sat i bero'])
			expect(files['xl/sharedStrings.xml']).toContain(text);
		const first = await unzipXlsx(buildStatusReport(later, null, [], danish));
		expect(first['xl/workbook.xml']).not.toContain('Hvad er ændret');
	});

	it('never writes a formula', async () => {
		const followUp = makeFollowUp(
			dangerous.map((text, place) => ({ number: text, title: text, remark: text, sectionId: `section-${place % 3}` })),
		);
		const files = await unzipXlsx(buildStatusReport(followUp, null, [], danish));
		for (const [name, xml] of Object.entries(files)) expect(xml, name).not.toMatch(/<f[ >]/);
	});

	it('leaves out what XML cannot hold, and shows an empty plan as an empty table', async () => {
		const followUp = makeFollowUp([{ number: '1', remark: 'a\u0000b\u0007c\u000bd\ufffe' }]);
		const { counts } = await readBack(
			'xlsx',
			buildStatusReport(followUp, null, [], danish),
			makeFollowUp([{ number: '1', remark: 'abcd' }]),
		);
		expect(counts.unchanged).toBe(1);
		const files = await unzipXlsx(buildStatusReport(makeFollowUp([]), null, [], danish));
		expect(files['xl/worksheets/sheet1.xml']).toContain('<autoFilter ref="A1:M1"');
	});
});

describe('renderCsv', () => {
	const text = (report: StatusReport) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(renderCsv(report));

	it('is what a Danish Excel opens: a mark for UTF-8, semicolons, CRLF', () => {
		const csv = text(buildStatusReport(soroe, null, [], danish));
		expect(csv.startsWith('\uFEFFNr.;Afsnit;Indsats;Sektor;Startdato;Igangsat;')).toBe(true);
		expect(csv.endsWith('\r\n')).toBe(true);
		expect(csv).toContain(';01-07-2021;');
	});

	it('has no field that a spreadsheet would run', () => {
		const followUp = makeFollowUp(dangerous.map((one, place) => ({ number: String(place), title: one, remark: one })));
		const fields = text(buildStatusReport(followUp, null, [], danish)).split(/[;\n]/);
		for (const field of fields) expect(field.replace(/^[\uFEFF"]+/, '')).not.toMatch(/^[=+@\t]/);
	});

	it('guards so that taking one apostrophe away gives the text back', () => {
		for (const one of dangerous) expect(guardFormula(one)).toBe(`'${one}`);
		for (const one of ['Almindelig tekst', "'citat'", '20a', '']) expect(guardFormula(one)).toBe(one);
	});
});
