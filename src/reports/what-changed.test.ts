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
			'7': ['worse', 'Planmæssig fremdrift går fra »grøn« til »rød«.', 'Begrundelse for farven: Vi er bagud med 7'],
			'10': ['text changed', 'Hed før »Solceller«.'],
			'17': ['gone', 'Lagt sammen med indsats 16. Beslutning: Læses sammen (Sag 24/9)'],
			'18': ['better', 'Planmæssig fremdrift går fra »gul« til »grøn«.', 'Hed før »Indsats 18«.'],
			'19': ['new', 'Udskilt fra indsats 16. Beslutning: Delt efter opgave'],
		},
		rest: '2 indsatser står som i 2023. 2 har kun ændret tekst: 11 og 12.',
	});
});

it('says of one that stays what it took in and gave off, and which colour came and which is stated no more', () => {
	const was = [{ number: '16', progress: 'green', fulfilment: null }, { number: '17' }, { number: '20', fulfilment: 'red' }] as const;
	const is = [{ number: '16', progress: 'green', fulfilment: 'yellow' }, { number: '19' }, { number: '20', fulfilment: null }] as const;
	const [before, after] = [makeFollowUp(was), makeFollowUp(is, { year: 2024 })];
	const frozen = freezeRound({ followUp: after, comparison: compareRounds(before, after), findings: [], version: 1, events });
	expect(readNotes(frozen).notes).toMatchObject({
		'16': ['other', 'Målopfyldelse er nu oplyst: gul.', 'Indsats 17 er lagt ind i den.', 'Indsats 19 er udskilt fra den.'],
		'20': ['other', 'Målopfyldelse er ikke oplyst længere; før var den rød.'],
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

it('says into what an initiative that is gone was split, and by which decision', () => {
	const parts = [
		event('split', '17a', { otherId: 'initiative-17', before: '17', after: '17a', decision: 'KMU 12.3.2024', caseNumber: '24/7' }),
		event('split', '17b', { otherId: 'initiative-17', before: '17', after: '17b', decision: 'KMU 12.3.2024', caseNumber: '24/7' }),
		event('split', '18a', { otherId: 'initiative-18', before: '18', after: '18a', decision: 'Delt efter opgave' }),
	];
	const was = makeFollowUp(early);
	const now: readonly MadeUpLine[] = [...late, { number: '17a', sectionId: 'section-1' }, { number: '17b' }, { number: '18a' }];
	const is = makeFollowUp(now, { year: 2024 });
	const frozen = freezeRound({ followUp: is, comparison: compareRounds(was, is), findings: [], version: 1, events: parts });
	const { notes } = readNotes(frozen);
	expect(notes['17']).toEqual(['gone', 'Delt op i 17a og 17b. Beslutning: KMU 12.3.2024 (Sag 24/7)']);
	expect(notes['17b']).toEqual(['new', 'Udskilt fra indsats 17. Beslutning: KMU 12.3.2024 (Sag 24/7)']);
	// It has given away a part and is still there.
	expect(notes['18']).not.toContain('Delt op i 18a. Beslutning: Delt efter opgave');
	const [gone] = writeStatusReport(frozen, 'en').whatChanged?.groups.find(({ kind }) => kind === 'gone')?.lines ?? [];
	expect(gone?.notes).toEqual(['Split into 17a and 17b. Decision: KMU 12.3.2024 (Case 24/7)']);
	const ofPart = pickPart(frozen, { kind: 'section', value: 'Transport og mobilitet' });
	expect(readNotes(ofPart).notes['17']).toEqual(notes['17']);
});

it('names the colour by which an initiative went forward or back, whatever its state says', () => {
	const [was, is] = [
		[
			{ number: '1', progress: 'green', state: 'planning' },
			{ number: '2', progress: 'yellow', state: 'planning' },
			{ number: '3', progress: 'white', state: 'in progress' },
			{ number: '4', progress: 'green', fulfilment: 'red' },
			{ number: '5', progress: 'green', state: 'planning' },
			{ number: '6', progress: null, fulfilment: 'red', state: 'planning' },
		],
		[
			{ number: '1', progress: 'yellow', state: 'in progress' },
			{ number: '2', progress: 'green', state: 'in progress' },
			{ number: '3', progress: 'yellow', state: 'partly in progress' },
			{ number: '4', progress: 'yellow', fulfilment: 'yellow' },
			{ number: '5', progress: 'green', state: 'in progress' },
			{ number: '6', progress: 'green', fulfilment: 'yellow', state: 'planning' },
		],
	] as const satisfies readonly (readonly MadeUpLine[])[];
	const [before, after] = [makeFollowUp(was), makeFollowUp(is, { year: 2024 })];
	const frozen = freezeRound({ followUp: after, comparison: compareRounds(before, after), findings: [], version: 1 });
	expect(readNotes(frozen).notes).toEqual({
		'1': ['worse', 'Planmæssig fremdrift går fra »grøn« til »gul«.', 'Status går fra »under planlægning« til »i gang«.'],
		'2': ['better', 'Planmæssig fremdrift går fra »gul« til »grøn«.', 'Status går fra »under planlægning« til »i gang«.'],
		'3': ['better', 'Planmæssig fremdrift går fra »hvid« til »gul«.', 'Status går fra »i gang« til »delvis i gang«.'],
		'4': ['mixed', 'Planmæssig fremdrift går fra »grøn« til »gul«.', 'Målopfyldelse går fra »rød« til »gul«.'],
		// The state alone decided.
		'5': ['better', 'Status går fra »under planlægning« til »i gang«.'],
		// A colour that came decided nothing, and is told.
		'6': ['better', 'Planmæssig fremdrift er nu oplyst: grøn.', 'Målopfyldelse går fra »rød« til »gul«.'],
	});
});
