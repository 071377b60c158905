import { expect, test } from 'vitest';
import { findSuccessor } from './find-successor.ts';
import type { PlanEvent } from './plan-event.ts';

const year = 2024;
const event = (kind: PlanEvent['kind'], initiativeId: string, more: Partial<PlanEvent> = {}): PlanEvent => ({
	...{ year, kind, initiativeId, otherId: null, before: null, after: null, decision: null, caseNumber: null, who: 'x', at: new Date(0) },
	...more,
});
const numbers: Readonly<Record<string, string>> = { a: '90', b: '10', c: '9', d: '12' };
const find = (events: readonly PlanEvent[], number: string) =>
	findSuccessor(events, { year, number, numberOf: (id) => numbers[id] ?? null });

test('a line is found by the number it had, and by the one it went into', () => {
	expect(find([event('renumbered', 'a', { before: '25', after: '90' })], '25')).toEqual({ kind: 'renumbered', initiativeId: 'a' });
	expect(find([event('merged', 'b', { otherId: 'c' })], '10')).toEqual({ kind: 'merged', initiativeId: 'c' });
	expect(find([event('taken out', 'd', { decision: 'Udgår' })], '12')).toEqual({ kind: 'taken out', initiativeId: null });
});

test('what it went into is followed to where it is now', () => {
	const events = [
		event('renumbered', 'b', { before: '10a', after: '10' }),
		event('merged', 'b', { otherId: 'c' }),
		event('merged', 'c', { otherId: 'd' }),
	];
	expect(find(events, '10a')).toEqual({ kind: 'renumbered', initiativeId: 'd' });
	expect(find(events, '10')).toEqual({ kind: 'merged', initiativeId: 'd' });
	expect(find([...events, event('taken out', 'd')], '10')?.initiativeId).toBeNull();
});

test('of other rounds, other numbers and other things that happened nothing is told', () => {
	expect(find([event('renumbered', 'a', { before: '25', year: 2023 })], '25')).toBeNull();
	expect(find([event('renumbered', 'a', { before: '25' })], '26')).toBeNull();
	expect(find([event('new owner', 'b'), event('split', 'b', { otherId: 'c' }), event('added', 'b')], '10')).toBeNull();
	expect(find([], '10')).toBeNull();
});
