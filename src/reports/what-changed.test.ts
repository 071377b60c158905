import { expect, it } from 'vitest';
import { compareRounds } from '#domain/followup/compare-rounds.ts';
import type { PlanEvent } from '#domain/followup/plan-event.ts';
import type { FollowUp } from '#domain/followup/status-round.ts';
import { makeFollowUp, type MadeUpLine } from '../../test/made-up-follow-up.ts';
import { freezeRound } from './freeze-round.ts';
import { pickPart } from './report-part.ts';
import { writeStatusReport } from './status-report.ts';

const early: readonly MadeUpLine[] = [
	{ number: '7', progress: 'green', state: 'in progress', priority: 'prioritised' },
	{ number: '8', progress: 'green', state: 'in progress', priority: 'prioritised' },
	{ number: '10', title: 'Solceller', progress: 'green' },
	{ number: '11', progress: 'green', remark: 'Før' },
	{ number: '12', title: 'Ladestandere', progress: 'green', remark: 'Før' },
	{ number: '16', progress: 'yellow' },
	{ number: '17', progress: 'yellow', sectionId: 'section-1' },
	{ number: '18', progress: 'yellow' },
];
const late: readonly MadeUpLine[] = [
	{ number: '7', progress: 'red', state: 'in progress', priority: 'prioritised' },
	{ number: '8', progress: 'green', state: 'in progress', priority: 'prioritised', deadline: null },
	{ number: '10', title: 'Solceller på skoler', progress: 'green' },
	{ number: '11', progress: 'green', remark: 'Nu' },
	{ number: '12', title: 'Ladestandere ved skoler', progress: 'green', remark: 'Nu' },
	{ number: '16', progress: 'yellow' },
	{ number: '18', title: 'Et nyt navn', progress: 'green' },
	{ number: '19', progress: 'white' },
];

const event = (kind: PlanEvent['kind'], number: string, more: Partial<PlanEvent>): PlanEvent => ({
	...{ year: 2024, kind, initiativeId: `initiative-${number}`, otherId: null, before: null, after: null },
	...{ decision: null, caseNumber: null, who: 'p', at: new Date('2024-05-01') },
	...more,
});
const events = [
	event('merged', '17', { otherId: 'initiative-16', before: '17', after: '16', decision: 'Læses sammen', caseNumber: '24/9' }),
	event('split', '19', { otherId: 'initiative-16', before: '16', after: '19', decision: 'Delt efter opgave' }),
];

function freeze() {
	const [before, after] = [makeFollowUp(early), makeFollowUp(late, { year: 2024 })] as [FollowUp, FollowUp];
	const facts = new Map(
		['7', '8'].map((number) => [`initiative-${number}`, { tags: [], unit: null, colourReason: `Vi er bagud med ${number}` }]),
	);
	return freezeRound({ followUp: after, comparison: compareRounds(before, after), findings: [], version: 1, facts, events });
}

const readNotes = (frozen: ReturnType<typeof freeze>) => {
	const { groups = [], rest } = writeStatusReport(frozen, 'da').whatChanged ?? {};
	const notes = Object.fromEntries(groups.flatMap(({ kind, lines }) => lines.map((line) => [line.number, [kind, ...line.notes]])));
	return { notes, rest };
};

it('says why: the reason for a colour, the decision behind a merger and a split, and once the name before of what has only a new one', () => {
	expect(readNotes(freeze())).toEqual({
		notes: {
			'7': ['worse', 'Begrundelse for farven: Vi er bagud med 7'],
			'10': ['text changed', 'Hed før »Solceller«.'],
			'17': ['gone', 'Lagt sammen med indsats 16. Beslutning: Læses sammen (Sag 24/9)'],
			'18': ['better', 'Hed før »Indsats 18«.'],
			'19': ['new', 'Udskilt fra indsats 16. Beslutning: Delt efter opgave'],
		},
		rest: '2 indsatser står som i 2023. 2 har kun ny tekst: 11 og 12.',
	});
});

it('names the other one also in a part that it is outside of', () => {
	const frozen = freeze();
	// Only what left the plan is of this part.
	const lines = frozen.lines.filter(({ initiative }) => initiative.number === '10');
	const inPart = lines.map((line) => ({ ...line, initiative: { ...line.initiative, sectionId: 'section-1' } }));
	const part = pickPart({ ...frozen, lines: inPart }, { kind: 'section', value: 'Transport og mobilitet' });
	expect(readNotes(part).notes['17']?.[1]).toBe('Lagt sammen med indsats 16. Beslutning: Læses sammen (Sag 24/9)');
});

it('names the colour that went back where the state went forward, and not where both go one way', () => {
	const [was, is] = [
		[
			{ number: '1', progress: 'green', state: 'planning' },
			{ number: '2', progress: 'yellow', state: 'planning' },
		],
		[
			{ number: '1', progress: 'yellow', state: 'in progress' },
			{ number: '2', progress: 'green', state: 'in progress' },
		],
	] as const satisfies readonly (readonly MadeUpLine[])[];
	const [before, after] = [makeFollowUp(was), makeFollowUp(is, { year: 2024 })];
	const frozen = freezeRound({ followUp: after, comparison: compareRounds(before, after), findings: [], version: 1 });
	expect(readNotes(frozen).notes).toEqual({
		'1': ['worse', 'Planmæssig fremdrift går fra »grøn« til »gul«.', 'Status går fra »under planlægning« til »i gang«.'],
		'2': ['better', 'Status går fra »under planlægning« til »i gang«.'],
	});
});
