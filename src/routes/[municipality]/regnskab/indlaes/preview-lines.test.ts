import { describe, expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../../../../test/made-up-account.ts';
import { sumAccount } from '#domain/account/sum-account.ts';
import type { PreviewedYear } from '#usecases/account/account-import-preview.ts';
import { listPreviewLines } from './preview-lines.ts';

const rows = [makeRow({ sector: 'energy', tonnes: 5710, origin: 'activity x factor', place: '2' })];
const account = makeAccount({ year: 2022, release: 'Gammel 2024', rows });
const year: PreviewedYear = {
	...{ account, problems: [], factorRemarks: [], sum: sumAccount(account), gases: [] },
	...{ exists: false, otherReleases: [], newerRelease: null },
};
const texts = (part: Partial<PreviewedYear>) =>
	listPreviewLines({ tableProblems: [], years: [{ ...year, ...part }] }, 'da').map(({ text }) => text);

describe('what the preview says', () => {
	it('tells calculated lines, and a factor that is not in the table', () => {
		expect(texts({ factorRemarks: [{ row: 0, code: 'unknown', factorId: 'x' }] })).toEqual([
			'2022, række 2: Faktor id »x« findes ikke i faktortabellen.',
			'2022: 1 linje uden ton er beregnet som aktivitet gange faktor. Den står som beregnet i regnskabet.',
		]);
	});

	it('tells when another release of the year stays the newest', () => {
		const [beside, older] = texts({ otherReleases: ['Ny 2026'], newerRelease: 'Ny 2026' });
		expect(beside).toBe('2022: Bliver en ny udgave ved siden af Ny 2026.');
		expect(older).toContain('»Ny 2026« bliver ved med at være den nyeste udgave af 2022');
	});

	it('says once of all years what is said alike of each, as that land use stands apart', () => {
		const apart = { code: 'sector.land-use-apart', row: null, sector: 'agriculture', label: null, stated: null, expected: null } as const;
		const years = [2020, 2021, 2022].map((each) => ({ ...year, account: { ...account, year: each, rows: [] }, problems: [apart] }));
		const lines = listPreviewLines({ tableProblems: [], years }, 'da');
		expect(lines.map(({ text }) => text)).toEqual([expect.stringMatching(/^2020, 2021 og 2022: Landbrug og arealanvendelse \(LULUCF\) /)]);
	});

	it('says once of all rows what is said alike of each, as that nobody knows a sector', () => {
		const unknown = (row: number, text: string) => ({ code: 'word.sector-unknown', row, column: 'sector', text }) as const;
		const trade = Array.from({ length: 12 }, (_, at) => unknown(at + 2, 'Handel'));
		const lines = listPreviewLines({ tableProblems: [...trade, unknown(20, 'Fiskeri')], years: [] }, 'da').map(({ text }) => text);
		expect(lines).toEqual([
			expect.stringMatching(/^Række 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 og 2 flere: Sektoren »Handel« kendes ikke\./),
			expect.stringMatching(/^Række 20: Sektoren »Fiskeri« kendes ikke\./),
		]);
	});

	it('shows the first of many lines of one kind, and how many more there are, and leaves room for the others', () => {
		const twice = { code: 'row.twice', row: 0, sector: 'energy', label: null, stated: null, expected: null } as const;
		const lines = texts({ problems: [...Array.from({ length: 27_881 }, () => twice), { ...twice, code: 'row.nothing-stated' }] });
		expect(lines).toHaveLength(13);
		expect(lines[10]).toBe('Og 27.871 til af samme slags.');
	});
});
