import { describe, expect, it } from 'vitest';
import { makeScenario } from '../../../test/made-scenario.ts';
import type { ClimateTarget, ReferenceLevel } from '../account/target.ts';
import { adoptTargets } from './adopt-targets.ts';
import type { IllustrativePart, PathDocument } from './path-document.ts';

const reference: ReferenceLevel = {
	...{ kind: 'geographic', year: 1990, tonnes: 300_000, gases: 'CO2e', gwpSet: 'AR5', method: 'Skøn', source: 'Planen', uncertainty: 10 },
};
const makeTarget = (own: Partial<ClimateTarget> = {}): ClimateTarget => ({
	...{
		id: 't1',
		kind: 'geographic',
		step: 'main',
		year: 2030,
		perCent: 70,
		tonnes: null,
		gases: 'CO2e',
		boundary: 'Hele området',
		source: 'Planen',
	},
	...own,
});
const without = { base: { emitted: null, removed: null }, counts: null } as const;
const nothing = { reference: null, baseYear: null };
const baseYear = { kind: 'geographic', year: 2025, accountId: 'a', source: 'Regnskabet' } as const;
const stored = { ...{ year: 1990, tonnes: 250_000, gwpSet: null, method: null, source: 'Eksempel' } };
const makeDocument = (illustrative: readonly IllustrativePart[] = []): PathDocument => ({
	scenario: makeScenario({
		reference: stored,
		targets: { counts: 'gross', between: 'none', start: null, targets: [{ id: 'x', year: 2030, level: { tonnes: 1 }, isInterim: false }] },
	} as Partial<PathDocument['scenario']>),
	...{ illustrative, standings: [], candidates: [] },
});

describe('what is decided moves into the path', () => {
	it('with the uncertainty as ends, per cent as a share of the reference and tonnes as they are', () => {
		const targets = [
			makeTarget({ id: 'a', step: 'interim', year: 2028, perCent: null, tonnes: 120_000 }),
			makeTarget(),
			makeTarget({ id: 'c', step: 'net zero', year: 2045, perCent: 100 }),
		];
		const { scenario } = adoptTargets(makeDocument(), {
			frame: { reference, baseYear },
			targets,
			...without,
			base: { emitted: 190_000, removed: null },
		});
		expect(scenario.reference).toMatchObject({
			year: 1990,
			gwpSet: reference.gwpSet,
			tonnes: { low: 270_000, mid: 300_000, high: 330_000 },
		});
		expect(scenario.targets).toEqual({
			...{ counts: 'gross', between: 'none', start: { year: 2025, tonnes: 190_000 } },
			targets: [
				{ id: 'a', year: 2028, level: { tonnes: 120_000 }, isInterim: true },
				{ id: 't1', year: 2030, level: { reduction: 0.7 }, isInterim: false },
				{ id: 'c', year: 2045, level: { tonnes: 0 }, isInterim: false },
			],
		});
	});

	it('from a start in the terms the path is counted in: uptake is in a net one and beside a gross one', () => {
		const base = { emitted: 163_260, removed: -3500 };
		const adopt = (document: PathDocument, counts: 'net' | 'gross' | null) =>
			adoptTargets(document, { frame: { reference, baseYear }, targets: [makeTarget()], base, counts }).scenario.targets;
		const fresh = { ...makeDocument(), scenario: { ...makeDocument().scenario, targets: null } };
		expect(adopt(fresh, null)).toMatchObject({ counts: 'net', start: { year: 2025, tonnes: 159_760 } });
		expect(adopt(fresh, 'gross')).toMatchObject({ counts: 'gross', start: { tonnes: 163_260 } });
		expect(adopt(makeDocument(), null)).toMatchObject({ counts: 'gross', start: { tonnes: 163_260 } });
		expect(adopt(makeDocument(), 'net')).toMatchObject({ counts: 'net', start: { tonnes: 159_760 } });
	});

	it('and never the enterprise, nor CO2 alone, nor a level without a figure', () => {
		const targets = [makeTarget({ kind: 'enterprise' } as Partial<ClimateTarget>), makeTarget({ gases: 'CO2' })];
		for (const level of [null, { ...reference, tonnes: null }, { ...reference, gases: 'CO2' as const }]) {
			const { scenario } = adoptTargets(makeDocument(), { frame: { reference: level, baseYear: null }, targets, ...without });
			expect(scenario.reference).toBeNull();
			expect(scenario.targets).toBeNull();
		}
	});

	it('starts nowhere while the account of the base year is not here', () => {
		const { scenario } = adoptTargets(makeDocument(), { frame: { reference, baseYear }, targets: [makeTarget()], ...without });
		expect(scenario.targets?.start).toBeNull();
	});
});

describe('a part that is marked illustrative', () => {
	const marked = makeDocument(['baseline', 'reference', 'targets']);

	it('stays, and is marked still, until the municipality has stated its own', () => {
		const adopted = adoptTargets(marked, { frame: nothing, targets: [], ...without });
		expect(adopted).toEqual(marked);
	});

	it('is counted as the municipality says all the same', () => {
		const adopted = adoptTargets(marked, { frame: nothing, targets: [], ...without, counts: 'net' });
		expect(adopted.scenario.targets).toEqual({ ...marked.scenario.targets, counts: 'net' });
		// A start that was counted the other way is another figure.
		const start = { year: 2023, tonnes: 1000 };
		const begun = { ...marked, scenario: { ...marked.scenario, targets: { ...marked.scenario.targets!, counts: 'net' as const, start } } };
		const adopt = (counts: 'net' | 'gross') => adoptTargets(begun, { frame: nothing, targets: [], ...without, counts }).scenario.targets;
		expect(adopt('net')?.start).toEqual(start);
		expect(adopt('gross')?.start).not.toEqual(start);
	});

	it('gives way part by part; the baseline keeps its mark', () => {
		const withLevel = adoptTargets(marked, { frame: { reference, baseYear: null }, targets: [], ...without });
		expect(withLevel.illustrative).toEqual(['baseline', 'targets']);
		expect(withLevel.scenario.targets).toEqual(marked.scenario.targets);
		const withBoth = adoptTargets(withLevel, { frame: { reference, baseYear: null }, targets: [makeTarget()], ...without });
		expect(withBoth.illustrative).toEqual(['baseline']);
		expect(withBoth.scenario.targets?.targets).toHaveLength(1);
	});
});
