import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../test/make-documents.ts';
import { readPeopleList } from './read-people-list.ts';

const read = (text: string, name = 'personer.csv') => readPeopleList(name, new TextEncoder().encode(text));

describe('a list of people', () => {
	it('is read with semicolons, commas or tabs, whatever its headings are called', async () => {
		for (const [headings, mark] of [
			['Navn;E-mail;Enhed;Rolle;Indsatser', ';'],
			['Name,E-mail address,Department,Role,Initiatives', ','],
			['Medarbejder\tMail\tAfdeling\tRolle\tIndsats nr.', '\t'],
		] as const) {
			const line = ['Prøveperson Et', 'et@example.org', 'Teknik', 'Leder', '"1, 20a; 3"'].join(mark);
			const { people } = await read(`${headings}\n${line}\n`);
			expect(people).toEqual([
				{
					row: 2,
					name: 'Prøveperson Et',
					email: 'et@example.org',
					unit: 'Teknik',
					role: 'unit lead',
					roleText: 'Leder',
					numbers: ['1', '20a', '3'],
				},
			]);
		}
	});

	it('keeps the number of every row, also below a title and empty lines, and as text for correcting', async () => {
		const list = await read('Klimaplanens personer\n\nNavn;E-mail\nPrøveperson Et;et@example.org\n\nPrøveperson To;"to@example.org"\n');
		expect(list.people.map(({ row }) => row)).toEqual([4, 6]);
		expect(list.text.split('\n')[3]).toBe('Prøveperson Et;et@example.org;;;');
		expect((await read(list.text)).people).toEqual(list.people);
	});

	it('leaves a role that it does not know, and takes the address out of an address line', async () => {
		const { people } = await read('Navn;E-mail;Rolle\nPrøveperson Et;Prøveperson Et <et@example.org>;Borgmester\n');
		expect(people[0]).toMatchObject({ email: 'et@example.org', role: null, roleText: 'Borgmester' });
	});

	it('is read from a workbook', async () => {
		const bytes = await writeWorkbook({
			Ark1: {
				title: 'Personer',
				headings: ['Navn', 'E-mail', 'Enhed'],
				rows: [['Prøveperson Et', 'et@example.org', 'Teknik'].map((text) => ({ text }))],
			},
		});
		const { people } = await readPeopleList('personer.xlsx', bytes);
		expect(people).toMatchObject([{ name: 'Prøveperson Et', email: 'et@example.org', unit: 'Teknik' }]);
	});

	it('is refused without a column of addresses, without people, as PDF and when it is far too long', async () => {
		await expect(read('Navn;Telefon\nPrøveperson Et;12345678\n')).rejects.toMatchObject({ code: 'people-import.no-headings' });
		await expect(read('Navn;E-mail\n\n')).rejects.toMatchObject({ code: 'people-import.no-rows' });
		await expect(read('%PDF-1.7 x')).rejects.toMatchObject({ code: 'people-import.unsupported' });
		// What no importer can read is refused in the words of this page, which takes no Word file.
		await expect(read('{\\rtf1 x')).rejects.toMatchObject({ code: 'people-import.unsupported' });
		await expect(
			readPeopleList(
				'x',
				Uint8Array.from({ length: 4096 }, (_, at) => at % 256),
			),
		).rejects.toMatchObject({
			code: 'people-import.unsupported',
		});
		await expect(read(`Navn;E-mail\n${'a;a@example.org\n'.repeat(5001)}`)).rejects.toMatchObject({ code: 'people-import.too-many' });
	});
});
