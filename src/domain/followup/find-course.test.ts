import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCourse, type Said } from './find-course.ts';

/** Rounds from a year on, one a year. */
const say = (from: number, ...told: Said['state'][]): Said[] => told.map((state, place) => ({ year: from + place, state }));
const find = (said: readonly Said[], planned = 2025) => findCourse(said, () => planned);

describe('the years with effect', () => {
	it('begin after the last round that said not begun, whatever later ones say', () => {
		const before = ['not started', 'planning', 'not started'] as const;
		expect(find(say(2026, ...before, 'in progress'))).toEqual({ start: 2029, pauses: [] });
		expect(find(say(2026, ...before, 'completed'))).toEqual({ start: 2029, pauses: [] });
		expect(find(say(2026, ...before, null))).toEqual({ start: 2029, pauses: [] });
		expect(find(say(2026, 'in progress', 'planning'))).toEqual({ start: 2028, pauses: [] });
		expect(find(say(2022, 'not started', 'in progress'))).toEqual({ start: 2025, pauses: [] });
	});

	it('begin with the first round that says so, for what was on hold or taken out and had never begun', () => {
		expect(find(say(2025, 'on hold', 'on hold', 'on hold', 'on hold', 'in progress'))).toEqual({ start: 2029, pauses: [] });
		expect(find(say(2028, 'on hold'))).toEqual({ start: null, pauses: [] });
		expect(find(say(2027, null, 'gone'))).toEqual({ start: null, pauses: [] });
		expect(find(say(2023, 'on hold', 'in progress'))).toEqual({ start: 2025, pauses: [] });
	});

	it('end the year it is put on hold or taken out, and what was before stays', () => {
		for (const state of ['on hold', 'gone'] as const) {
			expect(find(say(2028, 'in progress', state))).toEqual({ start: 2025, pauses: [{ from: 2029, to: null }] });
			expect(find(say(2023, 'in progress', state))).toEqual({ start: null, pauses: [] });
		}
	});

	it('go on from the first round that says it is under way again', () => {
		const pauses = [{ from: 2027, to: 2028 }];
		expect(find(say(2026, 'in progress', 'on hold', 'on hold', 'in progress'))).toEqual({ start: 2025, pauses });
		const twice = say(2026, 'in progress', 'on hold', 'on hold', 'completed', 'gone');
		expect(find(twice)).toEqual({ start: 2025, pauses: [...pauses, { from: 2030, to: null }] });
	});

	it('are not moved by dates that were moved because it stopped', () => {
		const said = say(2026, 'in progress', 'on hold', 'in progress');
		expect(findCourse(said, (year) => (year < 2027 ? 2025 : 2029))).toEqual({ start: 2025, pauses: [{ from: 2027, to: 2027 }] });
		// It had no effect yet when it stopped: the newest dates decide.
		expect(findCourse(said, (year) => (year < 2027 ? 2027 : 2030))).toEqual({ start: 2030, pauses: [] });
	});
});

const anyState = fc.constantFrom('not started', 'planning', 'in progress', 'partly in progress', 'on hold', 'completed', 'gone', null);
const hasEffect = ({ start, pauses }: ReturnType<typeof find>, year: number) =>
	start !== null && year >= start && !pauses.some(({ from, to }) => year >= from && (to === null || year <= to));

describe('for any rounds', () => {
	it('none brings effect into a year that an earlier one said was not begun, on hold or taken out', () => {
		fc.assert(
			fc.property(fc.array(anyState, { minLength: 1, maxLength: 10 }), fc.array(fc.integer({ min: 2018, max: 2032 })), (states, dates) => {
				const said = say(2020, ...states);
				const course = findCourse(said, (year) => dates[year % Math.max(1, dates.length)] ?? 2020);
				for (const { year, state } of said) {
					if (['not started', 'planning', 'on hold', 'gone'].includes(state ?? '')) expect(hasEffect(course, year)).toBe(false);
				}
			}),
		);
	});

	it('putting it on hold takes no year of effect from before', () => {
		fc.assert(
			fc.property(
				fc.array(anyState, { minLength: 1, maxLength: 8 }),
				fc.constantFrom('on hold' as const, 'gone' as const),
				(states, stop) => {
					const said = say(2020, ...states, 'in progress');
					const stopped = findCourse([...said, { year: 2020 + said.length, state: stop }], () => 2020);
					for (let year = 2018; year < 2020 + said.length; year++) expect(hasEffect(stopped, year)).toBe(hasEffect(find(said, 2020), year));
				},
			),
		);
	});
});
