import { describe, expect, it } from 'vitest';
import { auditEvents } from '#domain/access/audit-event.ts';
import { changedThings } from './log-words.ts';
import { readLogQuery, writeLogQuery } from './read-log-query.ts';

const read = (query: string) => readLogQuery(new URLSearchParams(query));

describe('what the log is asked for', () => {
	it('is the same in capital letters', () => {
		const id = '0b6c2d4e-8a1f-4c3d-9e5b-7f6a5d4c3b2a';
		const query = read(`person=${id}&hvad=signed+in&fra=2026-01-31`);
		expect(query.filter).toMatchObject({ person: id, event: 'signed in', from: '2026-01-31' });
		expect(read(`person=${id.toUpperCase()}&hvad=Signed+In&fra=2026-01-31`)).toEqual(query);
		expect(read('hvad=INITIATIVE').filter).toMatchObject({ event: undefined, entity: 'initiative' });
	});

	it('knows only words in small letters', () => {
		for (const word of [...auditEvents, ...changedThings]) expect(word).toBe(word.toLowerCase());
	});

	it('is limited by nothing that cannot be understood, and is asked the same on the next page', () => {
		expect(read('hvad=andet&fra=i+g%C3%A5r&side=nul')).toMatchObject({ filter: { event: undefined, from: undefined }, page: 1 });
		const asked = read('hvad=SIGNED+OUT&person=demo');
		expect(read(writeLogQuery(asked, 2, new Date(0))).filter).toEqual(asked.filter);
	});
});
