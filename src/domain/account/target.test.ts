import { describe, expect, it } from 'vitest';
import { findReduction, findTargetLevel, findTargetProblem, type ClimateTarget, type ReferenceLevel } from './target.ts';

const reference: ReferenceLevel = {
	...{ kind: 'geographic', year: 1990, tonnes: 200_000, gases: 'CO2e', gwpSet: 'AR5' },
	...{ method: 'Skøn', source: 'Prøve', uncertainty: 20 },
};
const target: Omit<ClimateTarget, 'id'> = {
	...{ kind: 'geographic', step: 'main', year: 2030, perCent: 85, tonnes: null, gases: 'CO2e', boundary: 'Området', source: 'Prøve' },
};

describe('a target in tonnes', () => {
	it('is what was decided, or follows from the reference level, or is not known', () => {
		expect(findTargetLevel({ ...target, tonnes: 25_000 }, null)).toEqual({ kind: 'decided', tonnes: 25_000 });
		const level = findTargetLevel(target, reference);
		expect(level.kind).toBe('derived');
		expect(level.kind === 'derived' && level.tonnes).toBeCloseTo(30_000, 6);
		expect(findTargetLevel(target, { ...reference, tonnes: null })).toEqual({ kind: 'reference-missing' });
		expect(findTargetLevel(target, null)).toEqual({ kind: 'reference-missing' });
		expect(findTargetLevel(target, { ...reference, gases: 'CO2' })).toEqual({ kind: 'gases-differ' });
	});

	it('is nothing for net zero, whatever the reference level', () => {
		expect(findTargetLevel({ ...target, perCent: 100 }, null)).toEqual({ kind: 'derived', tonnes: 0 });
	});
});

describe('what has been reached', () => {
	it('is measured against the reference level', () => {
		expect(findReduction(150_000, reference)).toBe(0.25);
		expect(findReduction(null, reference)).toBeNull();
		expect(findReduction(1, { ...reference, tonnes: null })).toBeNull();
	});
});

describe('findTargetProblem', () => {
	it.each([
		[{}, null],
		[{ perCent: null }, 'target.nothing-stated'],
		[{ perCent: 0 }, 'target.per-cent-form'],
		[{ year: 1990 }, 'target.year-before-reference'],
		[{ step: 'net zero', perCent: 90 }, 'target.net-zero-not-zero'],
		[{ step: 'net zero', perCent: 100, year: 2045 }, null],
		[{ step: 'net zero', perCent: null, tonnes: 5 }, 'target.net-zero-not-zero'],
	] as const)('%j', (change, problem) => {
		expect(findTargetProblem({ ...target, ...change }, reference)).toBe(problem);
	});
});
