import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SendMail } from '#domain/followup/mail.ts';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { writeMail } from '#text/mails.ts';
import { actors, makeContext } from '../../../test/context.ts';
import { openMailDesk, sendBy, type MailDesk } from '../../../test/mail-desk.ts';
import { answerWith, openMailServer, type MailServer } from '../../../test/mail-server.ts';
import { listMails } from './list-mails.ts';
import { saveMailSettings } from './mail-settings.ts';
import { previewKind, previewMails } from './preview-mails.ts';
import { removeOldMails } from './remove-old-mails.ts';
import { saveMailTemplate } from './save-mail-template.ts';
import { previewMailAgain, sendMailAgain } from './send-mail-again.ts';
import { sendQueuedMails } from './send-queued-mails.ts';

let desk: MailDesk;
let server: MailServer;
beforeAll(async () => void (desk = await openMailDesk()));
afterAll(() => desk.server.close());
beforeEach(async () => {
	server = await openMailServer();
	await desk.server
		.sql(`delete from mail; delete from round_comment; delete from answer; delete from answer_link; delete from stand_in; delete from mail_template;
		update person set bounced_at = null, bounce_reason = null; update round_run set stage = 'collecting';`);
	desk.setTime('2026-04-01T08:00:00Z');
});
afterEach(() => server.close());

const sendAll = (url = server.url) => sendQueuedMails(desk.job(), { send: sendBy(url), write: writeMail });
const states = async () => (await desk.mails()).map(({ state }) => state);
const code = (error: unknown) => (isDomainError(error) ? error.code : error);

describe('mails to owners', () => {
	it('name what the person is asked about, and nothing that another is', async () => {
		await desk.writeMails();
		await sendAll();
		const asked = await desk.server.sql<{
			email: string;
			line: string;
		}>(`select p.email, i.number || ' ' || i.title as line from assignment a
			join person p on p.id = a.person_id join initiative i on i.id = a.initiative_id where p.role = 'owner'`);
		expect(asked).toHaveLength(6);
		for (const { email, line } of asked) {
			for (const mail of server.received) {
				const isTo = mail.envelopeTo[0] === email;
				expect(mail.text?.includes(`- ${line.replace(/\s+/g, ' ')}\n`), `${line} to ${mail.envelopeTo[0]}`).toBe(isTo);
			}
		}
		expect(server.received.map(({ text }) => text?.split('\n')[0]).sort()).toEqual([1, 2, 3].map((at) => `Kære Prøveperson ${at}`));
	});

	it('go once to each person and gather everything', async () => {
		expect(await desk.writeMails()).toBe(3);
		expect(await desk.writeMails()).toBe(0);
		expect(await sendAll()).toMatchObject({ sent: 3 });
		expect(await sendAll()).toMatchObject({ sent: 0 });
		expect(server.received.map((mail) => mail.envelopeTo[0]).sort()).toEqual([
			'person1@example.org',
			'person2@example.org',
			'person3@example.org',
		]);
		expect(server.received[0]?.subject).toBe('Svar om 2 indsatser senest 1. maj 2026');
		expect(server.received[0]?.text).toContain('klimasekretariatet, klima@example.org');
	});

	it('hold a link that only the mail knows: not the list of links, and not the mail once it is sent', async () => {
		await desk.writeMails();
		await sendAll();
		const token = /svar\/link\/(0340-[\w-]{43})/.exec(server.received[0]?.text ?? '')?.[1];
		expect(token).toBeDefined();
		const stored = JSON.stringify([await desk.mails(), await desk.server.sql('select * from answer_link')]);
		expect(stored).not.toContain(token);
		expect(stored).toContain('svar/link/…');
		expect(await desk.server.sql('select 1 from answer_link')).toHaveLength(3);
	});

	it('are noted as read by who opens their page, also before there are any', async () => {
		const count = async () => (await desk.server.sql(`select 1 from audit_entry where event = 'mails read'`)).length;
		const before = await count();
		expect(await listMails(desk.coordinator(), { municipality: 'soroe', year: 2024 })).toEqual([]);
		expect(await count()).toBe(before + 1);
	});

	it('are sent as the preview shows them', async () => {
		const { due } = await previewMails(desk.coordinator(), { municipality: 'soroe', year: 2024, write: writeMail });
		await desk.writeMails();
		await sendAll();
		expect(due).toHaveLength(3);
		const plain = (text: string | undefined) => (text ?? '').replace(/0340-[\w-]{43}/g, '…').trim();
		for (const { to, words } of due) {
			const got = server.received.find((mail) => mail.envelopeTo[0] === to);
			expect({ subject: got?.subject, text: plain(got?.text), html: plain(got?.html) }).toEqual({ ...words });
		}
	});

	it('come on the days foretold, a gap that puts them off and all, also before the round begins', async () => {
		const settings = { daysBefore: [14, 7, 1], daysAfter: [1, 7], minimumGap: 5 };
		await desk.server.sql(`delete from municipality_setting where key = 'mail'; update round_run set stage = 'open'`);
		await saveMailSettings(makeContext(desk.database, actors.installer), { municipality: 'soroe', version: 0, settings });
		const foretell = async () =>
			(await previewMails(desk.coordinator(), { municipality: 'soroe', year: 2024, write: writeMail })).expected.map(
				({ day, kind, count }) => `${day} ${kind} ${count}`,
			);
		const foretold = await foretell();
		expect(foretold).toContain('2026-05-05 overdue 3');
		await desk.server.sql(`update round_run set stage = 'collecting'`);
		// What goes now is shown by itself.
		expect(await foretell()).toEqual(foretold.slice(1));
		for (let at = 0; at < 50; at++) {
			desk.setTime(new Date(Date.parse('2026-04-01T08:00:00Z') + at * 86_400_000).toISOString());
			await desk.writeMails();
		}
		const went = await desk.server.sql(`select day::text, kind, count(*)::int from mail group by day, kind order by day`);
		expect(went.map(({ day, kind, count }) => `${String(day)} ${String(kind)} ${String(count)}`)).toEqual(foretold);
		await desk.server.sql(`delete from municipality_setting where key = 'mail'`);
	});

	it('end with the answer, also for a mail that waits to be sent', async () => {
		await desk.writeMails();
		await desk.answerAll(String(desk.people[0]));
		expect(await sendAll()).toMatchObject({ sent: 2, cancelled: 1 });
		desk.setTime('2026-04-17T08:00:00Z');
		expect(await desk.writeMails()).toBe(2);
		expect((await desk.mails()).filter(({ kind }) => kind === 'reminder').map(({ to_address: to }) => to)).not.toContain(
			'person1@example.org',
		);
	});

	it('are written anew when a round goes back, and on again the same day', async () => {
		await desk.writeMails();
		await desk.server.sql(`update round_run set stage = 'open'`);
		expect(await sendAll()).toMatchObject({ sent: 0, cancelled: 3 });
		desk.setTime('2026-04-01T09:00:00Z');
		await desk.server.sql(`update round_run set stage = 'collecting'`);
		expect(await desk.writeMails()).toBe(3);
		expect(await sendAll()).toMatchObject({ sent: 3, cancelled: 0 });
		expect(server.received[0]?.subject).toContain('Svar om');
		expect(await desk.writeMails()).toBe(0);
	});

	it('wait for the hour of the day, except the invitation', async () => {
		desk.setTime('2026-04-01T02:00:00Z');
		expect(await desk.writeMails()).toBe(3);
		desk.setTime('2026-04-17T04:59:00Z');
		expect(await desk.writeMails()).toBe(0);
		desk.setTime('2026-04-17T05:00:00Z');
		expect(await desk.writeMails()).toBe(3);
	});

	it('go to who stands in, with whom it is for', async () => {
		const [first, second] = desk.people;
		await desk.server.sql(`insert into stand_in values ('0340', $1, $2, '2026-03-01', '2026-04-10')`, [first, second]);
		expect(await desk.writeMails()).toBe(2);
		await sendAll();
		const got = server.received.find((mail) => mail.envelopeTo[0] === 'person2@example.org');
		expect(got?.subject).toContain('4 indsatser');
		expect(got?.text).toContain('i stedet for Prøveperson 1');
	});

	it('tell of an answer sent back once it has lain half an hour, on a day of its own', async () => {
		await desk.writeMails();
		await desk.sendBack(String(desk.people[0]), '2026-04-02T09:00:00Z');
		await desk.server.sql(`update round_run set stage = 'review'`);
		desk.setTime('2026-04-02T09:20:00Z');
		expect(await desk.writeMails()).toBe(0);
		desk.setTime('2026-04-02T09:30:00Z');
		expect(await desk.writeMails()).toBe(1);
		expect((await desk.mails()).at(-1)).toMatchObject({
			kind: 'sent back',
			subject: 'Se på svaret om 1 indsats igen senest 1. maj 2026',
		});
		// The owner types: every save moves the answer's own time, and the mail has been.
		await desk.server.sql(`update answer set changed_at = '2026-04-02T12:00:00Z'`);
		desk.setTime('2026-04-03T09:30:00Z');
		expect(await desk.writeMails()).toBe(0);
	});
});

describe('two replicas on one database', () => {
	it('write each mail once and send each mail once', async () => {
		const replica = await desk.server.open();
		for (const day of ['2026-04-01', '2026-04-17', '2026-04-24', '2026-04-30']) {
			desk.setTime(`${day}T08:00:00Z`);
			const written = await Promise.all([desk.writeMails(), desk.writeMails(replica), desk.writeMails(), desk.writeMails(replica)]);
			expect(written.reduce((sum, count) => sum + count)).toBe(3);
			// Neither hands over its first before the other has one too: both take part every time.
			const bothHaveOne = Promise.withResolvers<void>();
			let taken = 0;
			const send: SendMail = async (mail) => {
				if (++taken === 2) bothHaveOne.resolve();
				await bothHaveOne.promise;
				return sendBy(server.url)(mail);
			};
			const runs = [desk.job(), desk.job(replica)].map((context) => sendQueuedMails(context, { send, write: writeMail }));
			const sent = (await Promise.all(runs)).map((run) => run.sent);
			expect(sent.toSorted()).toEqual([1, 2]);
		}
		expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(12);
		expect(server.received).toHaveLength(12);
	});
});

describe('when something breaks', () => {
	it('a mail whose worker ended is uncertain after ten minutes, shown, and not sent by itself', async () => {
		await desk.writeMails();
		const died = sendQueuedMails(desk.job(), { send: () => Promise.reject(new Error('killed')), write: writeMail });
		await expect(died).rejects.toThrow('killed');
		expect((await states()).sort()).toEqual(['queued', 'queued', 'sending']);
		expect(await sendAll()).toMatchObject({ sent: 2, uncertain: 0 });
		desk.setTime('2026-04-01T08:11:00Z');
		expect(await sendAll()).toMatchObject({ sent: 0, uncertain: 1 });
		expect((await sendAll()).sent).toBe(0);
		expect(server.received).toHaveLength(2);
		const listed = await listMails(desk.coordinator(), { municipality: 'soroe', year: 2024 });
		const lost = listed.find(({ state }) => state === 'uncertain');
		expect(lost?.name).toMatch(/^Prøveperson/);
		await sendMailAgain(desk.coordinator(), { municipality: 'soroe', mailId: String(lost?.id), write: writeMail });
		expect(await sendAll()).toMatchObject({ sent: 1 });
		expect(server.received.at(-1)?.text).toMatch(/svar\/link\/0340-/);
		const again = sendMailAgain(desk.coordinator(), { municipality: 'soroe', mailId: String(lost?.id), write: writeMail });
		expect(code(await again.catch((error: unknown) => error))).toBe('mail.had-today');
	});

	it('an invitation that was sent goes again when somebody asks for it: as shown, not too soon, and told of in the log', async () => {
		desk.setTime('2026-04-01T08:00:00Z');
		await desk.writeMails();
		await sendAll();
		const [first] = desk.people;
		const sent = (await desk.mails()).find(({ person_id: id }) => id === first);
		const again = { municipality: 'soroe', mailId: String(sent?.id), write: writeMail };
		const refuse = async () => code(await sendMailAgain(desk.coordinator(), again).catch((error: unknown) => error));
		expect(await refuse()).toBe('mail.had-today');
		desk.setTime('2026-04-02T08:00:00Z');
		expect(await refuse()).toBe('mail.too-soon');
		await expect(previewMailAgain(desk.coordinator(), again)).rejects.toMatchObject({
			code: 'mail.too-soon',
			details: { last: '2026-04-01', from: '2026-04-03' },
		});
		desk.setTime('2026-04-03T08:00:00Z');
		const shown = await previewMailAgain(desk.coordinator(), again);
		expect(shown).toMatchObject({ personId: first, kind: 'invitation' });
		expect(shown.words.text).toContain('svar/link/…');
		await sendMailAgain(desk.coordinator(), again);
		expect((await desk.mails()).filter(({ person_id: id }) => id === first).map(({ state }) => state)).toEqual(['sent', 'queued']);
		expect(await refuse()).toBe('mail.had-today');
		expect(await sendAll()).toMatchObject({ sent: 1 });
		expect(server.received.at(-1)?.subject).toBe(shown.words.subject);
		const noted = await desk.server.sql(`select who, subject, details from audit_entry where event = 'mail sent again' order by id`);
		expect(noted.slice(-1)).toEqual([{ who: actors.coordinator.id, subject: first, details: { kind: 'invitation', year: 2024 } }]);
		await desk.answerAll(String(first));
		desk.setTime('2026-04-08T08:00:00Z');
		expect(await refuse()).toBe('mail.nothing-due');
	});

	it('a mail sent again says what is so that day, and nothing when there is nothing to say', async () => {
		const [first] = desk.people;
		const lose = () => desk.server.sql(`update mail set state = 'uncertain', sent_at = null where person_id = '${first}'`);
		const lost = async () => (await desk.mails()).find(({ person_id: id }) => id === first);
		const again = async () =>
			sendMailAgain(desk.coordinator(), { municipality: 'soroe', mailId: String((await lost())?.id), write: writeMail }).then(
				() => 'queued',
				(error: unknown) => code(error),
			);
		desk.setTime('2026-04-30T08:00:00Z');
		await desk.server.sql(`update round_run set deadline = '2026-05-01'`);
		await desk.sendBack(String(first), '2026-04-29T08:00:00Z');
		await desk.writeMails();
		expect(await lost()).toMatchObject({ kind: 'sent back' });
		await sendAll();
		await lose();
		await desk.server.sql('delete from answer');
		desk.setTime('2026-05-04T08:00:00Z');
		expect(await again()).toBe('queued');
		expect(await lost()).toMatchObject({ kind: 'overdue', subject: 'Fristen var 1. maj 2026: svar om 2 indsatser' });
		// The day's mail has been, so the reminders of that day leave the person out.
		expect(await desk.writeMails()).toBe(2);
		await lose();
		await desk.answerAll(String(first));
		expect(await again()).toBe('mail.nothing-due');
		await desk.server.sql('delete from answer');
		await desk.server.sql(`update mail set day = '2026-05-03' where person_id = '${first}'`);
		await desk.server
			.sql(`insert into mail select municipality_code, gen_random_uuid(), kind, person_id, plan_id, year, '2026-05-04', true, to_address,
			subject, text, html, 'failed', null, '2026-05-05T08:00:00Z' from mail where person_id = '${first}'`);
		expect(await again()).toBe('mail.had-today');
	});

	it('an address that the server does not know is shown as such and not written to again', async () => {
		const strict = await openMailServer({
			onRcptTo: ({ address }, _session, done) => done(address.startsWith('person1') ? answerWith(550, 'no such user') : null),
		});
		await desk.writeMails();
		expect(await sendAll(strict.url)).toMatchObject({ sent: 2, failed: 1 });
		await strict.close();
		const { unreachable } = await previewMails(desk.coordinator(), { municipality: 'soroe', year: 2024, write: writeMail });
		expect(unreachable).toMatchObject([
			{ why: 'bounced', waiting: 2, person: { bounce: { reason: expect.stringContaining('no such user') } } },
		]);
		desk.setTime('2026-04-17T08:00:00Z');
		expect(await desk.writeMails()).toBe(2);
	});

	it('a mail server that is away is tried again after five minutes', async () => {
		await desk.writeMails();
		expect(await sendAll('smtp://127.0.0.1:1')).toMatchObject({ sent: 0, later: 3 });
		expect(await sendAll()).toMatchObject({ sent: 0 });
		desk.setTime('2026-04-01T08:06:00Z');
		expect(await sendAll()).toMatchObject({ sent: 3 });
	});
});

describe('the words of a municipality', () => {
	const template = {
		municipality: 'soroe',
		kind: 'invitation',
		subject: 'Klimaplanen: {antal} svar inden {frist}',
		opening: 'Kære kollega',
		version: 0,
	} as const;

	it('are shown before they are saved, and used when they are', async () => {
		const shown = await previewKind(desk.coordinator(), {
			municipality: 'soroe',
			year: 2024,
			kind: 'invitation',
			template,
			write: writeMail,
		});
		expect(shown.subject).toBe('Klimaplanen: 2 svar inden 1. maj 2026');
		await saveMailTemplate(desk.coordinator(), template);
		await desk.writeMails();
		expect((await desk.mails())[0]?.subject).toBe('Klimaplanen: 2 svar inden 1. maj 2026');
	});

	it('and the settings are in the history when they change, by whom, without the words', async () => {
		await desk.server.sql(`delete from municipality_setting where key = 'mail'`);
		await saveMailTemplate(desk.coordinator(), { ...template, opening: 'Hilsen Anna Prøveperson' });
		await saveMailSettings(makeContext(desk.database, actors.installer), { municipality: 'soroe', version: 0, settings: { hour: 9 } });
		const written = await desk.server.sql(
			`select entity_id, before, after, who from change where entity = 'setting' order by id desc limit 2`,
		);
		expect(written).toMatchObject([
			{ entity_id: 'mail', before: { hour: 7 }, after: { hour: 9, minimumGap: 2 }, who: actors.installer.id },
			{
				entity_id: 'mail.invitation',
				before: { hasOpening: false, version: 0 },
				after: { hasOpening: true, version: 1 },
				who: actors.coordinator.id,
			},
		]);
		expect(JSON.stringify(written)).not.toContain('Anna');
	});

	it('are not overwritten unseen, and no place stays unfilled', async () => {
		await saveMailTemplate(desk.coordinator(), template);
		expect(code(await saveMailTemplate(desk.coordinator(), template).catch((error: unknown) => error))).toBe(
			'mail.template-changed-meanwhile',
		);
		const misspelled = saveMailTemplate(desk.coordinator(), { ...template, opening: 'Inden {dato}', version: 1 });
		expect(code(await misspelled.catch((error: unknown) => error))).toBe('mail.place-unknown');
	});
});

describe('old mails', () => {
	it('lose their words after 90 days and are gone after two years', async () => {
		await desk.writeMails();
		await sendAll();
		await desk.server.sql(`update mail set state = 'failed', sent_at = null, error = '550 <person1@example.org>: no such user'
			where to_address = 'person1@example.org'`);
		desk.setTime('2026-07-01T08:01:00Z');
		expect(await removeOldMails(desk.job())).toBe(3);
		for (const mail of await desk.mails()) expect(mail).toMatchObject({ subject: '', text: '', html: '', to_address: '', error: null });
		expect((await states()).sort()).toEqual(['failed', 'sent', 'sent']);
		expect(await removeOldMails(desk.job())).toBe(0);
		desk.setTime('2028-04-01T08:00:00Z');
		await removeOldMails(desk.job());
		expect(await desk.mails()).toEqual([]);
	});
});
