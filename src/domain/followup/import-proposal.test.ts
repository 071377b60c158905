import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyLines } from '../../../test/any-lines.ts';
import { makeFollowUp, type MadeUpLine } from '../../../test/made-up-follow-up.ts';
import type { DraftInitiative } from './draft-initiative.ts';
import { proposeChanges, type ProposalField } from './import-proposal.ts';
import type { AssessedInitiative, FollowUp } from './status-round.ts';

const titles = new Map(makeFollowUp([]).plan.sections.map((section) => [section.id, section.title]));

/** What a document would say that holds exactly this line. */
function writeDraft({ initiative, assessment }: AssessedInitiative): DraftInitiative {
	const { number, title, sector, startDate, deadline, priority, priorityText, responsible, budget } = initiative;
	const { co2Relation, co2RelationText, sphere, quantity, sectionId } = initiative;
	return {
		...{ number, title, sector, startDate, deadline, priority, priorityText, responsible, budget },
		...{ co2Relation, co2RelationText, sphere, quantity, section: sectionId && (titles.get(sectionId) ?? null) },
		state: assessment?.state ?? null,
		stateText: assessment?.stateText ?? null,
		progress: assessment?.progress ?? null,
		fulfilment: assessment?.fulfilment ?? null,
		fulfilmentText: assessment?.fulfilmentText ?? null,
		remark: assessment?.remark ?? null,
		...{ committee: [], theme: [], sdg: [] },
		source: { file: 'status.xlsx', sheet: 'Ark1', page: null, row: 2, cells: {} },
	};
}

const drafts = (lines: readonly MadeUpLine[]) => makeFollowUp(lines).lines.map(writeDraft);
const cellsOf = (proposal: ReturnType<typeof proposeChanges>, kind: string) =>
	proposal.rows.flatMap((row) => row.cells.filter((cell) => cell.kind === kind).map(({ field, before, after }) => [field, before, after]));

describe('what an import proposes', () => {
	it('shows committees, themes and goals as one text each, and knows them whatever their order and case', () => {
		const stored = makeFollowUp([{ number: '1', title: 'Solceller' }]);
		const [draft] = drafts([{ number: '1', title: 'Solceller' }]);
		const [line] = stored.lines;
		if (!draft || !line) throw new Error('the made-up plan has no line');
		const tags = new Map([
			[
				line.initiative.id,
				[
					{ kind: 'committee', value: 'Teknisk Udvalg' },
					{ kind: 'sdg', value: '7' },
					{ kind: 'sdg', value: '13' },
				] as const,
			],
		]);
		const same = { ...draft, committee: ['Teknisk udvalg'], sdg: ['13', '7'] };
		expect(proposeChanges({ ...stored, tags }, [same]).counts.changed).toBe(0);
		const other = { ...same, theme: ['Energi'], sdg: ['7', '11'] };
		expect(cellsOf(proposeChanges({ ...stored, tags }, [other]), 'added')).toEqual([['theme', null, 'Energi']]);
		expect(cellsOf(proposeChanges({ ...stored, tags }, [other]), 'changed')).toEqual([['sdg', '7, 13', '7, 11']]);
		expect(cellsOf(proposeChanges({ ...stored, tags }, [draft]), 'kept').map(([field]) => field)).toContain('sdg');
	});

	it('is all new where nothing is stored', () => {
		const proposal = proposeChanges(null, drafts([{ number: '1', title: 'Solceller', state: 'in progress', stateText: 'I gang' }]));
		expect(proposal.counts).toEqual({ new: 1, changed: 0, unchanged: 0, missing: 0 });
		expect(cellsOf(proposal, 'added')).toEqual(
			expect.arrayContaining([
				['title', null, 'Solceller'],
				['state', null, 'in progress'],
				['stateText', null, 'I gang'],
			]),
		);
		expect(proposal.rows[0]?.initiativeId).toBeNull();
	});

	it('shows each changed cell with what was and what will be', () => {
		const stored = makeFollowUp([{ number: '1', title: 'Solceller', sectionId: 'section-0', progress: 'yellow', remark: 'Før' }]);
		const proposal = proposeChanges(
			stored,
			drafts([{ number: '1', title: 'Solceller', sectionId: 'section-1', progress: 'green', remark: 'Før', budget: 'Energipuljen' }]),
		);
		expect(proposal.rows[0]).toMatchObject({ kind: 'changed', initiativeId: 'initiative-1' });
		expect(cellsOf(proposal, 'changed')).toEqual([
			['section', 'Energi', 'Transport og mobilitet'],
			['progress', 'yellow', 'green'],
		]);
		expect(cellsOf(proposal, 'added')).toEqual([['budget', null, 'Energipuljen']]);
	});

	it('takes a heading or a number written in another way for the same', () => {
		const stored = makeFollowUp([{ number: '20a', title: 'Solceller', sectionId: 'section-1' }]);
		const spelled = drafts([{ number: '20a', title: 'Solceller', sectionId: 'section-1' }]);
		for (const section of ['TRANSPORT OG MOBILITET', ' Transport  og\nmobilitet ']) {
			const proposal = proposeChanges(
				stored,
				spelled.map((draft) => ({ ...draft, number: '20 A', section })),
			);
			expect(proposal.counts).toEqual({ new: 0, changed: 0, unchanged: 1, missing: 0 });
		}
	});

	it('clears a cell only where the document has the column', () => {
		const stored = makeFollowUp([
			{ number: '1', title: 'A', remark: 'Står her', budget: 'Energipuljen' },
			{ number: '2', title: 'B' },
		]);
		const document = drafts([
			{ number: '1', title: 'A' },
			{ number: '2', title: 'B', remark: 'Ny' },
		]);
		const proposal = proposeChanges(stored, document);
		expect(cellsOf(proposal, 'cleared')).toEqual([['remark', 'Står her', null]]);
		expect(cellsOf(proposal, 'kept')).toEqual([['budget', 'Energipuljen', 'Energipuljen']]);
		const told = proposeChanges(stored, document, ['number', 'title', 'remark', 'budget']);
		expect(cellsOf(told, 'cleared')).toEqual([
			['remark', 'Står her', null],
			['budget', 'Energipuljen', null],
		]);
	});

	it("notices that only the document's own word changed", () => {
		const stored = makeFollowUp([{ number: '1', title: 'A', state: 'partly in progress', stateText: 'Delvis i gang' }]);
		const proposal = proposeChanges(
			stored,
			drafts([{ number: '1', title: 'A', state: 'partly in progress', stateText: 'Delvist i gang' }]),
		);
		expect(cellsOf(proposal, 'changed')).toEqual([['stateText', 'Delvis i gang', 'Delvist i gang']]);
	});

	it('matches numbers without regard to case and spaces', () => {
		const stored = makeFollowUp([{ number: '20a', title: 'Stationer' }]);
		const proposal = proposeChanges(stored, drafts([{ number: '20 A', title: 'Stationer' }]));
		expect(proposal.counts).toEqual({ new: 0, changed: 0, unchanged: 1, missing: 0 });
	});

	it('tells of what the document lacks, last, and proposes nothing for it', () => {
		const stored = makeFollowUp([
			{ number: '1', title: 'A' },
			{ number: '2', title: 'B' },
		]);
		const proposal = proposeChanges(stored, drafts([{ number: '2', title: 'B' }]));
		expect(proposal.rows.map(({ number, kind }) => [number, kind])).toEqual([
			['2', 'unchanged'],
			['1', 'missing'],
		]);
	});

	it('takes an initiative that the round does not have yet as a change', () => {
		const stored = makeFollowUp([{ number: '1', title: 'A' }]);
		const before: FollowUp = { ...stored, lines: stored.lines.map((line) => ({ ...line, assessment: null })) };
		expect(proposeChanges(before, drafts([{ number: '1', title: 'A' }])).counts.changed).toBe(1);
	});

	it('hints where a number has got another title, and where a title has got another number', () => {
		const stored = makeFollowUp([
			{ number: '20', title: 'Attraktiv kollektiv transport' },
			{ number: '21', title: 'Samkørsel og delebiler' },
		]);
		const proposal = proposeChanges(
			stored,
			drafts([
				{ number: '20', title: 'Samkørsel og delebiler' },
				{ number: '22', title: 'Attraktiv kollektiv trafik' },
				{ number: '23', title: 'Skovrejsning' },
			]),
		);
		expect(proposal.rows.slice(0, 3).map((row) => row.hints)).toEqual([
			[
				{ code: 'title-replaced', before: 'Attraktiv kollektiv transport', after: 'Samkørsel og delebiler' },
				{ code: 'renumbered', from: '21', to: '20' },
			],
			[{ code: 'renumbered', from: '20', to: '22' }],
			[],
		]);
	});
});

describe('any import', () => {
	const store = (lines: readonly AssessedInitiative[]): FollowUp => ({ ...makeFollowUp([]), lines });

	it('of what is stored changes nothing', () => {
		fc.assert(
			fc.property(anyLines, (lines) => {
				const all = lines.filter((line) => line.assessment !== null);
				expect(proposeChanges(store(all), all.map(writeDraft)).counts).toEqual({ new: 0, changed: 0, unchanged: all.length, missing: 0 });
			}),
		);
	});

	it('has one row for each draft and one for each stored number that no draft has', () => {
		fc.assert(
			fc.property(anyLines, anyLines, (one, two) => {
				const { rows, counts } = proposeChanges(store(one), two.map(writeDraft));
				expect(rows.filter((row) => row.draft).map((row) => row.number)).toEqual(two.map((line) => line.initiative.number));
				expect(counts.missing).toBe(Math.max(0, one.length - two.length));
				expect(rows.length).toBe(Math.max(one.length, two.length));
			}),
		);
	});

	it('leaves every cell as the document has it, or as it was', () => {
		const keep: readonly ProposalField[] = ['number', 'section', 'quantity', 'committee', 'theme', 'sdg'];
		fc.assert(
			fc.property(anyLines, anyLines, (one, two) => {
				for (const row of proposeChanges(store(one), two.map(writeDraft)).rows) {
					for (const cell of row.cells) {
						const said = row.draft && !keep.includes(cell.field) ? row.draft[cell.field as 'title'] : undefined;
						if (said !== undefined && cell.kind !== 'kept') expect(cell.after).toBe(said);
						if (cell.kind === 'kept' || cell.kind === 'unchanged') expect(cell.after).toBe(cell.before);
					}
				}
			}),
		);
	});
});
