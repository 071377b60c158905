import { describe, expect, it } from 'vitest';
import { makeAccount } from '../../../test/made-up-account.ts';
import { parseCalendarDate } from '../shared/calendar-date.ts';
import { orderVintages } from './order-vintages.ts';

const of = (release: string, date: string | null, year = 2022) =>
	makeAccount({ release, year, releaseDate: date === null ? null : (parseCalendarDate(date) ?? null) });
const names = (accounts: readonly ReturnType<typeof of>[]) => orderVintages(accounts).map(({ release }) => release);

describe('the order of vintages', () => {
	it('is that of the stated dates, whichever was added last', () => {
		expect(names([of('Ny 2026', '2026-05-01'), of('Gammel 2024', '2024-05-01')])).toEqual(['Gammel 2024', 'Ny 2026']);
	});

	it('lets one without a date be older than those with one, and keeps the order of adding where nothing else is said', () => {
		expect(names([of('a', '2024-05-01'), of('b', null), of('c', null)])).toEqual(['b', 'c', 'a']);
		expect(names([of('a', '2024-05-01'), of('b', '2024-05-01')])).toEqual(['a', 'b']);
	});

	it('is of each year by itself', () => {
		expect(names([of('a', '2026-05-01', 2021), of('b', '2024-05-01', 2022)])).toEqual(['a', 'b']);
	});
});
