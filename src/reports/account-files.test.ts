import { describe, expect, it } from 'vitest';
import { getGasOfCo2e } from '#domain/account/single-gas.ts';
import { sumAccount } from '#domain/account/sum-account.ts';
import { readAccountTable } from '#importers/read-account-table.ts';
import { makeAccount, makeRow } from '../../test/made-up-account.ts';
import { renderAccountCsv, renderAccountJson } from './account-files.ts';

const account = makeAccount({
	rows: [
		makeRow({ sector: 'energy', subSector: 'households', tonnes: 1234.5, label: '=SUM(A1)' }),
		makeRow({ sector: 'transport', notation: 'NE', reason: 'Ikke opgjort; endnu' }),
	],
});

describe('accounts as open data', () => {
	it('leave empty what is not stated, and run no formula', () => {
		const [head, first, second] = new TextDecoder().decode(renderAccountCsv([account])).split('\r\n');
		expect(head).toContain('sector;subSector;carrier;gas');
		expect(first).toContain(';energy;households;;CO2e;emission;;;;;;;1234,5;t CO2e;1234,5;;stated;;;;;');
		expect(first).toMatch(/;'=SUM\(A1\)$/);
		expect(second).toContain(';;;;;stated;NE;"Ikke opgjort; endnu";');
	});

	it('have the totals as JSON, and no id of ours', () => {
		const [read] = JSON.parse(new TextDecoder().decode(renderAccountJson([account])));
		expect(read).toMatchObject({
			kind: 'geographic',
			year: 2022,
			gwpSet: 'AR5',
			rows: [{ tonnes: 1234.5 }, { tonnes: null, notation: 'NE' }],
		});
		expect(read).not.toHaveProperty('id');
	});
});

it('says the unit of every figure and what it is in CO2e, and one account of it can be read in again', async () => {
	const rows = [
		makeRow({ sector: 'agriculture', gas: 'N2O', tonnes: 40 }),
		makeRow({ sector: 'agriculture', gas: 'CO2e', tonnes: 14_000, label: 'Landbrug (CH4 i CO2e)' }),
		makeRow({ sector: 'waste', notation: 'NE', reason: 'x' }),
	];
	const account = makeAccount({ rows, gwpSet: 'AR5' });
	const file = (...accounts: ReturnType<typeof makeAccount>[]) => readAccountTable('regnskab.csv', renderAccountCsv(accounts));
	const lines = new TextDecoder()
		.decode(renderAccountCsv([account]))
		.split('\r\n')
		.map((line) => line.split(';'));
	const names = ['gas', 'tonnes', 'unit', 'tonnesCo2e', 'gasOfCo2e'];
	const at = (name: string) => lines[0]?.findIndex((each) => each === name) ?? -1;
	expect(lines.slice(1, 4).map((cells) => names.map((name) => cells[at(name)]))).toEqual([
		['N2O', '40', 't N2O', '10600', ''],
		['CO2e', '14000', 't CO2e', '14000', 'CH4'],
		['CO2e', '', '', '', ''],
	]);
	const [json] = JSON.parse(new TextDecoder().decode(renderAccountJson([account]))) as { rows: Record<string, unknown>[] }[];
	expect(json?.rows.map((row) => names.map((name) => row[name]))).toEqual([
		['N2O', 40, 't N2O', 10_600, null],
		['CO2e', 14_000, 't CO2e', 14_000, 'CH4'],
		['CO2e', null, null, null, null],
	]);
	const again = await file(account);
	expect(again).toMatchObject({ problems: [], kind: 'geographic' });
	expect(sumAccount({ rows: again.drafts[0]?.rows ?? [], gwpSet: 'AR5' }).total.tonnes).toBe(24_600);
	expect(again.drafts[0]?.rows.map((row) => [row.gas, row.tonnes, getGasOfCo2e(row)])).toEqual(
		rows.map((row) => [row.gas, row.tonnes, getGasOfCo2e(row)]),
	);
	for (const other of [{ kind: 'enterprise' }, { release: 'En anden' }] as const)
		expect((await file(account, { ...account, ...other })).problems).toMatchObject([{ code: 'account.several' }]);
});
