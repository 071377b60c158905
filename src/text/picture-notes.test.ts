import { expect, it } from 'vitest';
import { notePicture } from './picture-notes.ts';

const years = [2025, 2030];

it('notes beside a picture say what removals the path is less, and nothing where both count the same', () => {
	expect(notePicture({ years, account: [{ year: 2023 }] }, 2030, 'da')).toEqual([]);
	const [note] = notePicture({ years, removals: [0, 1200], account: [] }, 2030, 'da');
	expect(note?.replaceAll('\u00a0', ' ')).toContain('optag trukket fra: 1.200 ton CO2e i 2030');
});

it('notes say which years of the account are without sectors that others have, those that lack the same at once', () => {
	const account = [
		{ year: 1990, missing: ['waste', 'wastewater'] as const },
		{ year: 2010, missing: ['waste', 'wastewater'] as const },
		{ year: 2022, missing: ['processes'] as const },
		{ year: 2023, missing: [] },
	];
	expect(notePicture({ years, account }, 2030, 'da')).toEqual([
		'Prikkerne for 1990 og 2010 er uden affald og spildevand, som regnskabet for andre år har med, og står derfor lavere.',
		'Prikken for 2022 er uden kemiske processer, som regnskabet for andre år har med, og står derfor lavere.',
	]);
});
