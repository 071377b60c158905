import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelQueuedMails } from '#storage/person-work.ts';
import { writeMail } from '#text/mails.ts';
import { openMailDesk, sendBy, type MailDesk } from '../../../test/mail-desk.ts';
import { openMailServer, type MailServer } from '../../../test/mail-server.ts';
import { previewKind, previewMails } from './preview-mails.ts';
import { sendQueuedMails } from './send-queued-mails.ts';
import { writeDigests } from './write-digests.ts';

let desk: MailDesk;
let server: MailServer;
beforeAll(async () => void (desk = await openMailDesk()));
afterAll(() => desk.server.close());
beforeEach(async () => {
	server = await openMailServer();
	await desk.server.sql(`delete from mail; delete from round_comment; delete from answer; delete from assessment where year = 2024;
		update person set bounced_at = null, bounce_reason = null; update round_run set stage = 'collecting';`);
	desk.setTime('2026-04-01T08:00:00Z');
});
afterEach(() => server.close());

const sendAll = () => sendQueuedMails(desk.job(), { send: sendBy(server.url), write: writeMail });
const preview = () => previewKind(desk.coordinator(), { municipality: 'soroe', year: 2024, kind: 'digest', write: writeMail });

describe('the weekly mail', () => {
	it('goes to those who run the round, on its weekday, once a week', async () => {
		const write = () => writeDigests(desk.job(), { municipality: '0340', write: writeMail });
		desk.setTime('2026-04-05T10:00:00Z');
		expect(await write()).toBe(0);
		desk.setTime('2026-04-06T10:00:00Z');
		await desk.answerAll(String(desk.people[0]));
		const forecast = async () => (await previewMails(desk.coordinator(), { municipality: 'soroe', year: 2024, write: writeMail })).digest;
		expect(await forecast()).toEqual({ day: '2026-04-06', count: 1 });
		expect(await write()).toBe(1);
		expect(await write()).toBe(0);
		expect(await forecast()).toEqual({ day: '2026-04-13', count: 1 });
		expect((await desk.mails())[0]).toMatchObject({
			to_address: 'koordinator@example.org',
			subject: 'Opfølgning 2024: 2 af 6 svar, frist 1. maj 2026',
		});
		desk.setTime('2026-04-13T10:00:00Z');
		expect(await write()).toBe(1);
		await desk.server.sql(`update round_run set stage = 'approved'`);
		expect(await forecast()).toBeNull();
	});

	it('says who is missing, what waits and whom mail does not reach, to each reader by name, and is kept nowhere once it is gone', async () => {
		const [first, second, third] = desk.people.map(String) as [string, string, string];
		await desk.answerAll(first);
		await desk.sendBack(third, '2026-04-05T09:00:00Z');
		await desk.server.sql(
			`update person set bounced_at = now(), bounce_reason = '550 <person2@example.org>: no such user' where id = '${second}'`,
		);
		desk.setTime('2026-04-06T10:00:00Z');
		await writeDigests(desk.job(), { municipality: '0340', write: writeMail });
		await sendAll();
		const paragraphs = (server.received[0]?.text ?? '').trim().split('\n\n');
		expect(paragraphs).toEqual([
			'Kære Prøvekoordinator',
			'2 af 6 indsatser er besvaret i opfølgningen for 2024 på klimahandleplanen i Sorø Kommune. Fristen er om 25 dage, 1. maj 2026.',
			'2 personer mangler at svare:\n- Prøveperson 2: 2 indsatser\n- Prøveperson 3: 2 indsatser',
			'2 svar er sendt ind og venter på at blive gennemgået.',
			'1 svar er sendt tilbage og venter på ejeren.',
			'Ingen er spurgt om 77 indsatser.',
			'Mail når ikke 1 af dem, der mangler at svare. Ret adressen fra tavlen:\n- Prøveperson 2: mail kommer retur',
			expect.stringMatching(/^Se runden:\nhttp\S+\/soroe\/runde\/2024$/),
		]);
		expect(await desk.mails()).toMatchObject([{ kind: 'digest', state: 'sent', text: '', html: '' }]);
		expect((await preview()).text.split('\n\n')).toEqual(paragraphs);
	});

	it('keeps no words where it is called off', async () => {
		desk.setTime('2026-04-06T10:00:00Z');
		await writeDigests(desk.job(), { municipality: '0340', write: writeMail });
		const [queued] = await desk.server.sql<{ person_id: string }>(`select person_id from mail where kind = 'digest' and text <> ''`);
		await desk.database.write('0340', (tx) => cancelQueuedMails(tx, String(queued?.person_id)));
		expect(await desk.mails()).toMatchObject([{ kind: 'digest', state: 'cancelled', text: '', html: '' }]);
	});

	it('names what has another colour than the reading guide', async () => {
		const [one] = await desk.server.sql<{ id: string; number: string }>(`select i.id, i.number from initiative i
			join assignment a on a.initiative_id = i.id where a.person_id = '${desk.people[0]}' and i.priority = 'prioritised' limit 1`);
		await desk.server.sql(`
			update round_run set (legend_id, legend_version) = (select id, version from legend where municipality_code = '0340' limit 1);
			insert into assessment (municipality_code, plan_id, year, initiative_id, state, progress, changed_at)
				values ('0340', '${desk.planId}', 2024, '${one?.id}', 'in progress', 'red', now());`);
		const { text } = await preview();
		expect(text).toContain(`1 indsats har en anden farve end læsevejledningens: ${one?.number}.`);
	});

	it('counts an answer only where somebody is asked about an initiative in the plan', async () => {
		for (const id of desk.people) await desk.answerAll(id);
		// One answered initiative leaves the plan, one loses whom to ask, and one that nobody was asked about is answered.
		const first = `(select initiative_id from assignment where person_id = '${desk.people[0]}' order by initiative_id limit 1)`;
		await desk.server.sql(`
			update initiative set withdrawn_in = 2024 where municipality_code = '0340' and id = ${first};
			create temporary table kept as select * from assignment where person_id = '${desk.people[1]}';
			delete from assignment where person_id = '${desk.people[1]}';
			insert into answer (municipality_code, plan_id, year, initiative_id, status, answered_by, answered_at, changed_at)
				select '0340', plan_id, 2024, id, 'answered', 'test', now(), now() from initiative i where municipality_code = '0340'
				and not exists (select from answer a where a.initiative_id = i.id) limit 1;`);
		try {
			desk.setTime('2026-04-06T10:00:00Z');
			await writeDigests(desk.job(), { municipality: '0340', write: writeMail });
			expect((await desk.mails())[0]?.subject).toBe('Opfølgning 2024: 3 af 3 svar, frist 1. maj 2026');
		} finally {
			await desk.server.sql(`
				update initiative set withdrawn_in = null where municipality_code = '0340' and id = ${first};
				insert into assignment select * from kept; drop table kept;`);
		}
	});
});
