import { expect, it } from 'vitest';
import { makeMeasure } from '../../../test/made-scenario.ts';
import { findHolders } from './find-holders.ts';

const inside = (id: string, ...others: string[]) =>
	makeMeasure(id, [], { relations: others.map((measure) => ({ kind: 'counted inside', measure })) });

it('a measure is inside what still stands, through what is given up, and in no circle', () => {
	const measures = [inside('inner', 'mid'), inside('mid', 'outer', 'other'), inside('outer'), inside('other', 'inner')];
	expect(findHolders(measures, [false, false, false, false])[0]).toEqual({ holders: [1], left: [] });
	expect(findHolders(measures, [false, true, false, false])[0]).toEqual({ holders: [2, 3], left: [1] });
	expect(findHolders(measures, [true, true, true, true])[0]).toEqual({ holders: [], left: [0, 1, 2, 3] });
});
