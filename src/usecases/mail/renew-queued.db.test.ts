import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMail } from '#domain/followup/mail.ts';
import { writeMail } from '#text/mails.ts';
import { markBounced } from '#storage/mails.ts';
import { clearMails } from '#storage/personal-data.ts';
import type { WriteTx } from '#storage/transactions.ts';
import { openMailDesk, type MailDesk } from '../../../test/mail-desk.ts';
import { eraseInTransaction } from '../people/erase-person.ts';
import { sendQueuedMails } from './send-queued-mails.ts';
import { writeDigests } from './write-digests.ts';

let desk: MailDesk;
const received: OutgoingMail[] = [];
beforeAll(async () => void (desk = await openMailDesk()));
afterAll(() => desk.server.close());
beforeEach(async () => {
	received.length = 0;
	await desk.server.sql(`delete from mail; delete from round_comment; delete from answer; delete from answer_link;
		update round_run set deadline = '2026-05-01';`);
	desk.setTime('2026-04-01T08:00:00Z');
	await desk.writeMails();
});

const send = async (mail: OutgoingMail) => {
	received.push(mail);
	return { outcome: 'sent' } as const;
};
const sendAll = () => sendQueuedMails(desk.job(), { send, write: writeMail });
const findMail = (to: string) => received.find((mail) => mail.to === to);
const answerOne = (personId: string) =>
	desk.server.sql(`insert into answer (municipality_code, plan_id, year, initiative_id, status, changed_at)
		select municipality_code, plan_id, year, initiative_id, 'answered', now() from assignment where person_id = '${personId}'
		order by initiative_id limit 1`);

it('a mail that waited says how many are left to answer, by the same link', async () => {
	const [queued] = await desk.server.sql<{ text: string }>(`select text from mail where to_address = 'person1@example.org'`);
	await answerOne(String(desk.people[0]));
	expect(await sendAll()).toMatchObject({ sent: 3, cancelled: 0 });
	const mail = findMail('person1@example.org');
	expect(queued?.text).toContain('2 indsatser');
	expect(mail?.subject).toBe('Svar om 1 indsats senest 1. maj 2026');
	expect(mail?.text).not.toContain('2 indsatser');
	expect(mail?.text).toContain(/\S+\/svar\/link\/\S+/.exec(queued?.text ?? '')?.[0]);
	expect(findMail('person2@example.org')?.subject).toBe('Svar om 2 indsatser senest 1. maj 2026');
	expect(await desk.server.sql('select 1 from answer_link')).toHaveLength(3);
	const [kept] = await desk.server.sql(`select subject, kind from mail where to_address = 'person1@example.org'`);
	expect(kept).toEqual({ subject: mail?.subject, kind: 'invitation' });
});

it('a mail that waited past the deadline, or over a new one, says so', async () => {
	await desk.server.sql(`update round_run set deadline = '2026-06-15'`);
	await sendAll();
	expect(received.map(({ subject }) => subject)).toEqual(Array(3).fill('Svar om 2 indsatser senest 15. juni 2026'));
	await desk.server.sql(`delete from mail; update round_run set deadline = '2026-04-02'`);
	await desk.writeMails();
	desk.setTime('2026-04-03T06:00:00Z');
	received.length = 0;
	await sendAll();
	expect(received).toHaveLength(3);
	for (const { text, subject } of received) expect(`${subject} ${text}`).not.toContain('senest 2. april');
	expect(await desk.server.sql('select distinct kind from mail')).toEqual([{ kind: 'overdue' }]);
});

it('a mail to somebody who has nothing to answer any more does not go', async () => {
	await desk.answerAll(String(desk.people[0]));
	expect(await sendAll()).toMatchObject({ sent: 2, cancelled: 1 });
	expect(findMail('person1@example.org')).toBeUndefined();
});

describe('the weekly mail that goes late', () => {
	const writeDigest = async () => {
		await desk.server.sql('delete from mail');
		desk.setTime('2026-04-06T10:00:00Z');
		expect(await writeDigests(desk.job(), { municipality: '0340', write: writeMail })).toBe(1);
	};

	it('counts the answers there are when it goes', async () => {
		await writeDigest();
		await desk.answerAll(String(desk.people[0]));
		desk.setTime('2026-04-06T22:00:00Z');
		expect(await sendAll()).toMatchObject({ sent: 1, cancelled: 0 });
		expect(received).toMatchObject([{ to: 'koordinator@example.org', subject: 'Opfølgning 2024: 2 af 6 svar, frist 1. maj 2026' }]);
		expect(await desk.server.sql('select subject, kind, state from mail')).toEqual([
			{ subject: received[0]?.subject, kind: 'digest', state: 'sent' },
		]);
	});

	it.each([
		['the round is approved', `update round_run set stage = 'approved'`, `update round_run set stage = 'collecting'`],
		[
			'its reader runs it no more',
			`update person set role = 'owner' where email = 'koordinator@example.org'`,
			`update person set role = 'coordinator' where email = 'koordinator@example.org'`,
		],
		[
			'its reader has another address',
			`update person set email = 'ny@example.org' where email = 'koordinator@example.org'`,
			`update person set email = 'koordinator@example.org' where email = 'ny@example.org'`,
		],
	])('does not go when %s', async (_, change, undo) => {
		await writeDigest();
		await desk.server.sql(change);
		try {
			expect(await sendAll()).toMatchObject({ sent: 0, cancelled: 1 });
		} finally {
			await desk.server.sql(undo);
		}
		expect(received).toEqual([]);
	});
});

it.each([
	['sent', { outcome: 'sent' }],
	['queued', { outcome: 'later', reason: '450 try later' }],
] as const)('a name taken out of a mail to another that is on its way stays out: %s', async (state, delivery) => {
	const email = 'person1@example.org';
	const named = { id: randomUUID(), name: 'Prøveperson Nævnt', email: null };
	await sendQueuedMails(desk.job(), {
		send: async (mail) => {
			if (mail.to !== email) return send(mail);
			await desk.database.write('0340', (tx) => clearMails(tx, named));
			return delivery;
		},
		write: (content, locale) => ({ ...writeMail(content, locale), text: `I stedet for ${named.name}`, html: `I stedet for ${named.name}` }),
	});
	expect(await desk.server.sql(`select subject, text, html, state from mail where to_address = $1`, [email])).toEqual([
		{ subject: '-', text: '-', html: '-', state },
	]);
	if (state === 'sent') return;
	await desk.server.sql(`update mail set tried_at = null`);
	await sendAll();
	expect(findMail(email)?.text).toContain('Du skal svare om');
});

// The last tests: who was erased does not come back.
it.each([
	[0, 'sent', { outcome: 'sent' }],
	[1, 'failed', { outcome: 'refused', reason: '550 person2@example.org: no such user', isAddress: true }],
	[2, 'cancelled', { outcome: 'later', reason: '450 person3@example.org: try later' }],
] as const)('what is taken out of a mail that is on its way as its reader is erased stays out: %s %s', async (at, state, delivery) => {
	const [id, email] = [String(desk.people[at]), `person${at + 1}@example.org`];
	const erase = (tx: WriteTx) => eraseInTransaction(tx, { id, name: `Prøveperson ${at + 1}`, email }, { who: 'job', at: new Date() });
	const sendWhileErased = async (mail: OutgoingMail) => {
		if (mail.to !== email) return send(mail);
		await desk.database.write('0340', erase);
		return delivery;
	};
	await sendQueuedMails(desk.job(), { send: sendWhileErased, write: writeMail });
	const read = () => desk.server.sql<{ id: string }>(`select * from mail where person_id = '${id}'`);
	const words = { to_address: '-', subject: '-', text: '-', html: '-', error: null };
	expect(await read()).toMatchObject([{ ...words, state }]);
	expect(await desk.server.sql(`select bounce_reason from person where id = '${id}'`)).toEqual([{ bounce_reason: null }]);
	const mailId = String((await read())[0]?.id);
	await desk.database.write('0340', (tx) => markBounced(tx, mailId, `550 ${email}: no such user`));
	expect(await read()).toMatchObject([words]);
});
