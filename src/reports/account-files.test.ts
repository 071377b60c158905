import { describe, expect, it } from 'vitest';
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
		expect(first).toContain(';energy;households;;CO2e;emission;;;;;;;1234,5;stated;;;;;');
		expect(first).toMatch(/;'=SUM\(A1\)$/);
		expect(second).toContain(';;stated;NE;"Ikke opgjort; endnu";');
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
