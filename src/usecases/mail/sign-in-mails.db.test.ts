import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeMail } from '#text/mails.ts';
import { sendSignInLink } from '#usecases/access/send-sign-in-link.ts';
import { openMailDesk, sendBy, type MailDesk } from '../../../test/mail-desk.ts';
import { openMailServer, type MailServer } from '../../../test/mail-server.ts';
import { sendQueuedMails, sendSignInMails } from './send-queued-mails.ts';

let desk: MailDesk;
let server: MailServer;
beforeAll(async () => void (desk = await openMailDesk()));
afterAll(() => desk.server.close());
beforeEach(async () => {
	server = await openMailServer();
	await desk.server.sql(`delete from mail; update round_run set stage = 'collecting'`);
	desk.setTime('2026-04-01T08:00:00Z');
});
afterEach(() => server.close());

const sendAll = () => sendQueuedMails(desk.job(), { send: sendBy(server.url), write: writeMail });

describe('a mail with a link to sign in', () => {
	it('is sent at once, past what else is queued, and not again by the job', async () => {
		await desk.writeMails();
		const words = (link: string) => ({ subject: 'Log ind', text: link, html: link });
		const queuedIn = await sendSignInLink(desk.job(), {
			email: 'Person1@example.org',
			path: '/login/link?kode=',
			makeLink: () => Promise.resolve('hemmelig'),
			word: ({ link }) => words(link),
		});
		expect(queuedIn).toBe('0340');
		expect(await sendSignInMails(desk.job(), { municipality: '0340', send: sendBy(server.url) })).toMatchObject({ sent: 1 });
		expect(server.received.map(({ subject, envelopeTo }) => [subject, ...envelopeTo])).toEqual([['Log ind', 'person1@example.org']]);
		expect(await sendAll()).toMatchObject({ sent: 3 });
		const unknown = {
			email: 'ukendt@example.org',
			path: '/',
			makeLink: () => Promise.resolve(''),
			word: ({ link }: { link: string }) => words(link),
		};
		expect(await sendSignInLink(desk.job(), unknown)).toBeNull();
	});

	it('does not go once its link is over', async () => {
		const word = ({ link }: { link: string }) => ({ subject: 'Log ind', text: link, html: link });
		const asked = { email: 'person1@example.org', path: '/login/link?kode=', makeLink: () => Promise.resolve('hemmelig'), word };
		await sendSignInLink(desk.job(), asked);
		expect(await sendSignInMails(desk.job(), { municipality: '0340', send: sendBy('smtp://127.0.0.1:1') })).toMatchObject({ later: 1 });
		desk.setTime('2026-04-01T08:30:00Z');
		expect(await sendAll()).toMatchObject({ sent: 0, cancelled: 1 });
		expect(server.received).toEqual([]);
	});
});
