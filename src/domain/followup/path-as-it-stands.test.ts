import { describe, expect, it } from 'vitest';
import { makeLine, readExamplePath, readSoroeRound } from '../../../test/soroe-path.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import { makeDutyList } from './duty-list.ts';
import { editPath } from './edit-path.ts';
import { findStandings, type PathRound } from './path-as-it-stands.ts';
import { readPathDocument } from './path-document.ts';
import { findPathGap, findShownYear, findSlips } from './path-gap.ts';

const soroe = readExamplePath('soroe');
const model = compileScenario(soroe.scenario);
const rules = { ...soroe, standings: [] };

function findOne(lines: Parameters<typeof makeLine>[0][], earlier: Parameters<typeof makeLine>[0][] = []) {
	const rounds: PathRound[] = [{ round: { year: 2025 }, lines: lines.map(makeLine) }];
	if (earlier.length > 0) rounds.push({ round: { year: 2024 }, lines: earlier.map(makeLine) });
	return findStandings(rules, rounds)?.standings.find(({ measure }) => measure === 'lavbund');
}

describe('how a measure stands', () => {
	it('is as decided when its initiative is in progress or completed', () => {
		for (const state of ['in progress', 'partly in progress', 'completed'])
			expect(findOne([{ number: '25', state }])).toMatchObject({ reason: 'as decided', start: 2025, whatIf: null });
	});

	it('is without effect while on hold, and when the initiative was taken out', () => {
		expect(findOne([{ number: '25', state: 'on hold' }])).toMatchObject({ reason: 'on hold', start: null, whatIf: { isDropped: true } });
		expect(findOne([], [{ number: '25', state: 'in progress' }])).toMatchObject({ reason: 'withdrawn', start: null });
		// Plans drop what is done, and it has its effect all the same.
		expect(findOne([], [{ number: '25', state: 'completed' }])).toMatchObject({ reason: 'as decided', start: 2025, whatIf: null });
	});

	it('is that of its initiative however the document writes its number', () => {
		const scenario = { ...soroe.scenario, measures: soroe.scenario.measures.map((each) => ({ ...each, initiative: '20A' })) };
		const found = findStandings({ ...rules, scenario }, [
			{ round: { year: 2025 }, lines: [makeLine({ number: '20 a', state: 'on hold' })] },
		]);
		expect(new Set(found?.standings.map(({ reason }) => reason))).toEqual(new Set(['on hold']));
	});

	it('comes next year at the earliest when not begun in its start year', () => {
		for (const state of ['not started', 'planning'])
			expect(findOne([{ number: '25', state }])).toMatchObject({ reason: 'not begun', start: 2026, decidedStart: 2025 });
	});

	it('is moved by as many years as its start or deadline has moved since the first round', () => {
		const before = [{ number: '25', state: 'planning', startDate: '2023-01-01', deadline: '2026-12-31' }];
		const now = (startDate: string, deadline: string | null) => [{ number: '25', state: 'in progress', startDate, deadline }];
		expect(findOne(now('2023-06-01', '2028-12-31'), before)).toMatchObject({ reason: 'moved', start: 2027 });
		expect(findOne(now('2024-01-01', null), before)).toMatchObject({ reason: 'moved', start: 2026 });
		expect(findOne(now('2022-01-01', '2025-12-31'), before)).toMatchObject({ reason: 'as decided', start: 2025 });
	});

	it('is not moved by what its initiative slipped before it was taken in', () => {
		const at = (year: number, deadline: string): PathRound => ({
			round: { year },
			lines: [makeLine({ number: '25', state: 'in progress', startDate: '2023-01-01', deadline })],
		});
		const rounds = [at(2024, '2028-12-31'), at(2023, '2026-12-31')];
		const find = (since: number | undefined, all = rounds) =>
			findStandings({ ...rules, ...(since !== undefined && { takenIn: { lavbund: since } }) }, all)?.standings.find(
				({ measure }) => measure === 'lavbund',
			);
		expect(find(undefined)).toMatchObject({ reason: 'moved', start: 2027 });
		expect(find(2024)).toMatchObject({ reason: 'as decided', start: 2025, whatIf: null });
		// What it slips afterwards moves it.
		expect(find(2024, [at(2025, '2029-12-31'), ...rounds])).toMatchObject({ reason: 'moved', start: 2026 });
	});

	it('names what comes instead of it', () => {
		const [instead] = soroe.candidates;
		const stated = { since: 2025, start: null, isDropped: true, realisation: null, reason: 'x', source: null };
		const find = (replacedBy: string | null) =>
			findStandings({ ...rules, standings: [{ ...stated, measure: 'lavbund', replacedBy }] }, [
				{ round: { year: 2025 }, lines: [] },
			])?.standings.find(({ measure }) => measure === 'lavbund');
		expect(find(instead?.id ?? '')).toMatchObject({ start: null, replacement: instead?.title });
		expect(find(null)).not.toHaveProperty('replacement');
	});

	it('follows its initiative through another number', () => {
		const before = { ...makeLine({ number: '25', state: 'in progress' }) };
		const renumbered = { ...before, initiative: { ...before.initiative, number: '26b' } };
		const rounds = [
			{ round: { year: 2025 }, lines: [renumbered] },
			{ round: { year: 2024 }, lines: [before] },
		];
		expect(findStandings(rules, rounds)?.standings.find(({ measure }) => measure === 'lavbund')?.reason).toBe('as decided');
	});

	it('is as it was last known where the newest round says nothing of its initiative', () => {
		const silent = [{ number: '25' }];
		expect(findOne(silent, [{ number: '25', state: 'on hold' }])).toMatchObject({
			...{ reason: 'on hold', state: 'on hold', knownFrom: 2024, start: null, whatIf: { isDropped: true } },
		});
		expect(findOne(silent, [{ number: '25', state: 'in progress' }])).toMatchObject({ reason: 'as decided', knownFrom: 2024 });
		expect(findOne([{ number: '25', state: 'completed' }], [{ number: '25', state: 'on hold' }])).not.toHaveProperty('knownFrom');
	});

	it('says when there is nothing to go by', () => {
		expect(findOne([{ number: '25' }])).toMatchObject({ reason: 'not assessed', whatIf: null });
		expect(findOne([{ number: '99' }])).toMatchObject({ reason: 'initiative unknown', whatIf: null });
		expect(findStandings(rules, [])).toBeUndefined();
	});

	it('is what a person states from that round on, whatever the rules say', () => {
		const states = (since: number, start: number | null, isDropped = false) =>
			({ measure: 'lavbund', since, start, isDropped, realisation: null, replacedBy: null, reason: 'x', source: null }) as const;
		const of = (...standings: ReturnType<typeof states>[]) =>
			findStandings({ ...rules, standings }, [
				{ round: { year: 2025 }, lines: [makeLine({ number: '25', state: 'on hold' })] },
			])?.standings.find(({ measure }) => measure === 'lavbund');
		expect(of(states(2024, 2029))).toMatchObject({ reason: 'stated', start: 2029 });
		expect(of(states(2026, 2029))).toMatchObject({ reason: 'on hold', start: null });
		expect(of(states(2024, 2029), states(2025, null, true))).toMatchObject({ reason: 'stated', start: null });
		expect(of(states(2025, null))).toMatchObject({ reason: 'stated', start: 2025, whatIf: null });
	});
});

describe('Sorø after the 2023 follow-up', () => {
	const standings = findStandings(soroe, [readSoroeRound()])!;
	const gap = findPathGap(model, standings);

	it('has the plants of initiative 1 with exactly 13.000 and 23.000 tonnes', () => {
		const at = gap.decided.years.indexOf(2025);
		const tonnes = (id: string) => gap.decided.measures.find(({ measure }) => measure === id)?.effects['in order']?.[at];
		expect(tonnes('vedde')).toBeCloseTo(13_000, 6);
		expect(tonnes('moerup')).toBeCloseTo(23_000, 6);
	});

	it('shows the slip of initiative 1 in tonnes: 23.000 in 2025, none after', () => {
		const first = gap.initiatives[0];
		expect(first).toMatchObject({ initiative: '1', worst: { year: 2025 } });
		expect(first?.worst?.tonnes).toBeCloseTo(23_000, 6);
		expect(first?.sum).toBeCloseTo(23_000, 6);
		expect(first?.tonnes[gap.decided.years.indexOf(2030)]).toBeCloseTo(0, 6);
		expect(first?.standings).toMatchObject([{ measure: 'moerup', reason: 'stated', start: 2026, decidedStart: 2025 }]);
	});

	it('has initiatives that add up to the difference of the two paths in every year', () => {
		gap.tonnes.forEach((tonnes, at) => {
			const sum = gap.initiatives.reduce((all, each) => all + (each.tonnes[at] ?? 0), 0);
			expect(sum).toBeCloseTo(tonnes ?? NaN, 6);
		});
		expect(gap.initiatives.map(({ initiative }) => initiative)).toEqual(['1', '16']);
	});

	it('lets a measure count itself when the one it is counted inside is replaced, and tells it as a change', () => {
		const replaced = { measure: 'kollektiv', since: 2023, start: null, isDropped: true, realisation: null, replacedBy: 'toelloesebanen' };
		const document = { ...soroe, standings: [...soroe.standings, { ...replaced, reason: 'x', source: null }] };
		const changed = findStandings(document, [readSoroeRound()])!;
		const inner = (set: typeof changed) => set.standings.find(({ measure }) => measure === 'cykelstier');
		expect([inner(standings)?.left, inner(changed)?.left]).toEqual([undefined, ['Attraktiv kollektiv transport']]);
		const now = findPathGap(model, changed);
		const at = now.decided.years.indexOf(2030);
		expect(now.standing.measures.find(({ measure }) => measure === 'cykelstier')?.effects['in order']?.[at]).toBeCloseTo(500, 6);
		expect((now.tonnes[at] ?? 0) - (gap.tonnes[at] ?? 0)).toBeCloseTo(3000 - 500, 6);
		// It is the other's change that brings it in, so its tonnes are in the other's row, and so is what is said of it.
		const row = (all: typeof now.initiatives) => all.find((each) => each.standings.some(({ measure }) => measure === 'kollektiv'));
		expect(row(now.initiatives)?.tonnes[at]).toBeCloseTo(3000 - 500, 6);
		expect(row(now.initiatives)?.standings).toMatchObject([{ measure: 'kollektiv' }, { measure: 'cykelstier' }]);
		expect(now.initiatives.some(({ initiative }) => initiative === '23')).toBe(false);
		expect(findSlips(model, now, standings).initiatives.map((each) => each.standings.length)).toEqual([2]);
	});

	it('keeps a measure inside one that is carried out in part: what is left still holds its tonnes', () => {
		const half = { measure: 'kollektiv', since: 2023, start: null, isDropped: false, realisation: 0.5, replacedBy: null };
		const document = { ...soroe, standings: [...soroe.standings, { ...half, reason: 'x', source: null }] };
		const now = findPathGap(model, findStandings(document, [readSoroeRound()])!);
		const at = now.decided.years.indexOf(2030);
		const inner = now.standing.measures.find(({ measure }) => measure === 'cykelstier');
		expect(inner?.standing).toBe('counted inside');
		expect((now.tonnes[at] ?? 0) - (gap.tonnes[at] ?? 0)).toBeCloseTo(1500, 6);
	});

	it('tells what slipped since the round before', () => {
		const earlier = { year: 2022, standings: standings.standings.map((each) => ({ ...each, start: each.decidedStart, whatIf: null })) };
		expect(findSlips(model, gap, earlier).initiatives.map(({ initiative }) => initiative)).toEqual(['1', '16']);
		expect(findSlips(model, gap, standings).initiatives).toEqual([]);
		expect(findSlips(model, gap, earlier).initiatives[0]?.standings).toMatchObject([
			{ measure: 'moerup', since: { year: 2022, start: 2025 } },
		]);
	});

	it('holds a measure against how it stood in the round before, also where it catches up', () => {
		const say = (start: number) => ({
			...soroe,
			standings: soroe.standings.map((each) => (each.measure === 'moerup' ? { ...each, start } : each)),
		});
		const [late, later] = [2026, 2028].map((start) => findStandings(say(start), [readSoroeRound()])!);
		const [back] = findSlips(model, findPathGap(model, late!), later!).initiatives;
		// Two years of 23.000 t, and nothing of the year before that.
		expect([back?.initiative, back?.sum, back?.worst]).toEqual(['1', expect.closeTo(-46_000, 6), null]);
		expect(back?.standings).toMatchObject([{ measure: 'moerup', start: 2026, since: { start: 2028 } }]);
		const [on] = findSlips(model, findPathGap(model, later!), late!).initiatives;
		expect([on?.sum, on?.worst?.year]).toEqual([expect.closeTo(46_000, 6), 2026]);
	});

	it('is about the target of 2030, and the calculation has nothing wrong or missing', () => {
		expect(findShownYear(gap.decided, 2023).year).toBe(2030);
		expect(findShownYear(gap.decided, 2040).year).toBe(2030);
		const [main] = gap.decided.targets;
		const interim = { ...main!, year: 2025, isInterim: true };
		expect(findShownYear({ ...gap.decided, targets: [interim, main!] }, 2023).year).toBe(2030);
		expect(findShownYear({ ...gap.decided, targets: [interim] }, 2023).year).toBe(2025);
		// A target beyond the path's last year, or none, leaves the last year.
		const far = { ...main!, year: gap.decided.years.at(-1)! + 5 };
		expect(findShownYear({ ...gap.decided, targets: [far] }, 2023)).toEqual({ target: far, year: gap.decided.years.at(-1) });
		expect(findShownYear({ ...gap.decided, targets: [] }, null)).toEqual({ target: null, year: gap.decided.years.at(-1) });
		expect(gap.decided.findings.filter(({ severity }) => severity !== 'unclear')).toEqual([]);
		expect(gap.decided.isComplete && gap.standing.isComplete).toBe(true);
	});

	it('lists what could replace it: the plan’s own measures in waiting and what fits of others', () => {
		const others = [{ name: 'Ballerup', document: readExamplePath('ballerup'), rounds: [] }];
		const duty = makeDutyList(soroe, { year: 2030, rounds: [readSoroeRound()], earliest: 2027, others });
		expect(duty.candidates.map(({ from }) => from)).toEqual([null, null, ...Array.from({ length: 4 }, () => 'Ballerup')]);
		expect(duty.candidates.every(({ measure }) => measure.timing.start >= 2027)).toBe(true);
		expect(duty.replacements.shortfall).toBeGreaterThan(0);
		expect(duty.replacements.candidates.every(({ tonnes, without }) => tonnes !== null && tonnes > 0 && without === null)).toBe(true);
		// By hand: energy has 42.805 t less 39.000 t of the plan's own stated tonnes left in 2030, transport 76.420 t less 3.800 t.
		const saves = (id: string) => duty.replacements.candidates.find(({ measure }) => measure === id)?.tonnes;
		expect(saves('Ballerup besparelser')).toBeCloseTo(3805 * 0.09, 6);
		expect(saves('Ballerup procesvarme')).toBeCloseTo(3805 * 0.072, 6);
		expect(saves('Ballerup varme')).toBeCloseTo((3805 * 0.405 * 4) / 7, 6);
		expect(saves('Ballerup biler')).toBeCloseTo(72_620 * 0.09, 6);
		expect(saves('olietilsyn')).toBeCloseTo(1500, 6);
	});
});

describe('Ballerup', () => {
	it('has its targets as stated and every figure without a source marked', () => {
		const { scenario, illustrative } = readExamplePath('ballerup');
		expect(scenario.targets?.targets).toMatchObject([
			{ year: 2030, level: { reduction: 0.85 } },
			{ year: 2045, level: { tonnes: 0 } },
		]);
		expect(scenario.measures.every(({ quality }) => quality === 'illustrative')).toBe(true);
		expect(illustrative).toEqual(['baseline', 'reference']);
		expect(findPathGap(compileScenario(scenario), { year: 2023, standings: [] }).decided.isComplete).toBe(true);
	});
});

describe('a path document', () => {
	it('refuses what it does not know, also in a candidate', () => {
		const { scenario } = soroe;
		expect(() => readPathDocument({ scenario, more: 1 })).toThrow();
		expect(() => readPathDocument({ scenario, candidates: [{ id: 'x' }] })).toThrow();
		expect(readPathDocument({ scenario })).toMatchObject({ standings: [], candidates: [], illustrative: [] });
	});

	it('keeps a range whose most likely value is not changed, and every measure in the order', () => {
		const ballerup = readExamplePath('ballerup');
		const edit = (realisation: number) =>
			editPath(ballerup, { measures: [{ measure: 'varme', start: 2026, full: 2030, realisation }], order: ['busser'] });
		const find = (realisation: number) => edit(realisation).scenario.measures.find(({ id }) => id === 'varme');
		expect(find(0.9)?.realisation).toEqual({ low: 0.7, mid: 0.9, high: 1 });
		expect(find(0.8)).toMatchObject({ realisation: 0.8, timing: { start: 2026, full: 2030 } });
		expect(edit(1).scenario.order).toEqual(['busser', 'besparelser', 'varme', 'procesvarme', 'biler']);
	});
});
