import { expect, test } from 'vitest';
import { findSuccessor, type LineNow } from './find-successor.ts';
import type { PlanEvent } from './plan-event.ts';

const year = 2024;
const event = (kind: PlanEvent['kind'], initiativeId: string, more: Partial<PlanEvent> = {}): PlanEvent => ({
	...{ year, kind, initiativeId, otherId: null, before: null, after: null, decision: null, caseNumber: null, who: 'x', at: new Date(0) },
	...more,
});
const line = (id: string, number: string, isGone = false): LineNow => ({ id, number, withdrawnIn: isGone ? year : null });
const find = (events: readonly PlanEvent[], lines: readonly LineNow[], number: string) => findSuccessor(events, lines, { year, number });

test('a line is found by the number it had, and by the one it went into', () => {
	const renumbered = [event('renumbered', 'a', { before: '25', after: '90' })];
	expect(find(renumbered, [line('a', '90')], '25')).toEqual({ of: 'a', kind: 'renumbered', number: '90' });
	const merged = [event('merged', 'b', { otherId: 'c' })];
	expect(find(merged, [line('b', '10', true), line('c', '9')], '10')).toEqual({ of: 'b', kind: 'merged', number: '9' });
	expect(find([event('taken out', 'd')], [line('d', '12', true)], '12')).toEqual({ of: 'd', kind: 'taken out', number: null });
	expect(find([event('split', 'e', { otherId: 'd' })], [line('d', '12', true), line('e', '12a')], '12')?.number).toBeNull();
});

test('one that got another number and then went into another is another initiative, not the same', () => {
	const events = [event('renumbered', 'b', { before: '10', after: '13' }), event('merged', 'b', { otherId: 'c' })];
	const lines = [line('b', '13', true), line('c', '9')];
	for (const number of ['10', '13']) expect(find(events, lines, number)).toEqual({ of: 'b', kind: 'merged', number: '9' });
});

test('what it went into is followed to where it is now', () => {
	const events = [event('merged', 'b', { otherId: 'c' }), event('merged', 'c', { otherId: 'd' })];
	const lines = [line('b', '10', true), line('c', '9', true)];
	expect(find(events, [...lines, line('d', '8')], '10')).toMatchObject({ kind: 'merged', number: '8' });
	expect(find([...events, event('taken out', 'd')], [...lines, line('d', '8', true)], '10')).toMatchObject({ kind: 'taken out' });
	expect(find([...events, event('merged', 'd', { otherId: 'b' })], [...lines, line('d', '8', true)], '10')?.number).toBeNull();
});

test('one that was split and not kept is told of by what came out of it, where that is now', () => {
	const split = [event('split', 'e', { otherId: 'd' }), event('split', 'f', { otherId: 'd' })];
	const lines = [line('d', '12', true), line('e', '12a'), line('f', '12b')];
	expect(find(split, lines, '12')).toEqual({ of: 'd', kind: 'split', number: null, parts: ['12a', '12b'] });
	const joined = [...split, event('merged', 'f', { otherId: 'e' })];
	expect(find(joined, [line('d', '12', true), line('e', '12a'), line('f', '12b', true)], '12')?.parts).toEqual(['12a']);
	// It stayed beside them, and was taken out later.
	expect(find([...split, event('taken out', 'd')], lines, '12')).toEqual({ of: 'd', kind: 'taken out', number: null });
	const gone = lines.map((each) => ({ ...each, withdrawnIn: year }));
	expect(find([...split, event('taken out', 'e'), event('taken out', 'f')], gone, '12')?.kind).toBe('taken out');
});

test('one that was brought back is in the plan, whatever happened before', () => {
	const events = [event('merged', 'b', { otherId: 'c' }), event('added', 'b'), event('renumbered', 'b', { before: '10', after: '13' })];
	expect(find(events, [line('b', '13'), line('c', '9')], '10')).toEqual({ of: 'b', kind: 'renumbered', number: '13' });
	expect(find(events, [line('b', '10'), line('c', '9')], '10')).toBeNull();
});

test('one that left in an earlier round is not taken for the one that has had its number since', () => {
	const before = { id: 'old', number: '10', withdrawnIn: 2023 };
	const events = [event('taken out', 'old', { year: 2023 }), event('renumbered', 'b', { before: '10', after: '13' })];
	expect(find(events, [before, line('b', '13')], '10')).toEqual({ of: 'b', kind: 'renumbered', number: '13' });
	expect(find(events, [before], '10')).toBeNull();
});

test('of other rounds, other numbers and other things that happened nothing is told', () => {
	const lines = [line('a', '90'), line('b', '10')];
	expect(find([event('renumbered', 'a', { before: '25', year: 2023 })], lines, '25')).toBeNull();
	expect(find([event('renumbered', 'a', { before: '25' })], lines, '26')).toBeNull();
	expect(find([event('new owner', 'b'), event('split', 'b', { otherId: 'c' }), event('added', 'b')], lines, '10')).toBeNull();
	expect(find([], lines, '99')).toBeNull();
});
