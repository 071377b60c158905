import { describe, expect, it } from 'vitest';
import { readDevelopment, writeDevelopment } from './development.ts';
import { readSeries } from './series.ts';

const period = { firstYear: 2023, lastYear: 2026 };
const read = (text: string, base = 1000) => readDevelopment(text, base, period);
const values = (text: string) => {
	const answer = read(text);
	return 'series' in answer ? [...readSeries(answer.series, 2023, 4)].map((value) => Math.round(value * 100) / 100) : answer.problem;
};

describe('how a figure goes on', () => {
	it.each([
		['', [1000, 1000, 1000, 1000]],
		['-10', [1000, 900, 810, 729]],
		['2 %', [1000, 1020, 1040.4, 1061.21]],
		['2025: 800; 2026: 1.200', [1000, 900, 800, 1200]],
		['2026 = 700', [1000, 900, 800, 700]],
	])('»%s«', (text, expected) => expect(values(text)).toEqual(expected));

	it.each([
		['lidt', 'development-form'],
		['-100', 'development-form'],
		['2026: få', 'development-form'],
		['2020: 900; 2026: 1', 'development-year'],
		['2025: 900', 'development-ends-early'],
	])('»%s« is refused', (text, problem) => expect(read(text)).toEqual({ problem }));

	it.each(['', '-10', '1,5', '2025: 800; 2026: 1200', '2026: 700'])('»%s« is shown as it was typed', (text) => {
		const answer = read(text);
		expect('series' in answer && writeDevelopment(answer.series, period)).toEqual({ base: 1000, text });
	});

	it('a series without its first year has no base', () => {
		expect(writeDevelopment({ years: { 2024: 5 }, interpolate: false }, period)).toEqual({ base: null, text: '2024: 5' });
	});
});
