import { expect, it } from 'vitest';
import type { LogEntry } from '#usecases/audit/view-log.ts';
import { changedThings, changesLabel, describeDetails, nameActor, nameSubject } from './log-words.ts';

const noted = { id: 1, at: new Date('2026-03-01'), who: 'job', hash: null, previousHash: null };
const event = (details: Record<string, unknown>) =>
	({ ...noted, kind: 'event', event: 'signed in', subject: null, details }) as unknown as LogEntry['line'];

it('says in words of the language what was noted with an event', () => {
	expect(describeDetails(event({ method: 'link' }), 'da')).toBe('måde: link på mail');
	expect(describeDetails(event({ method: 'link' }), 'en')).toBe('method: link by mail');
	const asked = event({ form: 'file', event: 'signed in', from: '2026-03-01', until: null });
	expect(describeDetails(asked, 'da')).toBe('læst som: fil, hændelse: Logget ind, fra og med: 2026-03-01');
	expect(describeDetails(event({ form: 'page', event: 'answer' }), 'da')).toBe('læst som: side, hændelse: Svar');
	expect(describeDetails(event({ method: 'unheard of', other: 1 }), 'da')).toBe('måde: unheard of, other: 1');
});

it('names a setting, and the mail whose words were changed', () => {
	const setting = (subject: string) =>
		({ line: { ...noted, kind: 'change', entity: 'setting', subject }, subjectName: null }) as unknown as LogEntry;
	expect(nameSubject(setting('mail'), 'da')).toBe('Mailindstillinger');
	expect(nameSubject(setting('people.retention'), 'da')).toBe('Opbevaring');
	expect(nameSubject(setting('mail.sent back'), 'da')).toMatch(/^Ord i mailen ».+«$/);
});

it('says that a person was erased, and begins every choice with a capital letter', () => {
	const entry = { line: event({}), whoName: null, subjectName: null, isWhoErased: true, isSubjectErased: true } as LogEntry;
	expect([nameActor(entry, 'da'), nameSubject(entry, 'en')]).toEqual(['Slettet person', 'Erased person']);
	for (const locale of ['da', 'en'] as const)
		for (const thing of changedThings) expect(changesLabel(thing, locale), thing).toMatch(/^\p{Lu}/u);
});
