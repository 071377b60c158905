import { expect, test } from 'vitest';
import type { Board } from '#usecases/round/views.ts';
import { listDoubts } from './list-doubts.ts';

const byStatus = { waiting: 2, draft: 0, answered: 0, 'sent back': 0, accepted: 0 };
const numbers = { total: 2, answered: 0, waiting: 2, breaksGuide: 0, overTime: 0, byStatus, unassigned: 0 };
const lacking = { noReason: [], incomplete: [] };
const person = (id: string, name: string, hasLeft = false) => ({ id, name, role: 'owner' as const, hasLeft });
const makeRows = (...asked: ReturnType<typeof person>[][]) => asked.map((persons) => ({ persons })) as unknown as Board['rows'];

test('before answers are collected it is said how many get a mail and who, each once, also where nothing is in doubt', () => {
	const [anna, bo] = [person('a', 'Prøveperson Anna'), person('b', 'Prøveperson Bo')];
	const rows = makeRows([bo, anna], [anna, person('c', 'Prøveperson Væk', true)]);
	const [mails, ...others] = listDoubts({ numbers, lacking, rows, events: [] }, 'collecting', 'da');
	expect(mails).toContain('2 personer');
	expect(mails).toContain('Prøveperson Anna og Prøveperson Bo');
	expect(mails).not.toContain('Væk');
	expect(others).toEqual([]);
	expect(listDoubts({ numbers, lacking, rows: makeRows([], []), events: [] }, 'collecting', 'da')).toEqual([
		'Der er ingen at spørge, så der går ingen mails ud.',
	]);
	expect(listDoubts({ numbers, lacking, rows, events: [] }, 'presented', 'da')).toEqual([]);
});

test('of more than a sentence bears it is said how many are not named', () => {
	const asked = Array.from({ length: 32 }, (_, place) => person(`p${place}`, `Prøveperson ${String(place).padStart(2, '0')}`));
	const name = (count: number) =>
		listDoubts({ numbers, lacking, rows: makeRows(asked.slice(0, count)), events: [] }, 'collecting', 'da')[0];
	expect(name(30)).toContain('Prøveperson 28 og Prøveperson 29.');
	expect(name(32)).toContain('Prøveperson 28, Prøveperson 29 og 2 flere.');
});

test('what stands in the plan beside an initiative that was put back is said before the review and the approval, and hinders neither', () => {
	const returned = { kind: 'split', beside: [{ number: '45a' }, { number: '45b' }] };
	const events = [
		{ initiative: { number: '45' }, returned },
		{ initiative: { number: '7' }, returned: null },
	] as unknown as Board['events'];
	const settled = { ...numbers, waiting: 0, byStatus: { ...byStatus, waiting: 0, accepted: 2 } };
	const say = (to: 'review' | 'approved' | 'presented') => listDoubts({ numbers: settled, lacking, rows: [], events }, to, 'da');
	const sentence = '45 er sat ind igen, men 45a og 45b, som den blev delt op i, står stadig i planen ved siden af den.';
	expect([say('review'), say('approved'), say('presented')]).toEqual([[sentence], [sentence], []]);
});

test('answers that lack a reason for their colour, or something else, are named before the review and the approval', () => {
	const settled = { ...numbers, waiting: 0, byStatus: { ...byStatus, waiting: 0, accepted: 2 } };
	const known = { numbers: settled, lacking: { noReason: ['7', '20a'], incomplete: ['9'] }, rows: [], events: [] };
	const sentences = [
		'2 svar har en anden farve end læsevejledningens, og ingen har begrundet det: 7 og 20a.',
		'1 svar mangler noget, som runden spørger om, eller er for langt: 9.',
	];
	expect([listDoubts(known, 'review', 'da'), listDoubts(known, 'approved', 'da')]).toEqual([sentences, sentences]);
	expect(listDoubts(known, 'presented', 'da')).toEqual([]);
});
