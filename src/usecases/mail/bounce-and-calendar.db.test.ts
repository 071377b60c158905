import { writeMail } from '#text/mails.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#domain/access/policy.ts';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { makeContext } from '../../../test/context.ts';
import { openMailDesk, type MailDesk } from '../../../test/mail-desk.ts';
import { renewCalendar } from './calendar-secret.ts';
import { readCalendar } from './read-calendar.ts';
import { recordBounce } from './record-bounce.ts';
import { sendQueuedMails } from './send-queued-mails.ts';

let desk: MailDesk;
const keys = new Map<string, string>();
beforeAll(async () => {
	desk = await openMailDesk();
	await desk.writeMails();
	const send = ({ key, to }: { key: string; to: string }) => (keys.set(to, key), Promise.resolve({ outcome: 'sent' } as const));
	await sendQueuedMails(desk.job(), { send, write: writeMail });
});
afterAll(() => desk.server.close());

/** A delivery status notification as mail servers write them. */
function writeNotification(messageId: string, action: string): Uint8Array {
	const lines = [
		'From: MAILER-DAEMON@mail.example.org',
		'Subject: Undelivered Mail Returned to Sender',
		'MIME-Version: 1.0',
		'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
		'',
		'--b',
		'Content-Type: text/plain',
		'',
		'I am sorry.',
		'--b',
		'Content-Type: message/delivery-status',
		'',
		'Reporting-MTA: dns; mail.example.org',
		'',
		'Final-Recipient: rfc822; person1@example.org',
		`Action: ${action}`,
		'Status: 5.1.1',
		'Diagnostic-Code: smtp; 550 5.1.1 no such user',
		' at this place',
		'',
		'--b',
		'Content-Type: text/rfc822-headers',
		'',
		'To: person1@example.org',
		`Message-ID: <${messageId}>`,
		'Subject: Svar',
		'',
		'--b--',
		'',
	];
	return new TextEncoder().encode(lines.join('\r\n'));
}

const key = () => `${keys.get('person1@example.org')}@example.org`;
const bounced = async () =>
	(await desk.server.sql(`select bounce_reason from person where bounced_at is not null`)).map((row) => row.bounce_reason);

test('a notification about a mail from here notes its address, once it is certain', async () => {
	const record = (message: Uint8Array) => recordBounce(desk.job(), { message });
	expect(await record(writeNotification(key(), 'delayed'))).toBe(false);
	expect(await record(writeNotification('somebody@else.example.org', 'failed'))).toBe(false);
	expect(await record(writeNotification('9999.00000000-0000-4000-8000-000000000001@example.org', 'failed'))).toBe(false);
	expect(await record(new TextEncoder().encode('Subject: hej\r\n\r\nhej'))).toBe(false);
	expect(await bounced()).toEqual([]);
	expect(await record(writeNotification(key(), 'failed'))).toBe(true);
	expect(await bounced()).toEqual(['550 5.1.1 no such user at this place']);
	expect((await desk.mails()).filter(({ state }) => state === 'failed')).toHaveLength(1);
});

test('an address entered since is not blamed', async () => {
	await desk.server.sql(
		`update person set email = 'ny@example.org', bounced_at = null, bounce_reason = null where email = 'person1@example.org'`,
	);
	await recordBounce(desk.job(), { message: writeNotification(key(), 'failed') });
	expect(await bounced()).toEqual([]);
});

test('a person has the deadlines in a calendar behind an address that only the person knows and can renew', async () => {
	const owner: Actor = { id: String(desk.people[1]), role: 'owner', municipalityCode: '0340', personIds: [String(desk.people[1])] };
	const context = makeContext(desk.database, owner, () => new Date('2026-04-02T08:00:00Z'));
	const visitor = makeContext(
		desk.database,
		{ id: 'public', role: 'reader', municipalityCode: null },
		() => new Date('2026-04-02T08:00:00Z'),
	);
	const address = await renewCalendar(context, { municipality: 'soroe' });
	const secret = /^https:\/\/klima\.example\.org\/soroe\/kalender\/([\w-]{32})\.ics$/.exec(address ?? '')?.[1] ?? '';
	const feed = await readCalendar(visitor, { municipality: 'soroe', secret });
	expect(feed).toContain('DTSTART;VALUE=DATE:20260501');
	expect(feed.replace(/\r\n[ \t]/g, '')).toContain('SUMMARY:Frist: svar om 2 indsatser i opfølgningen for 2024');
	expect(JSON.stringify(await desk.server.sql('select * from person'))).not.toContain(secret);

	const refusal = async (work: Promise<unknown>) =>
		work.then(
			() => 'given',
			(error: unknown) => (isDomainError(error) ? error.code : error),
		);
	expect(await refusal(readCalendar(visitor, { municipality: '0151', secret }))).toBe('calendar.unknown');
	await renewCalendar(context, { municipality: 'soroe' });
	expect(await refusal(readCalendar(visitor, { municipality: 'soroe', secret }))).toBe('calendar.unknown');
	expect(await refusal(renewCalendar(visitor, { municipality: 'soroe' }))).toBe('access.denied');
	expect(await refusal(renewCalendar({ ...context, actor: { ...owner, onlyAnswers: true } }, { municipality: 'soroe' }))).toBe(
		'access.denied',
	);
});
