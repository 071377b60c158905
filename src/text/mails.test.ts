import { describe, expect, it } from 'vitest';
import type { DigestContent, OwnerMailContent } from '#domain/followup/mail-content.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { writeMail } from './mails.ts';

const link = 'https://klima.example.org/soroe/svar/link/0340-hemmelig';
const asked = (number: string, title: string, isSentBack = false) => ({ number, title, year: 2024, isSentBack });
const three = [asked('4', 'Solceller på haller'), asked('9', 'Skovrejsning'), asked('20a', 'Elbiler i hjemmeplejen')];
const invitation: OwnerMailContent = {
	kind: 'invitation',
	reader: 'Prøveperson Et',
	municipality: 'Sorø',
	year: 2024,
	deadline: '2026-05-01' as CalendarDate,
	day: '2026-04-01' as CalendarDate,
	link,
	contact: 'Klimakoordinatoren, klima@example.org',
	template: null,
	initiatives: three,
	onBehalfOf: [],
};
const digest: DigestContent = {
	...invitation,
	kind: 'digest',
	...{ asked: 83, answered: 50, accepted: 42, sentBack: 1, unassigned: 2 },
	missing: [
		{ name: 'Prøveperson Et', waiting: 3 },
		{ name: 'Prøveperson To', waiting: 1 },
	],
	breaksGuide: ['4', '20a'],
	unreachable: [{ name: 'Prøveperson To', why: 'bounced' }],
};
const many = Array.from({ length: 14 }, (_, at) => asked(String(at + 1), `Indsats nr. ${at + 1}`));
const paragraphs = (text: string) => text.split('\n\n');
const withOpening = (opening: string, more: Partial<OwnerMailContent> = {}) =>
	writeMail({ ...invitation, ...more, template: { subject: null, opening } }, 'da');

describe('the mails', () => {
	it('greet, say what, about which initiatives and until when, and nothing beside the button, its address and whom to ask', () => {
		const { subject, text } = writeMail(invitation, 'da');
		expect(subject).toBe('Svar om 3 indsatser senest 1. maj 2026');
		expect(paragraphs(text)).toEqual([
			'Kære Prøveperson Et',
			'Du skal svare om 3 indsatser i opfølgningen for 2024 på klimahandleplanen i Sorø Kommune. Svar senest 1. maj 2026. Det tager få minutter og kræver ingen adgangskode.',
			'Det drejer sig om:\n- 4 Solceller på haller\n- 9 Skovrejsning\n- 20a Elbiler i hjemmeplejen',
			`Svar nu:\n${link}`,
			'Har du spørgsmål, eller er det ikke dig, der skal svare, så henvend dig her: Klimakoordinatoren, klima@example.org',
			'Linket åbner dine egne svar uden adgangskode. Send derfor ikke mailen videre.',
		]);
	});

	it('name ten, and say how many more there are', () => {
		const listed = (count: number) =>
			paragraphs(writeMail({ ...invitation, initiatives: many.slice(0, count) }, 'da').text)[2]
				?.split('\n')
				.slice(1);
		expect(listed(10)).toHaveLength(10);
		expect(listed(11)?.slice(9)).toEqual(['- 10 Indsats nr. 10', '- og 1 mere']);
		expect(listed(14)?.slice(9)).toEqual(['- 10 Indsats nr. 10', '- og 4 flere']);
	});

	it('say which round an initiative is asked about in, where it is another than the first', () => {
		const { text } = writeMail({ ...invitation, initiatives: [...three, { ...asked('7', 'Lavbundsjord'), year: 2023 }] }, 'da');
		expect(text).toContain('- 7 Lavbundsjord (opfølgningen for 2023)');
		expect(text).not.toContain('opfølgningen for 2024)');
	});

	it.each([
		['2026-04-17', 'reminder', 'Husk at svare om 1 indsats senest 1. maj 2026', 'Fristen er om 14 dage, 1. maj 2026.'],
		['2026-04-30', 'reminder', 'Husk at svare om 1 indsats senest 1. maj 2026', 'Fristen er i morgen, 1. maj 2026.'],
		['2026-05-01', 'reminder', 'Husk at svare om 1 indsats senest 1. maj 2026', 'Fristen er i dag, 1. maj 2026.'],
		['2026-05-02', 'overdue', 'Fristen var 1. maj 2026: svar om 1 indsats', 'Fristen var 1. maj 2026.'],
	] as const)('on %s a %s', (day, kind, subject, sentence) => {
		const mail = writeMail({ ...invitation, kind, initiatives: three.slice(0, 1), day: day as CalendarDate }, 'da');
		expect(mail.subject).toBe(subject);
		expect(mail.text).toContain(sentence);
	});

	it('tell of an answer sent back before what else is missing, and for whom', () => {
		const initiatives = [three[0]!, { ...three[1]!, isSentBack: true }, three[2]!];
		const { subject, text } = writeMail({ ...invitation, kind: 'sent back', initiatives, onBehalfOf: ['Prøveperson To'] }, 'da');
		expect(subject).toBe('Se på svaret om 1 indsats igen senest 1. maj 2026');
		// Some who get it have not answered themselves: they stand in, or took over.
		expect(paragraphs(text)[1]).toMatch(/^Svaret om 1 indsats .* Fristen er om 30 dage, 1\. maj 2026\.$/);
		const late = writeMail({ ...invitation, kind: 'sent back', initiatives, day: '2026-05-04' as CalendarDate }, 'da');
		expect(late.subject).toBe('Se på svaret om 1 indsats igen; fristen var 1. maj 2026');
		expect(paragraphs(late.text)[1]).toContain('Fristen var 1. maj 2026.');
		expect(paragraphs(text).slice(2, 5)).toEqual([
			'Det drejer sig om:\n- 9 Skovrejsning',
			'Du mangler desuden at svare om 2 indsatser:\n- 4 Solceller på haller\n- 20a Elbiler i hjemmeplejen',
			'Det omfatter svar, du giver i stedet for Prøveperson To.',
		]);
	});

	it('say the same in plain text and HTML, in both languages', () => {
		const back = { ...invitation, kind: 'sent back' as const, initiatives: [{ ...three[0]!, isSentBack: true }, ...many] };
		for (const content of [invitation, digest, back]) {
			for (const locale of ['da', 'en'] as const) {
				const { text, html } = writeMail(content, locale);
				const plain = html.replace(/<\/(p|li)>/g, '\n').replace(/<[^>]*>/g, '');
				const lines = text.split('\n').filter((each) => each !== '');
				for (const line of lines) expect(plain.replaceAll('&#39;', "'")).toContain(line.replace(/^- /, '').replace(/:$/, ''));
				expect(html.match(/<li/g)).toHaveLength(text.match(/^- /gm)?.length ?? 0);
				expect(html.match(/href="([^"]*)"/g)).toHaveLength(2);
			}
		}
	});

	it('are no markup, whatever names say', () => {
		const initiatives = [asked('<4>', '<img src=x onerror=alert(1)> & co.\nnæste linje')];
		const { text, html } = writeMail({ ...invitation, reader: '<b>Et</b>', initiatives }, 'da');
		expect(text).toContain('- <4> <img src=x onerror=alert(1)> & co. næste linje');
		expect(html).toContain('Kære &lt;b&gt;Et&lt;/b&gt;');
		expect(html).toContain('&lt;4&gt; &lt;img src=x onerror=alert(1)&gt; &amp; co. næste linje</li>');
		expect(html).not.toContain('<img');
	});

	it('keep a line break out of the subject', () => {
		const template = { subject: 'Hej\r\nBcc: alle@example.org', opening: null };
		expect(writeMail({ ...invitation, template }, 'da').subject).toBe('Hej Bcc: alle@example.org');
	});
});

describe('the municipality’s own words', () => {
	it('are used with their places filled and nothing in them run', () => {
		const template = { subject: 'Klimaplan {aar}: {antal} svar inden {frist}', opening: 'Kære kollega i {kommune}.\n<b>Hej</b> {ukendt}' };
		const { subject, text, html } = writeMail({ ...invitation, template }, 'da');
		expect(subject).toBe('Klimaplan 2024: 3 svar inden 1. maj 2026');
		expect(text).toContain('Kære kollega i Sorø Kommune.\n<b>Hej</b> {ukendt}');
		expect(html).toContain('Kære kollega i Sorø Kommune.<br>&lt;b&gt;Hej&lt;/b&gt;');
		expect(text).not.toContain('Du skal svare');
	});

	it.each([
		[1, 'Svar om 1 indsats', '1 svar'],
		[3, 'Svar om 3 indsatser', '3 svar'],
	])('count %i with its noun, and alone', (count, subject, opening) => {
		const template = { subject: 'Svar om {indsatser}', opening: 'Vi mangler {antal} svar.' };
		const mail = writeMail({ ...invitation, initiatives: three.slice(0, count), template }, 'da');
		expect(mail.subject).toBe(subject);
		expect(mail.text).toContain(`Vi mangler ${opening}.`);
	});

	it('count in a mail about what was sent back what it is about', () => {
		const initiatives = [{ ...three[0]!, isSentBack: true }, three[1]!];
		expect(withOpening('Se på {indsatser} ({antal}) igen.', { kind: 'sent back', initiatives }).text).toContain(
			'Se på 1 indsats (1) igen.',
		);
	});

	it('have the list where they place it, else after them', () => {
		const list = '- 4 Solceller på haller\n- 9 Skovrejsning\n- 20a Elbiler i hjemmeplejen';
		const placed = paragraphs(withOpening('Vi savner svar om\n{liste}\nTak for hjælpen!').text);
		expect(placed.slice(0, 3)).toEqual(['Kære Prøveperson Et', `Vi savner svar om\n${list}`, 'Tak for hjælpen!']);
		expect(placed.join()).not.toContain('drejer sig om');
		expect(paragraphs(withOpening('Vi savner svar.').text).slice(1, 3)).toEqual(['Vi savner svar.', `Det drejer sig om:\n${list}`]);
	});

	it('are greeted once', () => {
		for (const own of ['Kære kollega', 'Hej!\nSvar nu', 'God dag, {navn}', 'Til {navn}']) {
			expect(withOpening(own).text).not.toContain('Kære Prøveperson Et\n');
		}
		expect(withOpening('Kære {navn}').text).toMatch(/^Kære Prøveperson Et\n/);
		expect(withOpening('Hejren flytter: svar nu').text).toMatch(/^Kære Prøveperson Et\n\nHejren/);
	});

	it('do not take what somebody is called for a place', () => {
		expect(withOpening('Til {navn}: {antal}', { reader: '{antal} {liste}' }).text).toMatch(/^Til \{antal\} \{liste\}: 3\n/);
	});
});

describe('the weekly mail', () => {
	it('says how far it is, who is missing and what there is to do', () => {
		const { subject, text } = writeMail(digest, 'da');
		expect(subject).toBe('Opfølgning 2024: 50 af 83 svar, frist 1. maj 2026');
		expect(paragraphs(text)).toEqual([
			'Kære Prøveperson Et',
			'50 af 83 indsatser er besvaret i opfølgningen for 2024 på klimahandleplanen i Sorø Kommune. Fristen er om 30 dage, 1. maj 2026.',
			'2 personer mangler at svare:\n- Prøveperson Et: 3 indsatser\n- Prøveperson To: 1 indsats',
			'8 svar er sendt ind og venter på at blive gennemgået.',
			'1 svar er sendt tilbage og venter på ejeren.',
			'2 indsatser har en anden farve end læsevejledningens: 4 og 20a.',
			'Ingen er spurgt om 2 indsatser.',
			'Mail når ikke 1 af dem, der mangler at svare. Ret adressen fra tavlen:\n- Prøveperson To: mail kommer retur',
			`Se runden:\n${link}`,
		]);
	});

	it('mends no address of who has left, but has their initiatives handed over', () => {
		const unreachable = (['bounced', 'left'] as const).map((why, at) => ({ name: `Prøveperson ${at}`, why }));
		expect(paragraphs(writeMail({ ...digest, unreachable }, 'da').text).slice(-3, -1)).toEqual([
			'Mail når ikke 1 af dem, der mangler at svare. Ret adressen fra tavlen:\n- Prøveperson 0: mail kommer retur',
			'1 af dem, der mangler at svare, er stoppet. Giv indsatserne videre fra tavlen:\n- Prøveperson 1: er stoppet, og ingen svarer i stedet',
		]);
	});

	it('leaves out what is none', () => {
		const none = { accepted: 83, answered: 83, sentBack: 0, unassigned: 0, missing: [], breaksGuide: [], unreachable: [] };
		expect(paragraphs(writeMail({ ...digest, ...none }, 'da').text)).toHaveLength(3);
	});

	it('is bounded, however many are missing', () => {
		const missing = Array.from({ length: 300 }, (_, at) => ({ name: `Prøveperson ${at}`, waiting: 1 }));
		const breaksGuide = missing.map((_, at) => String(at));
		const { text } = writeMail(
			{ ...digest, missing, breaksGuide, unreachable: missing.map(({ name }) => ({ name, why: 'left' as const })) },
			'da',
		);
		expect(text).toContain('300 personer mangler at svare:');
		expect(text.match(/^- og 290 flere$/gm)).toHaveLength(2);
		expect(text).toContain('0, 1, 2, 3, 4, 5, 6, 7, 8, 9 og 290 flere.');
	});

	it('has its list and its count where the municipality’s own words place them', () => {
		const opening = 'Der mangler svar om {indsatser}.\n{liste}\nGod arbejdslyst!';
		const { text } = writeMail({ ...digest, template: { subject: null, opening } }, 'da');
		expect(paragraphs(text).slice(1, 3)).toEqual([
			'Der mangler svar om 33 indsatser.\n- Prøveperson Et: 3 indsatser\n- Prøveperson To: 1 indsats',
			'God arbejdslyst!',
		]);
	});
});
