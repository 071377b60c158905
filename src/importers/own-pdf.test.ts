import { describe, expect, it } from 'vitest';
import { renderPdf } from '#reports/render-pdf.ts';
import { buildStatusReport } from '#reports/status-report.ts';
import { makeTablePdf } from '../../test/make-table-pdf.ts';
import { readSoroeFollowUp } from '../../test/soroe-follow-up.ts';
import { readDocument } from './read-document.ts';

describe('our own report as PDF', () => {
	it.each([
		['da', 'landscape'],
		['da', 'portrait'],
		['en', 'landscape'],
		['en', 'portrait'],
	] as const)('is refused, with the way to go on (%s, %s)', async (locale, layout) => {
		const report = buildStatusReport(readSoroeFollowUp(), null, [], { locale, version: 1 });
		const bytes = await renderPdf(report, { layout });
		await expect(readDocument({ fileName: 'anything.pdf', bytes })).rejects.toMatchObject({
			kind: 'invalid',
			code: 'document.own-pdf',
			details: { file: 'anything.pdf' },
		});
	});

	it('is not taken for another table with one of the headings', async () => {
		const rows = ['Nr.|Indsats|Ansvarlig og budget|Status', '1|Solceller|Center for Klima|I gang', '2|Varme|Center for Klima|Sat i bero'];
		const table = {
			place: { file: 'status.pdf', sheet: null, page: 1 },
			title: null,
			rows: rows.map((row, place) => ({ row: place + 1, page: 1, hidden: false, cells: row.split('|').map((text) => ({ text })) })),
		};
		const bytes = makeTablePdf(table, [1, 4, 4, 2], { lines: 'all', paper: 'a4 portrait' });
		const { initiatives } = await readDocument({ fileName: 'status.pdf', bytes });
		expect(initiatives.map(({ number, state }) => [number, state])).toEqual([
			['1', 'in progress'],
			['2', 'on hold'],
		]);
	});
});
