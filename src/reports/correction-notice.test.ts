import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareRounds } from '#domain/followup/compare-rounds.ts';
import { makeFollowUp, makeManyLines } from '../../test/made-up-follow-up.ts';
import { readPdf } from '../../test/read-pdf.ts';
import { writeCanonicalJson } from './canonical-json.ts';
import { freezeRound } from './freeze-round.ts';
import type { Correction, FrozenRound } from './frozen-round.ts';
import { parseFrozenRound } from './frozen-round-schema.ts';
import { renderFile } from './render-file.ts';
import { writeStatusReport } from './status-report.ts';

const correction: Correction = {
	replaces: { version: 1, sha256: 'a'.repeat(64), published: '2026-03-12' },
	reason: 'Farven på indsats 1\nvar forkert',
	differences: [{ field: 'progress', number: '1', title: 'Solceller', before: 'red', after: 'green' }],
};
const notice =
	'Rettet version 2. Erstatter version 1 fra 12. marts 2026. Begrundelse: Farven på indsats 1 var forkert. Forskellene står sidst i statusrapporten.';

function freeze(corrects: Correction | null, lines = 12): FrozenRound {
	const [was, is] = [makeFollowUp(makeManyLines(lines)), makeFollowUp(makeManyLines(lines).toReversed(), { year: 2024 })];
	return freezeRound({ followUp: is, comparison: compareRounds(was, is), findings: [], version: corrects ? 2 : 1, correction: corrects });
}
const corrected = freeze(correction);
const squeeze = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('a corrected report', () => {
	it.each([
		{ layout: 'landscape', sheet: 'report' },
		{ layout: 'portrait', sheet: 'report' },
		{ layout: 'portrait', sheet: 'one-page' },
		{ layout: 'portrait', sheet: 'changes' },
	] as const)('says so on the first page of its PDF ($sheet, $layout)', async (form) => {
		const read = async (frozen: FrozenRound) =>
			squeeze((await readPdf(await renderFile(frozen, { format: 'pdf', locale: 'da', ...form }))).pages[0]?.text ?? '');
		expect(await read(corrected)).toContain(notice);
		expect(await read(freeze(null))).not.toContain('Erstatter');
	});

	it('says so on the first page of its Word file, and in the workbook', async () => {
		const form = { layout: 'portrait', locale: 'en', sheet: 'report' } as const;
		const docx = strFromU8(unzipSync(await renderFile(corrected, { ...form, format: 'docx' }))['word/document.xml'] ?? new Uint8Array());
		const said = 'Corrected version 2. Replaces version 1 of 12 March 2026.';
		expect(docx.indexOf(said)).toBeGreaterThan(0);
		expect(docx.indexOf(said)).toBeLessThan(docx.indexOf(writeStatusReport(corrected, 'en').summary.sentence));
		const xlsx = unzipSync(await renderFile(corrected, { ...form, format: 'xlsx' }));
		expect(
			Object.values(xlsx)
				.map((bytes) => strFromU8(bytes))
				.join(''),
		).toContain(said);
	});

	it('stays one page with a long reason, which stands in full at the end', async () => {
		const reason = 'Begrundelsen er lang og har mange ord om det samme. '.repeat(19).trim();
		const frozen = freeze({ ...correction, reason }, 80);
		const sheet = await readPdf(await renderFile(frozen, { format: 'pdf', layout: 'portrait', locale: 'da', sheet: 'one-page' }));
		expect(sheet.pages).toHaveLength(1);
		const { notice: told = '', sentence } = writeStatusReport(frozen, 'da').correction ?? {};
		expect(told.length).toBeLessThan(420);
		expect(sentence).toContain(reason);
	});

	it('does not name the day where it is not frozen, and still has its hash', () => {
		const { published: _published, ...replaces } = correction.replaces;
		const older = writeCanonicalJson({ ...corrected, correction: { ...correction, replaces } });
		expect(writeCanonicalJson(parseFrozenRound(older))).toBe(older);
		expect(writeStatusReport(parseFrozenRound(older), 'da').correction?.notice).toMatch(
			/^Rettet version 2\. Erstatter version 1\. Begrundelse/,
		);
	});
});
