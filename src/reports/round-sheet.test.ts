import { expect, it } from 'vitest';
import { compareRounds } from '#domain/followup/compare-rounds.ts';
import { makeFollowUp, type MadeUpLine } from '../../test/made-up-follow-up.ts';
import { freezeRound } from './freeze-round.ts';
import { makeRoundSheet } from './round-sheet.ts';

const early: readonly MadeUpLine[] = [
	{ number: '1', state: 'in progress', progress: 'green' },
	{ number: '2', state: 'in progress', progress: 'yellow' },
	{ number: '3', state: 'completed', progress: 'green' },
	{ number: '4', state: 'in progress', progress: 'green', fulfilment: 'yellow' },
	{ number: '5', state: 'in progress', progress: 'yellow' },
];
const late: readonly MadeUpLine[] = [
	{ number: '1', state: 'completed', progress: 'green', fulfilment: 'red' },
	{ number: '2', state: 'in progress', progress: 'green' },
	{ number: '3', state: 'completed', progress: 'green' },
	{ number: '4', state: 'in progress', progress: 'yellow', fulfilment: 'red' },
	{ number: '5', state: 'completed', progress: 'yellow' },
];

function read(lines: readonly MadeUpLine[], before: readonly MadeUpLine[] | null) {
	const followUp = makeFollowUp(lines, { year: 2024 });
	const comparison = before && compareRounds(makeFollowUp(before), followUp);
	const { done, attention } = makeRoundSheet(freezeRound({ followUp, comparison, findings: [], version: 1 }), 'da');
	const write = ({ heading, lines: own }: typeof done) => [heading, ...own.map(({ number, text }) => `${number}: ${text}`)];
	return { done: write(done), attention: write(attention) };
}

it('names as ahead what has moved since the last report, and no initiative under both headings', () => {
	expect(read(late, early)).toEqual({
		done: ['Gået frem siden 2023', '2: Gået frem.', '5: Gennemført.'],
		attention: ['Det kræver jeres opmærksomhed', '4: Gået tilbage.', '1: Rød på målopfyldelse.'],
	});
});

it('names in a first report what is completed or on track, as nothing has moved yet', () => {
	expect(read(early, null).done).toEqual([
		'Gennemført eller på rette vej',
		'3: Gennemført.',
		'1: I gang, grøn på fremdrift.',
		'4: I gang, grøn på fremdrift.',
	]);
	expect(read(late, late).done).toEqual(['Gået frem siden 2023']);
});

it('does not say of what went both ways only that it slipped', () => {
	const before = [{ number: '1', state: 'in progress', progress: 'yellow', fulfilment: 'yellow' }] as const;
	const after = [{ number: '1', state: 'in progress', progress: 'green', fulfilment: 'red' }] as const;
	expect(read(after, before)).toMatchObject({ attention: ['Det kræver jeres opmærksomhed', '1: Både frem og tilbage.'] });
});
