import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyLines } from '../../../test/any-lines.ts';
import { makeFollowUp, type MadeUpLine } from '../../../test/made-up-follow-up.ts';
import { compareRounds } from './compare-rounds.ts';
import type { FollowUp } from './status-round.ts';

const round = (year: number, lines: readonly MadeUpLine[]) => makeFollowUp(lines, { year });
const kindOf = (before: Partial<MadeUpLine>, after: Partial<MadeUpLine>) =>
	compareRounds(round(2022, [{ number: '1', ...before }]), round(2023, [{ number: '1', ...after }])).changes[0]?.kind;

describe('two rounds of a plan', () => {
	it.each<[string, Partial<MadeUpLine>, Partial<MadeUpLine>]>([
		['better', { progress: 'yellow' }, { progress: 'green' }],
		['better', { progress: 'red' }, { progress: 'white' }],
		['better', { fulfilment: 'red' }, { fulfilment: 'yellow' }],
		['better', { progress: 'green', fulfilment: 'pink' }, { progress: 'green', fulfilment: 'yellow' }],
		['better', { progress: 'yellow', state: 'planning' }, { progress: 'yellow', state: 'partly in progress' }],
		['worse', { progress: 'green' }, { progress: 'yellow' }],
		['worse', { progress: 'white' }, { progress: 'red' }],
		['worse', { progress: 'green', state: 'planning' }, { progress: 'yellow', state: 'in progress' }],
		['worse', { state: 'in progress' }, { state: 'on hold' }],
		['mixed', { progress: 'yellow', fulfilment: 'green' }, { progress: 'green', fulfilment: 'yellow' }],
		['changed', { progress: null }, { progress: 'green' }],
		['changed', { progress: 'green' }, { progress: null }],
		['changed', { state: 'not started' }, { state: 'on hold' }],
		['changed', { progress: 'yellow', state: 'not started' }, { progress: null, state: 'in progress' }],
		['changed', { fulfilment: null, state: 'in progress' }, { fulfilment: 'green', state: 'on hold' }],
		['worse', { progress: null, state: 'in progress' }, { progress: 'red', state: 'on hold' }],
		['better', { progress: 'red', state: 'on hold' }, { progress: null, state: 'in progress' }],
		['worse', { progress: null, state: 'planning' }, { progress: 'white', fulfilment: 'red', state: 'on hold' }],
		['worse', { progress: null, state: 'planning' }, { progress: 'white', state: 'on hold' }],
		['better', { progress: 'white', fulfilment: 'pink', state: 'not started' }, { state: 'in progress' }],
		['better', { progress: null, state: 'not started' }, { progress: 'yellow', state: 'in progress' }],
		['worse', { progress: 'yellow', state: 'in progress' }, { progress: null, state: 'on hold' }],
		['changed', { priority: 'planned prioritised' }, { priority: 'prioritised' }],
		['changed', { quantity: { value: 1, unit: 'stk', basis: null } }, { quantity: { value: 2, unit: 'stk', basis: null } }],
		['text changed', { remark: 'Før' }, { remark: 'Nu' }],
		['text changed', { budget: null }, { budget: 'Energipuljen' }],
		['unchanged', { progress: 'green', remark: 'Som før' }, { progress: 'green', remark: 'Som før' }],
	])('%s: %j to %j', (kind, before, after) => {
		expect(kindOf(before, after)).toBe(kind);
	});

	it('tell what is new and what is gone, in the later order with the gone ones last', () => {
		const comparison = compareRounds(round(2022, [{ number: '1' }, { number: '2' }]), round(2023, [{ number: '3' }, { number: '2' }]));
		expect(comparison.changes.map(({ number, kind }) => [number, kind])).toEqual([
			['3', 'new'],
			['2', 'unchanged'],
			['1', 'gone'],
		]);
		expect(comparison).toMatchObject({ earlierYear: 2022, laterYear: 2023, counts: { new: 1, gone: 1, unchanged: 1 } });
	});

	it('follow an initiative that got another number', () => {
		const before = round(2022, [{ number: '20' }]);
		const [line] = round(2023, [{ number: '20a' }]).lines;
		const [known] = before.lines;
		if (!line || !known) throw new Error('made-up lines are missing');
		const after: FollowUp = {
			...round(2023, []),
			lines: [{ ...line, initiative: { ...line.initiative, id: known.initiative.id, title: known.initiative.title } }],
		};
		expect(compareRounds(before, after).changes).toMatchObject([
			{ kind: 'changed', number: '20a', fields: [{ field: 'number', before: '20', after: '20a' }] },
		]);
	});

	it('tell an initiative that nothing was said of from one that was not in the plan', () => {
		const silent = (year: number, own: Partial<MadeUpLine> = {}): FollowUp => {
			const made = round(year, [{ number: '1', ...own }]);
			return { ...made, lines: made.lines.map((line) => ({ ...line, assessment: null })) };
		};
		const said = (year: number) => round(year, [{ number: '1', progress: 'red' }]);
		const [before, after] = [silent(2022), silent(2023, { budget: 'Energipuljen' })];
		const [newly] = compareRounds(before, said(2023)).changes;
		expect(newly).toMatchObject({ kind: 'newly assessed', progress: null, fields: [] });
		expect(newly?.before?.assessment).toBeNull();
		const [silenced] = compareRounds(said(2022), after).changes;
		expect(silenced).toMatchObject({ kind: 'not assessed', fields: [{ field: 'budget', before: null, after: 'Energipuljen' }] });
		expect(silenced?.after?.assessment).toBeNull();
		expect(compareRounds(before, after).changes).toMatchObject([{ kind: 'still not assessed' }]);
		expect(compareRounds(round(2022, []), after).changes).toMatchObject([{ kind: 'new' }]);
		expect(compareRounds(before, round(2023, [])).changes).toMatchObject([{ kind: 'gone' }]);
	});

	it('make a chain over three rounds', () => {
		const rounds = (['red', 'yellow', 'green'] as const).map((progress, i) => round(2022 + i, [{ number: '1', progress }]));
		const chain = rounds.slice(1).map((later, i) => compareRounds(rounds[i] as FollowUp, later).changes[0]?.kind);
		expect(chain).toEqual(['better', 'better']);
	});
});

describe('any two rounds', () => {
	const follow = (lines: FollowUp['lines'], year: number): FollowUp => ({ ...round(year, []), lines });

	it('turned round, turn better to worse and new to gone', () => {
		const turned = { better: 'worse', worse: 'better' } as const;
		fc.assert(
			fc.property(anyLines, anyLines, (one, two) => {
				const there = compareRounds(follow(one, 2022), follow(two, 2023)).counts;
				const back = compareRounds(follow(two, 2023), follow(one, 2022)).counts;
				for (const kind of ['better', 'worse'] as const) expect(back[turned[kind]]).toBe(there[kind]);
				expect([back.new, back['newly assessed']]).toEqual([there.gone, there['not assessed']]);
				for (const kind of ['mixed', 'changed', 'text changed', 'unchanged', 'still not assessed'] as const)
					expect(back[kind]).toBe(there[kind]);
			}),
		);
	});

	it('say "unchanged" of a round and itself, where something was said', () => {
		fc.assert(
			fc.property(anyLines, (lines) => {
				const { changes } = compareRounds(follow(lines, 2022), follow(lines, 2023));
				expect(changes.every(({ fields }) => fields.length === 0)).toBe(true);
				expect(changes.map(({ kind }) => kind)).toEqual(lines.map(({ assessment }) => (assessment ? 'unchanged' : 'still not assessed')));
			}),
		);
	});

	it('count every initiative of either once', () => {
		fc.assert(
			fc.property(anyLines, anyLines, (one, two) => {
				const ids = [...one, ...two].map((line) => line.initiative.id);
				const { changes, counts } = compareRounds(follow(one, 2022), follow(two, 2023));
				expect(new Set(changes.map((change) => change.initiativeId))).toEqual(new Set(ids));
				expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(changes.length);
			}),
		);
	});
});
