import { describe, expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../../test/made-up-account.ts';
import { accountSectors } from './account.ts';
import { listMissingBeside, listSeries } from './account-series.ts';

const whole = (tonnes: number) => accountSectors.map((sector) => makeRow({ sector, tonnes }));

describe('listSeries', () => {
	it('shows the last vintage of a year and builds the bridge from the one before', () => {
		const [series, ...rest] = listSeries([
			makeAccount({ year: 2021, rows: [makeRow({ sector: 'energy', tonnes: 5 })] }),
			makeAccount({ year: 2020, release: 'a', rows: [makeRow({ sector: 'energy', tonnes: 10 })] }),
			makeAccount({ year: 2020, release: 'b', rows: [makeRow({ sector: 'energy', tonnes: 12 })] }),
		]);
		expect(rest).toEqual([]);
		expect(series?.years.map(({ account, sum, earlier }) => [account.year, sum.total.tonnes, earlier.length])).toEqual([
			[2020, 12, 1],
			[2021, 5, 0],
		]);
		expect(series?.years[0]?.bridge?.parts.data).toBe(2);
		expect(series?.years[1]).toMatchObject({ bridge: null, absent: accountSectors.filter((sector) => sector !== 'energy') });
	});

	it('never puts the area and the enterprise into one series, and says the share only where the area is whole', () => {
		const enterprise = makeAccount({ kind: 'enterprise', rows: [makeRow({ sector: 'energy', tonnes: 30 })] });
		const share = (rows: ReturnType<typeof whole>, gwpSet: 'AR5' | null = 'AR5') =>
			listSeries([makeAccount({ rows, gwpSet }), enterprise])[1]?.years[0]?.share;
		expect(listSeries([makeAccount({ rows: whole(100) }), enterprise]).map(({ kind }) => kind)).toEqual(['geographic', 'enterprise']);
		expect(share(whole(100))).toBe(0.05);
		expect(share(whole(100).slice(1))).toBeNull();
		expect(share(whole(100), null)).toBeNull();
	});
});

it('names for each year the sectors that another year has tonnes of and it has no line for', () => {
	const of = (year: number, ...rows: Parameters<typeof makeRow>[0][]) => makeAccount({ year, rows: rows.map(makeRow) });
	const [series] = listSeries([
		of(2021, { sector: 'energy', tonnes: 5 }, { sector: 'waste', tonnes: 1 }, { sector: 'processes', notation: 'NE', reason: 'x' }),
		of(2022, { sector: 'energy', tonnes: 5 }, { sector: 'waste', notation: 'NE', reason: 'x' }),
		of(2023, { sector: 'energy', tonnes: 5 }),
	]);
	const years = series?.years.map(({ sum: { sectors }, absent }) => ({ sectors, absent })) ?? [];
	expect(listMissingBeside(years)).toEqual([[], [], ['waste']]);
	expect(listMissingBeside(years.slice(1))).toEqual([[], []]);
});
