import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/access/policy.ts';
import type { Database } from '#storage/database.ts';
import { writeMail } from '#text/mails.ts';
import type { Context } from '#usecases/context.ts';
import { writeRoundMails } from '#usecases/mail/write-round-mails.ts';
import { openMailer } from '#wiring/mailer.ts';
import { actors, makeContext } from './context.ts';
import type { TestDatabase } from './database.ts';
import { createExampleDatabase } from './example-database.ts';

/** Hands mails to a server, as the site does with SMTP settings. */
export const sendBy = (smtpUrl: string) => openMailer({ smtpUrl, mailFrom: 'klima@example.org', dataDir: '/nonexistent' });

export const job: Actor = { id: 'job', role: 'administrator', municipalityCode: null };

/** A round of 2024 in Sorø that collects answers from 1 April to 1 May 2026, with three who are asked about two initiatives each. */
export type MailDesk = {
	readonly server: TestDatabase;
	readonly database: Database;
	readonly planId: string;
	/** Ids of the first people, in order. */
	readonly people: readonly string[];
	/** Sets the clock that all contexts of the desk read. */
	readonly setTime: (time: string) => void;
	readonly coordinator: () => Context;
	readonly job: (database?: Database) => Context;
	/** Writes what is due; gives how many mails. */
	readonly writeMails: (database?: Database) => Promise<number>;
	/** Answers everything that a person is asked about. */
	readonly answerAll: (personId: string) => Promise<void>;
	/** Sends back the first initiative that a person is asked about. */
	readonly sendBack: (personId: string, at: string) => Promise<void>;
	readonly mails: () => Promise<Record<string, unknown>[]>;
};

export async function openMailDesk(): Promise<MailDesk> {
	const server = await createExampleDatabase();
	const database = await server.open();
	const { planId, people } = await addRound(server);
	let time = new Date('2026-04-01T08:00:00Z');
	const now = () => time;
	const jobContext = (replica = database) => makeContext(replica, job, now);
	return {
		server,
		database,
		planId,
		people,
		setTime: (text) => void (time = new Date(text)),
		coordinator: () => makeContext(database, actors.coordinator, now),
		job: jobContext,
		writeMails: (replica) => writeRoundMails(jobContext(replica), { municipality: '0340', write: writeMail }),
		answerAll: async (personId) => {
			const asked = 'select municipality_code, plan_id, year, initiative_id from assignment where person_id = $1';
			const values = `select a.*, 'answered', $1::text, now(), now() from (${asked}) a`;
			await server.sql(
				`insert into answer (municipality_code, plan_id, year, initiative_id, status, answered_by, answered_at, changed_at) ${values}
				on conflict (municipality_code, plan_id, year, initiative_id) do update set status = 'answered'`.replaceAll('$1::text', `'${personId}'`),
				[personId],
			);
		},
		sendBack: async (personId, at) => {
			const first = `select municipality_code, plan_id, year, initiative_id from assignment where person_id = '${personId}'
				order by initiative_id limit 1`;
			await server.sql(`
				insert into answer (municipality_code, plan_id, year, initiative_id, status, changed_at) select a.*, 'sent back', '${at}' from (${first}) a
					on conflict (municipality_code, plan_id, year, initiative_id) do update set status = 'sent back', changed_at = excluded.changed_at;
				insert into round_comment (municipality_code, plan_id, year, initiative_id, kind, text, who, at)
					select a.*, 'sent back', 'Se på farven.', 'test', '${at}' from (${first}) a;`);
		},
		mails: () => server.sql('select * from mail order by queued_at, to_address'),
	};
}

async function addRound(server: TestDatabase): Promise<{ planId: string; people: string[] }> {
	const [plan] = await server.sql<{ id: string }>(`select id from plan where municipality_code = '0340'`);
	const planId = String(plan?.id);
	const people = [randomUUID(), randomUUID(), randomUUID()];
	const round = `'0340', '${planId}', 2024`;
	await server.sql(`
		delete from stand_in;
		-- The examples' own people take no part.
		update person set left_at = now(), calendar_hash = null;
		insert into status_round (municipality_code, plan_id, year, title, source, is_public, changed_at) values (${round}, 'Status 2024', 'test', false, now());
		insert into round_run (municipality_code, plan_id, year, stage, deadline, asked_fields, remark_limit, contact, changed_at)
			values (${round}, 'collecting', '2026-05-01', '{state,remark}', 600, 'klimasekretariatet, klima@example.org', now());
		insert into round_step (municipality_code, plan_id, year, from_stage, to_stage, who, at) values
			(${round}, null, 'open', 'test', '2026-03-20T10:00:00Z'), (${round}, 'open', 'collecting', 'test', '2026-04-01T01:00:00Z');
		insert into person (municipality_code, id, name, email, role, changed_at) values
			${people.map((id, at) => `('0340', '${id}', 'Prøveperson ${at + 1}', 'person${at + 1}@example.org', 'owner', now())`).join(', ')},
			('0340', '${randomUUID()}', 'Prøvekoordinator', 'koordinator@example.org', 'coordinator', now());`);
	for (const [at, person] of people.entries()) {
		await server.sql(`insert into assignment select municipality_code, plan_id, 2024, id, '${person}' from initiative
			where municipality_code = '0340' order by rank offset ${at * 2} limit 2`);
	}
	return { planId, people };
}
