import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareRounds } from '#domain/followup/compare-rounds.ts';
import { proposeChanges } from '#domain/followup/import-proposal.ts';
import { readDocument } from '#importers/read-document.ts';
import { makeFollowUp, makeManyLines } from '../../test/made-up-follow-up.ts';
import { readSoroeFollowUp } from '../../test/soroe-follow-up.ts';
import { renderDocx } from './render-docx.ts';
import type { StatusReport } from './report-content.ts';
import { buildStatusReport } from './status-report.ts';

const danish = { locale: 'da', version: 1 } as const;
const soroe = buildStatusReport(readSoroeFollowUp(), null, [], danish);

async function unzipDocx(report: StatusReport): Promise<Record<string, string>> {
	const files = unzipSync(await renderDocx(report));
	return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const textOf = (xml: string) =>
	xml
		.replaceAll(/<w:br\/>|<\/w:p>/g, '\n')
		.replaceAll(/<[^>]+>/g, '')
		.replaceAll('&amp;', '&')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'");

describe('renderDocx', async () => {
	const files = await unzipDocx(soroe);
	const body = files['word/document.xml'] ?? '';

	it('has real headings: the title, the parts and every section', () => {
		const headings = [...body.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="Heading1"\/>.*?<\/w:p>/gs)].map(([xml]) =>
			textOf(xml).trim(),
		);
		expect(headings).toEqual(['Sammenfatning', 'Læsevejledning', ...soroe.sections.map((section) => section.title), 'Om rapporten']);
		expect(body).toContain('<w:pStyle w:val="Title"/>');
	});

	it('repeats the heading row of every table and says every cell', () => {
		const tables = body.match(/<w:tbl>/g) ?? [];
		expect(tables).toHaveLength(2 + soroe.sections.length);
		expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length);
		const cells = [...body.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([xml]) => textOf(xml).trim());
		expect(cells.filter((cell) => cell === '')).toEqual([]);
		expect(cells.filter((cell) => cell === '● Grøn').length).toBe(29 + 2 + 2);
		expect(cells).toContain('– ikke oplyst');
	});

	it('gives both bars a text alternative, as a drawing and as pixels', () => {
		const alternatives = [...body.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map((match) => match[1]);
		expect(alternatives).toEqual([soroe.summary.progress.alternative, soroe.summary.fulfilment.alternative]);
		const media = Object.keys(files).filter((name) => name.startsWith('word/media/'));
		expect(media.filter((name) => name.endsWith('.svg'))).toHaveLength(2);
		expect(media.filter((name) => name.endsWith('.png'))).toHaveLength(2);
	});

	it('says its title and language, and lies across where the tables are', () => {
		expect(files['docProps/core.xml']).toContain('<dc:title>Statusrapport 2023, Sorø Kommune</dc:title>');
		expect(files['word/styles.xml']).toContain('w:val="da-DK"');
		expect(body.match(/w:orient="(\w+)"/g)).toEqual(['w:orient="portrait"', 'w:orient="landscape"']);
		const foot = Object.entries(files)
			.filter(([name]) => name.startsWith('word/footer'))
			.map(([, xml]) => xml);
		expect(foot).toHaveLength(2);
		for (const xml of foot) {
			expect(xml).toMatch(/PAGE/);
			expect(xml).toMatch(/NUMPAGES/);
			expect(textOf(xml)).toContain('Sorø Kommune · Statusrapport 2023 · Version 1 · Statusdato ikke oplyst');
		}
	});

	it('changes nothing when it is read again by our own importer', async () => {
		const read = await readDocument({ fileName: 'status.docx', bytes: await renderDocx(soroe) });
		expect(proposeChanges(readSoroeFollowUp(), read.initiatives).counts).toEqual({ new: 0, changed: 0, unchanged: 83, missing: 0 });
	});

	it('has the same bytes for the same content, the second time and in another process', async () => {
		const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
		const first = hash(await renderDocx(soroe));
		expect(hash(await renderDocx(soroe))).toBe(first);
		const script = `
			const { readSoroeFollowUp } = await import('./test/soroe-follow-up.ts');
			const { buildStatusReport } = await import('./src/reports/status-report.ts');
			const { renderDocx } = await import('./src/reports/render-docx.ts');
			const { createHash } = await import('node:crypto');
			const bytes = await renderDocx(buildStatusReport(readSoroeFollowUp(), null, [], { locale: 'da', version: 1 }));
			process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
		const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
			env: { TZ: 'Pacific/Auckland', LC_ALL: 'C' },
		});
		expect(stdout).toBe(first);
	});

	it('keeps hostile texts as texts', async () => {
		const remark = '<w:p>&amp; "citat"\u0000\u000b\nאבג 🎉 \ud800 {{felt}} ]]>';
		const report = buildStatusReport(makeFollowUp([{ number: '<1>', title: 'x'.repeat(3000), remark }]), null, [], danish);
		const xml = (await unzipDocx(report))['word/document.xml'] ?? '';
		expect(textOf(xml)).toContain('<w:p>&amp; "citat"\nאבג 🎉');
		for (const forbidden of ['\u0000', '\u000b']) expect(xml).not.toContain(forbidden);
	});

	it('names what changed since the round before, and lists few of many on the first page', async () => {
		const lines = makeManyLines(30);
		const earlier = makeFollowUp(
			lines.map((line) => ({ ...line, progress: 'green' as const })),
			{ year: 2022 },
		);
		const later = makeFollowUp(lines.map((line) => ({ ...line, progress: 'red' as const })));
		const report = buildStatusReport(later, compareRounds(earlier, later), [], danish);
		const text = textOf((await unzipDocx(report))['word/document.xml'] ?? '');
		expect(text).toContain('Hvad er ændret siden 2022');
		expect(text).toContain('Røde på planmæssig fremdrift (30)');
		expect(text).toContain('og 26 mere i afsnittene');
	});

	it('says of an initiative without an assessment in one of the years what the page says', async () => {
		const earlier = makeFollowUp([{ number: '1', progress: 'green' }], { year: 2022 });
		const later = makeFollowUp([
			{ number: '1', progress: 'red' },
			{ number: '2', title: 'Helt ny', progress: 'green', fulfilment: null },
		]);
		const report = buildStatusReport(later, compareRounds(earlier, later), [], danish);
		const xml = (await unzipDocx(report))['word/document.xml'] ?? '';
		const row = xml.split('<w:tr>').find((each) => each.includes('2 Helt ny')) ?? '';
		const cells = row.split('</w:tc>').slice(1, 5).map(textOf);
		expect(cells.map((cell) => cell.trim())).toEqual(['–', expect.stringContaining('Grøn'), '–', '– ikke oplyst']);
	});

	it('has a report when nothing is stated, in English too', async () => {
		const empty = buildStatusReport({ ...makeFollowUp([], { statusDate: null }), legend: null }, null, [], { locale: 'en', version: 1 });
		const found = await unzipDocx(empty);
		expect(textOf(found['word/document.xml'] ?? '')).toContain('The plan has no reading guide.');
		expect(found['word/styles.xml']).toContain('w:val="en-GB"');
	});
});
