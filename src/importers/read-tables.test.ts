import { describe, expect, it } from 'vitest';
import type { Cell } from './table.ts';
import { makeTable as table, problemCodes as codes, readMade as read } from '../../test/made-up-table.ts';

it.each(['Ikke oplyst', 'ikke oplyst', '– ikke oplyst', 'Not stated'])('reads "%s" as an empty cell', (text) => {
	const rows = [
		['Nr', 'Indsats', 'Status', 'Prioritet', 'Fremdrift', 'Bemærkning'],
		['1', 'Solceller', text, text, text, text],
	];
	const result = read(table(rows));
	expect(result.initiatives[0]).toMatchObject({ state: null, priority: null, progress: null, remark: null });
	expect(codes(result).filter((code) => code !== 'heading.ambiguous')).toEqual([]);
});

describe('rows', () => {
	const head = ['Nr.', 'Indsats', 'Startdato', 'Tilstand', 'Planmæssig fremdrift', 'Målopfyldelse', 'Bemærkning'];

	it('keeps the cells as they were beside what they were read as', () => {
		const [draft] = read(
			table([head, ['20\na', 'Bus', '01-jul-21', 'Delvist i gang / Planlægningsfase', 'GRØN', 'Snart i mål', 'x']]),
		).initiatives;
		expect(draft).toMatchObject({
			number: '20a',
			startDate: '2021-07-01',
			state: 'partly in progress',
			stateText: 'Delvist i gang / Planlægningsfase',
			progress: 'green',
			fulfilment: null,
			fulfilmentText: 'Snart i mål',
		});
		expect(draft?.source.cells).toEqual({
			number: '20\na',
			title: 'Bus',
			startDate: '01-jul-21',
			state: 'Delvist i gang / Planlægningsfase',
			progress: 'GRØN',
			fulfilment: 'Snart i mål',
			remark: 'x',
		});
	});

	it('names file, row, column, text and what was done for every cell it cannot understand', () => {
		const result = read(table([head, ['1', 'Bus', '31-02-2021', 'Kører', 'lilla', 'hvid', '']]));
		expect(result.problems.map(({ code, row, column, text, action, number }) => [code, row, column, text, action, number])).toEqual([
			['colour.not-in-scale', 2, 'Målopfyldelse', 'hvid', 'kept-as-text', '1'],
			['date.impossible', 2, 'Startdato', '31-02-2021', 'left-empty', '1'],
			['state.unknown', 2, 'Tilstand', 'Kører', 'kept-as-text', '1'],
			['colour.unknown', 2, 'Planmæssig fremdrift', 'lilla', 'left-empty', '1'],
		]);
		expect(result.initiatives[0]).toMatchObject({ startDate: null, state: null, stateText: 'Kører', progress: null, fulfilment: null });
	});

	it('asks about what is given up, and lets it count as on hold until it is taken out', () => {
		const result = read(table([head, ['1', 'Bus', '', 'Droppet', '', '', '']]));
		expect(result.problems.map(({ severity, code, text, action, value }) => [severity, code, text, action, value])).toContainEqual([
			...['question', 'state.given-up', 'Droppet', 'read-as', 'on hold'],
		]);
		expect(result.initiatives[0]).toMatchObject({ state: 'on hold', stateText: 'Droppet' });
		const texts = ['Udgår ikke', 'Aflyst møde, ny dato', 'Indstillet til byrådet'];
		const others = read(table([head, ...texts.map((text, at) => [String(at + 1), 'Bus', '', text, '', '', ''])]));
		expect(others.initiatives.map(({ state }) => state)).toEqual([null, null, null]);
	});

	it('tells a white background from none: white counts only in a painted column, and not in a painted row', () => {
		const white = { text: '', fill: 'FFFFFF' };
		const green = { text: '', fill: '00B050' };
		const colours = (rows: (string | Cell)[][]) => read(table([head.slice(0, 5), ...rows])).initiatives.map(({ progress }) => progress);
		expect(
			colours([
				['1', 'A', '', '', green],
				['2', 'B', '', '', white],
				['3', 'C', '', '', ''],
			]),
		).toEqual(['green', 'white', null]);
		expect(
			colours([
				['1', 'A', '', '', white],
				['2', 'B', '', '', ''],
			]),
		).toEqual([null, null]);
		expect(
			colours([
				['1', { text: 'A', fill: 'FFFFFF' }, '', '', white],
				['2', 'B', '', '', green],
			]),
		).toEqual([null, 'green']);
		expect(
			colours([
				['1', { text: 'A', fill: 'C6EFCE' }, '', '', { text: '', fill: 'C6EFCE' }],
				['2', 'B', '', '', 'gul'],
			]),
		).toEqual([null, 'yellow']);
	});

	it('joins a row to the one above when number and title are merged over both', () => {
		const above = (text: string) => ({ text, fromAbove: true });
		const result = read(
			table([
				head,
				['1', 'Bus', '', 'I gang', '', '', 'første'],
				[above('1'), above('Bus'), '', '', '', '', 'anden'],
				['2', 'Tog', '', '', '', '', ''],
			]),
		);
		expect(result.initiatives.map(({ number, remark }) => [number, remark])).toEqual([
			['1', 'første\nanden'],
			['2', null],
		]);
		expect(codes(result)).toEqual(['row.joined']);
	});

	it('gives every row under a merged section cell that section', () => {
		const result = read(
			table([
				['Afsnit', 'Nr.', 'Indsats'],
				['Energi', '1', 'A'],
				[{ text: 'Energi', fromAbove: true }, '2', 'B'],
			]),
		);
		expect(result.initiatives.map(({ section }) => section)).toEqual(['Energi', 'Energi']);
	});

	it('says which rows it leaves out, and never drops one in silence', () => {
		const result = read(
			table([
				head,
				['1', 'A', '', '', '', '', 'x'],
				['', 'I alt', '', '', '', '', '7'],
				['note', 'B', '', '', '', '', 'y'],
				['*Fodnote nederst'],
			]),
		);
		expect(result.initiatives).toHaveLength(1);
		expect(result.problems.map(({ code, row, action }) => [code, row, action])).toEqual([
			['number.missing', 3, 'row-skipped'],
			['number.unreadable', 4, 'row-skipped'],
			['section.without-rows', 5, 'noted'],
		]);
	});

	it('refuses to choose between two rows with one number: the second is left out with an error that names both', () => {
		const result = read(
			table([head, ['20A', 'Bus', '', '', '', '', 'x'], ['20a', 'Tog', '', '', '', '', 'y'], ['20A', 'Bus', '', '', '', '', 'x']]),
		);
		expect(result.initiatives.map(({ title }) => title)).toEqual(['Bus']);
		expect(result.problems.map(({ severity, code, row, value, text }) => [severity, code, row, value, text])).toEqual([
			['error', 'number.duplicate', 3, '2', 'Tog'],
			['note', 'number.repeated', 4, '2', 'Bus'],
		]);
	});
});

describe('several tables', () => {
	const head = ['Nr.', 'Indsats', 'Sektor'];

	it("uses the tables' names as sections where the rows have none", () => {
		const result = read([table([head, ['1', 'A', 'x']], { title: 'ENERGI' }), table([head, ['2', 'B', 'y']], { title: 'TRANSPORT' })]);
		expect(result.initiatives.map(({ section }) => section)).toEqual(['ENERGI', 'TRANSPORT']);
		expect(codes(result)).toEqual(['section.from-title', 'section.from-title']);
	});

	it('notes a sheet it cannot use and stops at a sheet that repeats another', () => {
		const rows = ['1', '2', '3', '4'].map((number) => [number, `Titel ${number}`, 'x']);
		const again = rows.map(([number]) => [number ?? '', 'Anden titel', 'y']);
		const result = read([
			table([head, ...rows], { sheet: '2023' }),
			table(
				[
					['Frugt', 'Smag'],
					['Æble', 'Sød'],
				],
				{ sheet: 'Lister' },
			),
			table([head, ...again], { sheet: '2022' }),
		]);
		expect(result.initiatives.map(({ title }) => title)).toEqual(['Titel 1', 'Titel 2', 'Titel 3', 'Titel 4']);
		expect(
			result.problems.filter(({ code }) => code.startsWith('sheet.')).map(({ severity, code, sheet }) => [severity, code, sheet]),
		).toEqual([
			['note', 'sheet.not-recognised', 'Lister'],
			['error', 'sheet.same-numbers', '2022'],
		]);
	});

	it('reads one form per action, below each other or side by side', () => {
		const form = (number: string, title: string, state: string) => [
			['Nr.:', number],
			['Titel', title],
			['Status på igangsættelse', state],
			['Bemærkning', ''],
		];
		const below = read(table([...form('1', 'Solceller', 'I gang'), [], ...form('2', 'Varme', 'Ikke igangsat')]));
		expect(below.initiatives.map(({ number, title, state, source }) => [number, title, state, source.row])).toEqual([
			['1', 'Solceller', 'in progress', 1],
			['2', 'Varme', 'not started', 6],
		]);
		const beside = read(
			table([
				['Nummer', '7', 'Sektor', 'Energi'],
				['Titel', 'Vind', 'Frist', '2030-12-31'],
			]),
		);
		expect(beside.initiatives[0]).toMatchObject({ number: '7', title: 'Vind', sector: 'Energi', deadline: '2030-12-31' });
	});

	it('names a form by the line above it', () => {
		const form = (name: string) => [[name], ['Sektor', 'Energi'], ['Ansvarlig', 'Teknik'], ['Budget', 'Rammen']];
		const result = read(table([...form('Indsats 3: Solceller'), ...form('Indsats 4: Varme')]));
		expect(result.initiatives.map(({ number, title, budget }) => [number, title, budget])).toEqual([
			['3', 'Solceller', 'Rammen'],
			['4', 'Varme', 'Rammen'],
		]);
	});
});
