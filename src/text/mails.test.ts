import { describe, expect, it } from 'vitest';
import type { DigestContent, OwnerMailContent } from '#domain/followup/mail-content.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { writeMail } from './mails.ts';

const link = 'https://klima.example.org/soroe/svar/link/0340-hemmelig';
const invitation: OwnerMailContent = {
	kind: 'invitation',
	municipality: 'Sorø',
	year: 2024,
	deadline: '2026-05-01' as CalendarDate,
	day: '2026-04-01' as CalendarDate,
	link,
	contact: 'Skriv til klimakoordinatoren, klima@example.org',
	template: null,
	waiting: 3,
	sentBack: 0,
	onBehalfOf: [],
};
const digest: DigestContent = { ...invitation, kind: 'digest', asked: 83, answered: 50, sentBack: 1, unassigned: 2, unreachable: 0 };

describe('the mails', () => {
	it('say what and until when in the subject, and nothing beside what to do, the button, its address and whom to ask', () => {
		const { subject, text } = writeMail(invitation, 'da');
		expect(subject).toBe('Svar om 3 indsatser senest 1. maj 2026');
		expect(text.split('\n\n')).toEqual([
			'Du skal svare om 3 indsatser i opfølgningen for 2024 på klimahandleplanen i Sorø Kommune. Svar senest 1. maj 2026. Det tager få minutter og kræver ingen adgangskode.',
			`Svar nu:\n${link}`,
			'Spørgsmål? Skriv til klimakoordinatoren, klima@example.org',
		]);
	});

	it.each([
		['2026-04-17', 'reminder', 'Husk at svare om 1 indsats senest 1. maj 2026', 'Fristen er om 14 dage, 1. maj 2026.'],
		['2026-04-30', 'reminder', 'Husk at svare om 1 indsats senest 1. maj 2026', 'Fristen er i morgen, 1. maj 2026.'],
		['2026-05-01', 'reminder', 'Husk at svare om 1 indsats senest 1. maj 2026', 'Fristen er i dag, 1. maj 2026.'],
		['2026-05-02', 'overdue', 'Fristen var 1. maj 2026: svar om 1 indsats', 'Fristen var 1. maj 2026.'],
	] as const)('on %s a %s', (day, kind, subject, sentence) => {
		const mail = writeMail({ ...invitation, kind, waiting: 1, day: day as CalendarDate }, 'da');
		expect(mail.subject).toBe(subject);
		expect(mail.text).toContain(sentence);
	});

	it('tell of an answer sent back before what else is missing, and for whom', () => {
		const { subject, text } = writeMail({ ...invitation, kind: 'sent back', sentBack: 1, onBehalfOf: ['Prøveperson To'] }, 'da');
		expect(subject).toBe('Se på dit svar om 1 indsats igen senest 1. maj 2026');
		expect(text).toContain('Du mangler desuden at svare om 2 indsatser.');
		expect(text).toContain('Det omfatter svar, du giver i stedet for Prøveperson To.');
	});

	it('say the same in plain text and HTML, in both languages', () => {
		for (const content of [invitation, digest, { ...invitation, kind: 'sent back' as const, sentBack: 2 }]) {
			for (const locale of ['da', 'en'] as const) {
				const { text, html } = writeMail(content, locale);
				const plain = html.replace(/<\/p>/g, '\n').replace(/<[^>]*>/g, '');
				for (const line of text.split('\n').filter((each) => each !== '')) expect(plain).toContain(line.replace(/:$/, ''));
				expect(html.match(/href="([^"]*)"/g)).toHaveLength(2);
			}
		}
	});

	it('use the municipality’s own words, with their places filled and nothing in them run', () => {
		const template = { subject: 'Klimaplan {aar}: {antal} svar inden {frist}', opening: 'Kære kollega i {kommune}.\n<b>Hej</b> {ukendt}' };
		const { subject, text, html } = writeMail({ ...invitation, template }, 'da');
		expect(subject).toBe('Klimaplan 2024: 3 svar inden 1. maj 2026');
		expect(text).toContain('Kære kollega i Sorø Kommune.\n<b>Hej</b> {ukendt}');
		expect(html).toContain('Kære kollega i Sorø Kommune.<br>&lt;b&gt;Hej&lt;/b&gt;');
		expect(text).not.toContain('Du skal svare');
	});

	it('count in the weekly mail what matters, and leave out what is none', () => {
		const { subject, text } = writeMail(digest, 'da');
		expect(subject).toBe('Opfølgning 2024: 50 af 83 svar, frist 1. maj 2026');
		expect(text).toContain('1 svar er sendt tilbage');
		expect(text).toContain('2 indsatser har ingen, der er spurgt.');
		expect(text).not.toContain('nås med mail');
	});

	it('keep a line break out of the subject', () => {
		const template = { subject: 'Hej\r\nBcc: alle@example.org', opening: null };
		expect(writeMail({ ...invitation, template }, 'da').subject).toBe('Hej Bcc: alle@example.org');
	});
});
