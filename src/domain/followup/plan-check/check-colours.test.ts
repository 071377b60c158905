import { describe, expect, it } from 'vitest';
import { makeFollowUp, type MadeUpLine } from '../../../../test/made-up-follow-up.ts';
import type { Assessment } from '../assessment.ts';
import type { FollowUp } from '../status-round.ts';
import { checkPlan } from './check-plan.ts';

const find = (rule: string, followUp: FollowUp) => checkPlan(followUp).filter((finding) => finding.rule === rule);
const check = (rule: string, lines: readonly MadeUpLine[]) => find(rule, makeFollowUp(lines));
const withoutLegend = (lines: readonly MadeUpLine[]): FollowUp => ({ ...makeFollowUp(lines), legend: null });

describe('a colour against the reading guide', () => {
	const line = (state: MadeUpLine['state'], priority: MadeUpLine['priority'], progress: MadeUpLine['progress']) =>
		check('colour-against-legend', [{ number: '1', state, priority, progress }]);

	it('is wrong where the guide gives another colour', () => {
		expect(line('planning', 'prioritised', 'green')).toMatchObject([
			{ severity: 'wrong', number: '1', details: { kind: 'other colour', progress: 'green', expected: 'yellow' } },
		]);
		expect(line('in progress', 'prioritised', 'yellow')).toMatchObject([{ details: { expected: 'green' } }]);
		expect(line('on hold', 'planned prioritised', 'yellow')).toMatchObject([{ details: { expected: 'white' } }]);
	});

	it('is to be clarified where the guide is silent and the colour does not know the state', () => {
		expect(line('planning', 'planned prioritised', 'green')).toMatchObject([
			{ severity: 'unclear', number: '1', details: { kind: 'other state', progress: 'green', state: 'planning' } },
		]);
		expect(line('completed', 'planned prioritised', 'white')).toMatchObject([{ details: { kind: 'other state' } }]);
	});

	it('is one hole in the guide where colour and state agree and only the priority is another', () => {
		const found = check('colour-against-legend', [
			{ number: '1', state: 'planning', priority: 'planned prioritised', progress: 'yellow' },
			{ number: '2', state: 'in progress', priority: 'planned prioritised', progress: 'green' },
		]);
		expect(found).toMatchObject([{ severity: 'unclear', number: null, others: ['1', '2'], details: { kind: 'guide silent', count: 2 } }]);
	});

	it('is not raised where it is right, or where colour, state or priority is not stated', () => {
		expect(line('in progress', 'prioritised', 'green')).toEqual([]);
		expect(line('not started', 'planned prioritised', 'white')).toEqual([]);
		expect(line(null, 'prioritised', 'green')).toEqual([]);
		expect(line('planning', null, 'green')).toEqual([]);
		expect(line('planning', 'prioritised', null)).toEqual([]);
	});

	it('is not raised without a reading guide', () => {
		const plain = withoutLegend([{ number: '1', state: 'planning', priority: 'prioritised', progress: 'green' }]);
		expect(find('colour-against-legend', plain)).toEqual([]);
	});
});

describe('a priority outside the reading guide', () => {
	it('is found with its colour, and is then not also a colour against the guide', () => {
		const lines: MadeUpLine[] = [
			{ number: '18', state: 'planning', priority: 'not prioritised', priorityText: 'Ikke prioriteret', progress: 'white' },
		];
		expect(check('priority-outside-legend', lines)).toMatchObject([
			{ number: '18', text: 'Ikke prioriteret', details: { progress: 'white' } },
		]);
		expect(check('colour-against-legend', lines)).toEqual([]);
	});

	it('is not raised for a class of the guide or where none is stated', () => {
		expect(check('priority-outside-legend', [{ number: '1', priority: 'planned prioritised' }, { number: '2' }])).toEqual([]);
	});
});

describe('initiatives on hold', () => {
	it('in several colours are one finding that names them all, also those without a colour', () => {
		const found = check('on-hold-in-several-colours', [
			{ number: '35', state: 'on hold', priority: 'planned prioritised', progress: 'yellow' },
			{ number: '48', state: 'on hold', priority: 'prioritised', progress: null },
			{ number: '51', state: 'on hold', priority: 'planned prioritised', progress: 'white' },
			{ number: '52', state: 'planning', priority: 'planned prioritised', progress: 'yellow' },
		]);
		expect(found).toMatchObject([{ number: null, others: ['35', '48', '51'], details: { 35: 'yellow', 48: 'none', 51: 'white' } }]);
	});

	it('may differ where the guide colours their priorities differently', () => {
		const lines: MadeUpLine[] = [
			{ number: '1', state: 'on hold', priority: 'prioritised', progress: 'red' },
			{ number: '2', state: 'on hold', priority: 'planned prioritised', progress: 'white' },
		];
		expect(check('on-hold-in-several-colours', lines)).toEqual([]);
		expect(find('on-hold-in-several-colours', withoutLegend(lines))).toHaveLength(1);
	});
});

describe('a colour whose column was inferred', () => {
	const infer = (numbers: readonly string[], field = 'progress') => {
		const followUp = makeFollowUp(['1', '2', '3'].map((number) => ({ number, progress: 'yellow' })));
		const lines = followUp.lines.map((line) => {
			const inferred = numbers.includes(line.initiative.number) ? [field] : undefined;
			const source = { file: 'a.txt', sheet: null, page: null, row: 1, cells: { progress: 'gul' }, inferred };
			return { ...line, assessment: { ...(line.assessment as Assessment), source } };
		});
		return find('colour-column-inferred', { ...followUp, lines });
	};

	it('is one finding for all rows of the field', () => {
		expect(infer(['1', '3'])).toMatchObject([{ number: null, others: ['1', '3'], details: { field: 'progress', count: 2 } }]);
	});

	it('is not raised for a text, which is no colour', () => {
		expect(infer(['1'], 'remark')).toEqual([]);
	});

	it('is not raised where every column was certain', () => {
		expect(infer([])).toEqual([]);
	});
});
