import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';
import { listElements, readPdf } from '../../test/read-pdf.ts';
import { freezeSoroe, makeAccounts, priceSoroe } from '../../test/soroe-figures.ts';
import { hashContent, writeCanonicalJson } from './canonical-json.ts';
import type { FigureBlock } from './figure-blocks.ts';
import { writeFigureCell } from './figure-cell.ts';
import { hashFrozenRound } from './frozen-round.ts';
import { parseFrozenRound } from './frozen-round-schema.ts';
import { renderFile } from './render-file.ts';
import { writeStatusReport } from './status-report.ts';

const plain = freezeSoroe();
const priced = freezeSoroe(makeAccounts(), priceSoroe());
const blocksOf = (frozen: typeof priced): readonly FigureBlock[] =>
	writeStatusReport(frozen, 'da').figures.find(({ kind }) => kind === 'path')?.blocks ?? [];
const file = { format: 'pdf', layout: 'portrait', locale: 'da', sheet: 'report' } as const;

describe('what a tonne costs', () => {
	it('is frozen where a cost is stated, and comes back with the same hash; without costs the path is as it was', () => {
		expect(plain.path).not.toHaveProperty('costs');
		expect(JSON.stringify(blocksOf(plain))).not.toContain('Hvad koster et ton');
		const content = writeCanonicalJson(priced);
		expect(writeCanonicalJson(parseFrozenRound(content))).toBe(content);
		expect(hashFrozenRound(parseFrozenRound(content))).toBe(hashContent(content));
		// A report of the layout before has none, though its measures have costs.
		const { costs: _, ...older } = priced.path!;
		const before = parseFrozenRound(writeCanonicalJson({ ...priced, layoutVersion: 5, path: older }));
		expect(JSON.stringify(blocksOf(before))).not.toContain('Hvad koster et ton');
		expect(hashFrozenRound(before)).not.toBe(hashContent(content));
	});

	it('stands as curve and table, cheapest first, with who has no place on it', () => {
		const blocks = blocksOf(priced);
		const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Hvad koster et ton?');
		const [, lead, picture, table, ...rest] = blocks.slice(at);
		expect(lead).toMatchObject({ kind: 'note', text: expect.stringContaining('2030') });
		if (picture?.kind !== 'picture' || picture.drawing.of !== 'costs' || table?.kind !== 'table') throw new Error('no curve');
		expect(picture.caption).toBe('Pris pr. ton i 2030: Kommunens kasse, rente 3,5\u00a0%');
		const prices = picture.drawing.bars.map(({ perTonne }) => perTonne);
		expect(prices).toHaveLength(3);
		expect(prices).toEqual(prices.toSorted((one, two) => one - two));
		expect(prices[0]).toBeLessThan(0);
		expect(picture.drawing.labels.least).toMatch(/^-.+ kr\. pr\. ton$/);
		expect(picture.drawing.bars.at(-1)?.to).toBeCloseTo(priced.path!.costs![0]!.bars.reduce((sum, { tonnes }) => sum + tonnes, 0));
		expect(table.rows.map(({ cells }) => writeFigureCell(cells[0] ?? null))).toEqual(
			priced.path!.costs![0]!.bars.map(({ title }, place) => `${place + 1}. ${title}`),
		);
		expect(rest[0]).toMatchObject({ kind: 'note', text: expect.stringContaining('Uden angivet økonomi') });
	});

	it('stands on the page of its heading, in both layouts', async () => {
		for (const layout of ['landscape', 'portrait'] as const) {
			const { pages } = await readPdf(await renderFile(priced, { ...file, layout }));
			const page = pages.find(({ text }) => text.includes('Hvad koster et ton?'));
			expect(page?.text).toContain('Pris pr. ton i 2030: Kommunens kasse');
			expect(listElements(page!.tree, 'Figure').some(({ alt }) => alt?.includes('så høje som prisen'))).toBe(true);
		}
	});

	it('stands in the PDF, Word and Excel files, and Word and Excel still read in as the same initiatives', async () => {
		const pdf = await readPdf(await renderFile(priced, file));
		const pictures = pdf.pages.flatMap(({ tree }) => listElements(tree, 'Figure')).map(({ alt }) => alt ?? '');
		expect(pictures.filter((alt) => alt.includes('så høje som prisen'))).toHaveLength(1);
		expect(pdf.pages.map(({ text }) => text).join(' ')).toContain('Hvad koster et ton?');
		const word = await renderFile(priced, { ...file, format: 'docx' });
		expect(strFromU8(unzipSync(word)['word/document.xml'] ?? new Uint8Array())).toContain('Hvad koster et ton?');
		const read = async (bytes: Uint8Array, fileName: string) =>
			(await readDocument({ fileName, bytes })).initiatives.map(({ number, title }) => [number, title]);
		for (const format of ['docx', 'xlsx'] as const)
			expect(await read(await renderFile(priced, { ...file, format }), `r.${format}`)).toEqual(
				await read(await renderFile(plain, { ...file, format }), `r.${format}`),
			);
	});
});
