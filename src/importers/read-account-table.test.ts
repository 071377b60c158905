import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readAccountTable } from './read-account-table.ts';

const read = (...lines: string[]) => readAccountTable('regnskab.csv', new TextEncoder().encode(lines.join('\n')));

describe('a long table', () => {
	it('gives one line a row, with Danish numbers, gases and parts beside the total', async () => {
		const { drafts, problems } = await read(
			'Sektor;Delsektor;Energikilde;Gas;Art;Aktivitet;Aktivitetsenhed;Faktor;Faktorenhed;Ton;År;Begrundelse',
			'Energi;Boliger;Naturgas;CO2;;100;TJ;57,1;kg/GJ;5.710;2022;',
			'Energi;Boliger;Brænde;CO2;Biogen;;;;;1.234,5;2022;',
			'Landbrug;Husdyr;;Metan;;;;;;12,5;2022;',
			'Landbrug;Arealer;;CO2;Optag;;;;;-40;2022;',
			'Transport;Fly;;;;;;;;NO;2022;Ingen lufthavn',
			'Samlet;;;;;;;;;6.000;2022;',
			'Samlet inkl. landbrug;;;;;;;;;7.000;2022;',
			'Energi i alt;;;;;;;;;5.710;2022;',
		);
		expect(problems).toEqual([]);
		expect(drafts).toHaveLength(1);
		expect(drafts[0]?.rows).toMatchObject([
			{
				sector: 'energy',
				subSector: 'households',
				carrier: 'natural gas',
				gas: 'CO2',
				tonnes: 5710,
				activity: 100,
				factor: 57.1,
				place: '2',
			},
			{ carrier: 'wood', part: 'biogenic', tonnes: 1234.5 },
			{ sector: 'agriculture', subSector: 'livestock', gas: 'CH4', tonnes: 12.5, activity: null },
			{ part: 'removal', tonnes: -40 },
			{ sector: 'transport', gas: 'CO2e', tonnes: null, notation: 'NO', reason: 'Ingen lufthavn' },
		]);
		expect(drafts[0]?.totals).toEqual([
			{ label: 'Samlet', sector: null, tonnes: 6000 },
			{ label: 'Samlet inkl. landbrug', sector: null, tonnes: 7000 },
			{ label: 'Energi i alt', sector: 'energy', tonnes: 5710 },
		]);
	});
});

describe('inhabitants', () => {
	it('are of their year, and no line of it', async () => {
		const wide = await read('Sektor;1990;2019;2020;2021', 'Energi;1.000;900;800;700', 'Indbyggere;–;29.800;;30.123');
		expect(wide.problems).toEqual([]);
		expect(wide.drafts.map(({ year, rows, population }) => [year, rows.length, population])).toEqual([
			[1990, 1, null],
			[2019, 1, 29_800],
			[2020, 1, null],
			[2021, 1, 30_123],
		]);
		const long = await read('Sektor;År;Ton;Enhed', 'Energi;2019;900;ton', 'Antal indbyggere;2019;29.800;personer', 'Befolkning;2020;3;');
		expect([long.problems, long.drafts]).toMatchObject([[], [{ year: 2019, population: 29_800, totals: [] }]]);
	});

	it('alone are no account', async () => {
		const beside = await read('År;Sektor;Ton;Indbyggere', '2020;Energi;5;29.900', '2021;Energi;6;30.123', '2021;Transport;7;30.123');
		expect(beside.drafts.map(({ population }) => population)).toEqual([29_900, 30_123]);
		const odd = await read('År;Sektor;Ton;Indbyggere', '2020;Energi;5;29.900', '2020;Transport;5;29.901', '2021;Energi;6;mange');
		expect(odd.problems.map(({ code, column }) => [code, column])).toEqual([
			['population.form', 'population'],
			['population.several', '2020'],
		]);
		await expect(read('Sektor;2021', 'Indbyggere;30.000')).rejects.toMatchObject({ code: 'account-import.no-rows' });
	});

	it('that are no number of persons, or two for a year, are told and keep the file back', async () => {
		const { problems } = await read('Sektor;2019;2020', 'Energi;900;800', 'Indbyggere;29,8;mange', 'Folketal;1;30.000', 'Befolkning;2;');
		expect(problems.map(({ code, row, column, text }) => [code, row, column, text])).toEqual([
			['population.form', 3, '2019', '29,8'],
			['population.form', 3, '2020', 'mange'],
			['population.several', null, '2019', '1 / 2'],
		]);
	});
});

describe('activity and factor without tonnes', () => {
	it('are multiplied, in their units, and the line says that it is calculated', async () => {
		const { drafts, problems } = await read(
			'Sektor;År;Gas;Aktivitet;Aktivitetsenhed;Faktor;Faktorenhed',
			'Energi;2022;;100;TJ;94;kg/MWh',
			'Transport;2022;;1.000;liter;2,66;kg CO2/l',
			'Affald;2022;;10;TJ;5;g CH4/GJ',
		);
		expect(problems).toEqual([]);
		expect(drafts[0]?.rows.map(({ gas, tonnes, origin }) => [gas, Math.round((tonnes ?? 0) * 100) / 100, origin])).toEqual([
			['CO2e', 2611.11, 'activity x factor'],
			['CO2', 2.66, 'activity x factor'],
			['CH4', 0.05, 'activity x factor'],
		]);
	});

	it('are refused with what to do where they cannot be multiplied, and a stated figure stays the source’s own', async () => {
		const { drafts, problems } = await read(
			'Sektor;År;Gas;Aktivitet;Aktivitetsenhed;Faktor;Faktorenhed;Ton',
			'Energi;2022;;100;TJ;2,2;kg/Nm3;',
			'Energi;2022;;100;;2,2;;',
			'Energi;2022;CH4;100;TJ;57,1;kg CO2/GJ;',
			'Energi;2022;;100;TJ;57,1;kg/GJ;5.700',
			'Energi;2022;;100;TJ;;;',
		);
		expect(problems.map(({ code, row, text }) => [code, row, text])).toEqual([
			['product.other-kind', 2, 'TJ × kg/Nm3'],
			['product.unit-unknown', 3, '– × –'],
			['product.other-gas', 4, 'TJ × kg CO2/GJ'],
			['cell.empty', 6, 'Energi'],
		]);
		expect(drafts[0]?.rows).toMatchObject([{ tonnes: 5700, origin: 'stated' }]);
	});

	it('leave a dash in the tonnes not stated', async () => {
		const head = 'Sektor;År;Aktivitet;Aktivitetsenhed;Faktor;Faktorenhed;Ton';
		const { drafts, problems } = await read(
			head,
			'Energi;2022;100;TJ;57,1;kg/GJ;–',
			'Transport;2022;100;TJ;57,1;kg/GJ;-',
			'Affald;2022;;;;;7',
		);
		expect(problems.map(({ code, row }) => [code, row])).toEqual([
			['cell.empty', 2],
			['cell.empty', 3],
		]);
		expect(drafts[0]?.rows).toMatchObject([{ sector: 'waste', tonnes: 7 }]);
	});
});

describe('a wide table', () => {
	it('gives an account for every year that is a column, and never a zero for an empty cell', async () => {
		const { drafts, problems } = await read('Sektor;2019;2021;2020', 'Energi;1.000;900;', 'Transport;0;NE;5', 'Affald;3;2;1');
		expect(drafts.map(({ year, rows }) => [year, rows.map(({ tonnes, notation }) => tonnes ?? notation)])).toEqual([
			[2019, [1000, 0, 3]],
			[2020, [5, 1]],
			[2021, [900, 'NE', 2]],
		]);
		expect(problems).toEqual([{ code: 'cell.empty', row: 2, column: '2020', text: 'Energi' }]);
	});

	it('minds the unit', async () => {
		const { drafts, problems } = await read('Sektor;Enhed;2022', 'Energi;1.000 ton CO2e;5', 'Transport;kg;500', 'Affald;GWh;5');
		expect(drafts[0]?.rows.map(({ tonnes }) => tonnes)).toEqual([5000, 0.5]);
		expect(problems).toMatchObject([{ code: 'unit.unknown', row: 4, text: 'GWh' }]);
	});
});

describe('a workbook', () => {
	const readSheets = async (...rows: (string | number | null)[][][]) =>
		readAccountTable('regnskab.xlsx', await writeXlsx({ sheets: rows.map((of, at) => ({ name: `Ark ${at + 1}`, rows: of })) }));

	it('gives numbers as they are stored, also those a cell shows with fewer digits', async () => {
		const bytes = await writeXlsx({
			sheets: [
				{
					name: 'Sorø',
					rows: [
						['Klimaregnskab'],
						['Sektor', 'Energikilde', 'År', 'Ton'],
						['Energi', 'Naturgas', 2023, null],
						['Energi', 'Brænde', 2023, '1.234,5'],
					],
					cells: new Map([['2,3', { value: 42804.567, type: 'number', style: { numFmt: '#,##0' } }]]),
				},
			],
		});
		const { drafts, problems } = await readAccountTable('regnskab.xlsx', bytes);
		expect(problems).toEqual([]);
		expect(drafts).toMatchObject([{ year: 2023, rows: [{ carrier: 'natural gas', tonnes: 42804.567 }, { tonnes: 1234.5 }] }]);
	});

	it('is read with years as columns, sheet by sheet, and says where each line stands', async () => {
		const { drafts, problems } = await readSheets(
			[['Læs mig'], ['Tallene er i ton']],
			[
				['Sektor', 2021, 2022],
				['Energi', 900, 880.5],
				['Transport', 'NE', 0],
				['Samlet', 900, 880.5],
			],
			[
				['Sektor', '2022'],
				['Affald', -3],
				['Landbrug', '12,5'],
			],
		);
		expect(drafts.map(({ year, rows }) => [year, rows.map(({ sector, tonnes, notation }) => [sector, tonnes ?? notation])])).toEqual([
			[
				2021,
				[
					['energy', 900],
					['transport', 'NE'],
				],
			],
			[
				2022,
				[
					['energy', 880.5],
					['transport', 0],
					['waste', -3],
					['agriculture', 12.5],
				],
			],
		]);
		expect(drafts[1]?.totals).toEqual([{ label: 'Samlet', sector: null, tonnes: 880.5 }]);
		expect(drafts[1]?.rows[3]?.place).toContain('Ark 3');
		expect(problems).toEqual([]);
	});

	it('with a formula that failed or a word instead of a number is told of, cell by cell', async () => {
		const { drafts, problems } = await readSheets([
			['Sektor', 'År', 'Ton'],
			['Energi', 2022, '#REF!'],
			['Transport', 2022, 'ca. 5'],
			['Affald', 2022, 7],
		]);
		expect(drafts).toMatchObject([{ rows: [{ sector: 'waste', tonnes: 7 }] }]);
		expect(problems.map(({ row, column }) => [row, column])).toEqual([
			[2, 'tonnes'],
			[3, 'tonnes'],
		]);
	});
});

describe('what cannot be read', () => {
	it('is told row by row and never guessed', async () => {
		const { drafts, problems } = await read(
			'Sektor;Delsektor;Energikilde;Gas;Ton;År',
			'Energi;Boliger;Kerneenergi;CO2;1;2022',
			'Handel;;;;1;2022',
			'Transport;Boliger;;;1;2022',
			'Transport;Vej;;SF7;1;2022',
			'Transport;Vej;;;0.5;2022',
			'Transport;Vej;;;1;22',
		);
		expect(drafts).toEqual([]);
		expect(problems.map(({ code, row, text }) => [code, row, text])).toEqual([
			['word.carrier-unknown', 2, 'Kerneenergi'],
			['word.sector-unknown', 3, 'Handel'],
			['word.sub-sector-unknown', 4, 'Boliger'],
			['word.gas-unknown', 5, 'SF7'],
			['cell.number-form', 6, '0.5'],
			['year.form', 7, '22'],
		]);
	});

	it('is refused as a whole when there is no table of an account in it', async () => {
		await expect(read('Navn;Alder', 'Prøve;5', 'Prøve;6')).rejects.toMatchObject({ code: 'account-import.no-headings' });
		await expect(read('Sektor;2022', ';', ';')).rejects.toMatchObject({ code: 'account-import.no-rows' });
		await expect(readAccountTable('x.pdf', new TextEncoder().encode('%PDF-1.7'))).rejects.toMatchObject({
			code: 'account-import.unsupported',
		});
		await expect(readAccountTable('x.rtf', new TextEncoder().encode('{\\rtf1'))).rejects.toMatchObject({
			code: 'account-import.unsupported',
		});
		await expect(readAccountTable('x.csv', new Uint8Array(2 * 1024 ** 2))).rejects.toMatchObject({ code: 'account-import.too-large' });
	});
});
