import { describe, expect, it } from 'vitest';
import type { Timing } from './model.ts';
import { getEffectShare, moveStart, pauseCourse, setCourse } from './timing.ts';

const timing: Timing = { start: 2026, full: 2030, ramp: { kind: 'linear' }, end: null, lifetime: null };
const sharesOf = (own: Partial<Timing>, years: readonly number[]) =>
	years.map((year) => Number(getEffectShare({ ...timing, ...own }, year).toFixed(6)));

describe('the share of full effect', () => {
	it('rises in a line from the first year with effect to the first with all of it', () => {
		expect(sharesOf({}, [2025, 2026, 2027, 2028, 2029, 2030, 2050])).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1, 1]);
		expect(sharesOf({ full: 2026 }, [2025, 2026])).toEqual([0, 1]);
	});

	it('may rise slowly at first and at last', () => {
		expect(sharesOf({ ramp: { kind: 'S-curve' } }, [2026, 2027, 2028, 2029, 2030])).toEqual([0.104, 0.352, 0.648, 0.896, 1]);
	});

	it('may go in steps, each holding until the next', () => {
		const steps = [
			{ year: 2027, share: 0.4 },
			{ year: 2029, share: 1 },
		];
		expect(sharesOf({ ramp: { kind: 'steps', steps } }, [2026, 2027, 2028, 2029, 2035])).toEqual([0, 0.4, 0.4, 1, 1]);
	});

	it('ends after the last year', () => {
		expect(sharesOf({ end: 2031 }, [2031, 2032])).toEqual([1, 0]);
	});

	it('falls again as what was put in place wears out', () => {
		expect(sharesOf({ lifetime: 10 }, [2035, 2036, 2037, 2039, 2040])).toEqual([1, 0.8, 0.6, 0.2, 0]);
	});

	it('keeps its course when it slips a year', () => {
		const steps = [{ year: 2026, share: 1 }];
		const moved = moveStart({ ...timing, ramp: { kind: 'steps', steps }, end: 2040 }, 2027);
		expect(moved).toEqual({
			start: 2027,
			full: 2031,
			ramp: { kind: 'steps', steps: [{ year: 2027, share: 1 }] },
			end: 2041,
			lifetime: null,
		});
		expect(moveStart(timing, 2024).full).toBe(2028);
	});

	it('takes steps and end along when start and full effect are set, and spreads the steps over the new way', () => {
		const steps = [
			{ year: 2026, share: 0.1 },
			{ year: 2028, share: 0.5 },
			{ year: 2031, share: 1 },
		];
		const stepped: Timing = { ...timing, full: 2031, ramp: { kind: 'steps', steps }, end: 2033 };
		const yearsOf = ({ ramp }: Timing) => (ramp.kind === 'steps' ? ramp.steps.map(({ year, share }) => [year, share]) : []);
		const moved = setCourse(stepped, { start: 2028, full: 2033 });
		expect(yearsOf(moved)).toEqual([
			[2028, 0.1],
			[2030, 0.5],
			[2033, 1],
		]);
		expect(moved).toMatchObject({ start: 2028, full: 2033, end: 2035 });
		expect(yearsOf(setCourse(stepped, { start: 2026, full: 2036 })).map(([year]) => year)).toEqual([2026, 2030, 2036]);
		expect(yearsOf(setCourse(stepped, { start: 2027, full: 2027 }))).toEqual([[2027, 1]]);
		expect(setCourse(stepped, stepped)).toEqual(stepped);
		expect(setCourse(timing, { start: 2026, full: 2028 })).toEqual({ ...timing, full: 2028 });
	});
});

describe('a course with years of no effect in it', () => {
	const ramp: Timing = { start: 2026, full: 2029, ramp: { kind: 'linear' }, end: null, lifetime: null };
	const read = (course: Timing) => [2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032].map((year) => getEffectShare(course, year));

	it('goes on where it stopped, also with a last year and a lifetime', () => {
		const pauses = [{ from: 2027, to: 2028 }];
		expect(read(pauseCourse(ramp, pauses, 2032))).toEqual([0, 0.25, 0, 0, 0.5, 0.75, 1, 1]);
		expect(read(pauseCourse({ ...ramp, full: 2026, end: 2028 }, pauses, 2032))).toEqual([0, 1, 0, 0, 1, 1, 0, 0]);
		expect(read(pauseCourse({ ...ramp, full: 2026, lifetime: 2 }, pauses, 2032))).toEqual([0, 1, 0, 0, 1, 0, 0, 0]);
	});

	it('ends where the pause does not', () => {
		expect(read(pauseCourse(ramp, [{ from: 2028, to: null }], 2032))).toEqual([0, 0.25, 0.5, 0, 0, 0, 0, 0]);
	});
});
