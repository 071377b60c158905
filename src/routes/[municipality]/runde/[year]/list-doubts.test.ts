import { expect, test } from 'vitest';
import type { Board } from '#usecases/round/views.ts';
import { listDoubts } from './list-doubts.ts';

const byStatus = { waiting: 2, draft: 0, answered: 0, 'sent back': 0, accepted: 0 };
const numbers = { total: 2, answered: 0, waiting: 2, breaksGuide: 0, overTime: 0, byStatus, unassigned: 0 };
const person = (id: string, name: string, hasLeft = false) => ({ id, name, role: 'owner' as const, hasLeft });
const makeRows = (...asked: ReturnType<typeof person>[][]) => asked.map((persons) => ({ persons })) as unknown as Board['rows'];

test('before answers are collected it is said how many get a mail and who, each once, also where nothing is in doubt', () => {
	const [anna, bo] = [person('a', 'Prøveperson Anna'), person('b', 'Prøveperson Bo')];
	const rows = makeRows([bo, anna], [anna, person('c', 'Prøveperson Væk', true)]);
	const [mails, ...others] = listDoubts({ numbers, rows }, 'collecting', 'da');
	expect(mails).toContain('2 personer');
	expect(mails).toContain('Prøveperson Anna og Prøveperson Bo');
	expect(mails).not.toContain('Væk');
	expect(others).toEqual([]);
	expect(listDoubts({ numbers, rows: makeRows([], []) }, 'collecting', 'da')).toEqual([
		'Der er ingen at spørge, så der går ingen mails ud.',
	]);
	expect(listDoubts({ numbers, rows }, 'presented', 'da')).toEqual([]);
});

test('of more than a sentence bears it is said how many are not named', () => {
	const asked = Array.from({ length: 32 }, (_, place) => person(`p${place}`, `Prøveperson ${String(place).padStart(2, '0')}`));
	const name = (count: number) => listDoubts({ numbers, rows: makeRows(asked.slice(0, count)) }, 'collecting', 'da')[0];
	expect(name(30)).toContain('Prøveperson 28 og Prøveperson 29.');
	expect(name(32)).toContain('Prøveperson 28, Prøveperson 29 og 2 flere.');
});
