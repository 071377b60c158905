import { describe, expect, it } from 'vitest';
import { makeTable as table, problemCodes as codes, readMade as read } from '../../test/made-up-table.ts';

describe('finding the headings', () => {
	it('finds them below a title and blank rows, and calls the document by its title', () => {
		const result = read(
			table([['Status 2023'], [], ['Klimaplanen i Prøvested'], ['Nr', 'Tiltag', 'Status'], ['1', 'Solceller', 'I gang']]),
		);
		expect(result.initiatives[0]).toMatchObject({ number: '1', title: 'Solceller', state: 'in progress', source: { row: 5 } });
		expect(result.title).toBe('Status 2023');
	});

	it('joins several rows of headings with their groups', () => {
		const result = read(
			table([
				['', '', { text: 'Status', columnSpan: 2 }, '', 'Økonomi'],
				['Nr.', 'Indsats', 'Fremdrift', 'Målsætning og effekt', 'Budget'],
				['1', 'Solceller', 'grøn', 'gul', '13.000 kr.'],
			]),
		);
		expect(result.initiatives[0]).toMatchObject({ progress: 'green', fulfilment: 'yellow', budget: '13.000 kr.' });
		expect(result.mappings[0]?.columns.map(({ heading }) => heading)).toEqual([
			'Nr.',
			'Indsats',
			'Status - Fremdrift',
			'Status - Målsætning og effekt',
			'Økonomi - Budget',
		]);
	});

	it('passes over headings repeated on each page, and page numbers', () => {
		const head = ['Nr.', 'Indsats', 'Sektor'];
		const result = read(table([head, ['1', 'A', 'Energi'], ['Side 1 af 2'], head, ['2', 'B', 'Transport']]));
		expect(result.initiatives.map(({ number, section }) => [number, section])).toEqual([
			['1', null],
			['2', null],
		]);
		expect(codes(result)).toEqual([]);
	});

	it('lets the values decide what a vague heading means', () => {
		const as = (...values: string[]) =>
			read(table([['Nr.', 'Indsats', 'Status'], ...values.map((value, at) => [String(at + 1), 'Titel', value])])).mappings[0]?.columns[2]
				?.field;
		expect(as('I gang', 'Ikke igangsat')).toBe('state');
		expect(as('grøn', 'gul', '')).toBe('progress');
		expect(as('Der er holdt tre møder.', 'Projektet er udskudt til næste år.')).toBe('remark');
	});

	it('knows the number column by its numbers, without a heading or under one that means the title', () => {
		expect(
			read(
				table([
					['', 'Indsats', 'Sektor'],
					['1', 'A', 'x'],
					['20a', 'B', 'y'],
				]),
			).initiatives.map(({ number }) => number),
		).toEqual(['1', '20a']);
		expect(
			read(
				table([
					['Indsats', 'Navn', 'Sektor'],
					['1', 'A', 'x'],
					['2', 'B', 'y'],
				]),
			).initiatives.map(({ title }) => title),
		).toEqual(['A', 'B']);
	});

	it.each([
		[
			'English',
			['No.', 'Action', 'Start date', 'State', 'Priority', 'Progress', 'Comments', 'Responsible'],
			['1', 'Solar', '1 July 2021', 'On hold', 'Not prioritised', 'amber', 'x', 'y'],
		],
		[
			'Swedish',
			['Nr', 'Åtgärd', 'Startdatum', 'Genomförandestatus', 'Prioriterad', 'Framsteg', 'Kommentar', 'Ansvarig'],
			['1', 'Solar', '1 juli 2021', 'Vilande', 'Ej prioriterad', 'gul', 'x', 'y'],
		],
		[
			'Norwegian',
			['Tiltaksnummer', 'Tiltak', 'Oppstart', 'Fase', 'Prioritert', 'Framdrift', 'Merknad', 'Ansvarlig enhet'],
			['1', 'Solar', '01.07.2021', 'På vent', 'Ikke prioritert', 'gul', 'x', 'y'],
		],
	])('reads a table in %s', (_, headings, values) => {
		const result = read(table([headings, values]));
		expect(result.initiatives[0]).toMatchObject({
			...{ number: '1', title: 'Solar', startDate: '2021-07-01', state: 'on hold', priority: 'not prioritised', progress: 'yellow' },
			...{ remark: 'x', responsible: 'y' },
		});
		expect(result.problems).toEqual([]);
	});

	it('lets a heading merged over two columns head both', () => {
		const result = read(
			table([
				[{ text: 'Indsats', columnSpan: 2 }, '', { text: 'Status', columnSpan: 2 }, ''],
				['1', 'A', 'grøn', 'gul'],
				['2', 'B', 'rød', ''],
			]),
		);
		expect(result.initiatives.map(({ number, title, progress, fulfilment }) => [number, title, progress, fulfilment])).toEqual([
			['1', 'A', 'green', 'yellow'],
			['2', 'B', 'red', null],
		]);
	});

	it('takes numbers out of the titles where they stand in front of them', () => {
		const result = read(table([['Indsats', 'Sektor'], ['ENERGI'], ['1 Solceller', 'Energi'], ['2. Varme', 'Energi']]));
		expect(result.initiatives.map(({ number, title, section }) => [number, title, section])).toEqual([
			['1', 'Solceller', 'ENERGI'],
			['2', 'Varme', 'ENERGI'],
		]);
		expect(codes(result)).toEqual(['number.from-title']);
	});

	it('reports unknown, ambiguous and doubled headings', () => {
		const result = read(
			table([
				['Nr.', 'Indsats', 'Yndlingsret', 'Bemærkning', 'Kommentar', 'Bemærkning og budget'],
				['1', 'A', 'x', 'y', 'z', 'w'],
			]),
		);
		expect(result.problems.map(({ code, column }) => [code, column])).toEqual([
			['heading.same-field', 'Kommentar'],
			['heading.same-field', 'Bemærkning og budget'],
			['heading.unknown', 'Yndlingsret'],
		]);
		expect(result.initiatives[0]?.source.cells).toMatchObject({ remark: 'y', Kommentar: 'z', Yndlingsret: 'x' });
	});

	it('follows the mapping a person has made', () => {
		const mapping = [
			{
				sheet: null,
				columns: [
					{ heading: 'Yndlingsret', field: 'remark' as const },
					{ heading: 'Bemærkning', field: null },
				],
			},
		];
		const result = read(
			table([
				['Nr.', 'Indsats', 'Yndlingsret', 'Bemærkning'],
				['1', 'A', 'x', 'y'],
			]),
			mapping,
		);
		expect(result.initiatives[0]).toMatchObject({ remark: 'x' });
		expect(result.problems).toEqual([]);
	});

	it('refuses a document without a known heading, or without a table', () => {
		expect(() =>
			read(
				table([
					['Frugt', 'Farver på den'],
					['Æble', 'mange'],
				]),
			),
		).toThrow(expect.objectContaining({ code: 'document.no-recognisable-column' }));
		expect(() => read([])).toThrow(expect.objectContaining({ code: 'document.no-table' }));
	});
});
