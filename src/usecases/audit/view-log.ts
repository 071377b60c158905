import { z } from 'zod';
import { auditEvents, type AuditEvent } from '#domain/access/audit-event.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listInitiativeNumbers, listLogLines, type LogFilter, type LogLine } from '#storage/audit.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { listPeople } from '#storage/people.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import { changeEntities, type ChangeEntity } from '#storage/schema/history.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { appendAudit } from './append-audit.ts';

/** A line with the names of today: the log itself holds ids only. */
export type LogEntry = {
	readonly line: LogLine;
	/** Name of the person who did it; null for what is no person, or not known here. */
	readonly whoName: string | null;
	/** Name of the person or number of the initiative it is about. */
	readonly subjectName: string | null;
	/** True where one of them is a person who was erased, and has no name any more. */
	readonly isWhoErased: boolean;
	readonly isSubjectErased: boolean;
};

export type LogView = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly entries: readonly LogEntry[];
	/** From 1; the newest lines stand on the first. */
	readonly page: number;
	readonly hasOlder: boolean;
	/** When the first page was asked for. Later pages ask for what was there then, so that no line moves from page to page. */
	readonly asOf: Date;
	/** What can be asked for. */
	readonly people: readonly { readonly id: string; readonly name: string }[];
	readonly events: readonly AuditEvent[];
	readonly entities: readonly ChangeEntity[];
};

export type LogInput = { readonly municipality: string; readonly filter: LogFilter };

const linesOnPage = 100;
const linesInFile = 200_000;

/** Who read personal data, who signed in and who changed what. That it was read is noted there too. */
export async function viewLog(context: Context, input: LogInput & { readonly page?: number; readonly asOf?: Date }): Promise<LogView> {
	const page = Math.max(1, Math.trunc(input.page ?? 1));
	const asOf = input.asOf ?? context.now();
	return readLog(context, input, 'page', async (tx) => {
		const found = await findMunicipality(tx);
		if (!found) throw new DomainError('not-found', 'municipality.unknown', { municipality: tx.tenant });
		const lines = await listLogLines(
			tx,
			{ ...input.filter, before: input.asOf },
			{ offset: (page - 1) * linesOnPage, limit: linesOnPage + 1 },
		);
		const people = await listPeople(tx);
		return {
			municipality: found.profile,
			hasPlan: (await findCurrentPlan(tx, { publicOnly: false })) !== undefined,
			entries: await nameLines(tx, lines.slice(0, linesOnPage)),
			page,
			hasOlder: lines.length > linesOnPage,
			asOf,
			people: people.filter(({ erasedAt }) => erasedAt === null).map(({ id, name }) => ({ id, name })),
			events: auditEvents,
			entities: changeEntities,
		};
	});
}

/** The same for the data protection officer, as one list of at most 200,000 lines. */
export async function exportLog(context: Context, input: LogInput): Promise<readonly LogEntry[]> {
	return readLog(context, input, 'file', async (tx) =>
		nameLines(tx, await listLogLines(tx, input.filter, { offset: 0, limit: linesInFile })),
	);
}

async function readLog<Result>(
	context: Context,
	{ municipality, filter }: LogInput,
	form: 'page' | 'file',
	read: (tx: ReadTx) => Promise<Result>,
): Promise<Result> {
	const { code } = await requireMay(context, 'audit.read', municipality);
	const details = { form, event: filter.event ?? filter.entity ?? null, from: filter.from ?? null, until: filter.until ?? null };
	// Whatever was typed in the address in place of an id may be a name, and the log is never erased.
	const subject = z.uuid().safeParse(filter.person).data ?? null;
	const fact = { event: 'audit log read', who: context.actor.id, subject, details, at: context.now() } as const;
	const result = await context.database.read(code, read);
	await context.database.writeBesideDrafts(code, (tx) => appendAudit(tx, fact));
	return result;
}

async function nameLines(tx: ReadTx, lines: readonly LogLine[]): Promise<LogEntry[]> {
	const people = new Map((await listPeople(tx)).map((person) => [person.id, person]));
	const numbers = await listInitiativeNumbers(tx);
	const nameOf = (id: string) => {
		const person = people.get(id);
		return { name: person?.erasedAt ? null : (person?.name ?? null), isErased: Boolean(person?.erasedAt) };
	};
	return lines.map((line) => {
		const who = nameOf(line.who);
		// An answer link has no name: it is of the person who used it.
		const about = line.kind === 'event' && line.event === 'answer link used' ? line.who : line.subject;
		const subject = nameOf(about ?? '');
		return {
			line,
			whoName: who.name,
			subjectName: subject.name ?? numbers.get(about ?? '') ?? null,
			isWhoErased: who.isErased,
			isSubjectErased: subject.isErased,
		};
	});
}
