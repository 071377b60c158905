import { and, eq, getTableColumns, isNotNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, AnyPgTable } from 'drizzle-orm/pg-core';
import { hideAnswerLink } from '#domain/followup/mail-content.ts';
import { account, accountImport, factorOverride } from './schema/account.ts';
import { auditEntry } from './schema/audit.ts';
import { findingDismissal } from './schema/followup.ts';
import { change } from './schema/history.ts';
import { columnMapping, documentImport, importDraft } from './schema/imports.ts';
import { answerLink, mail, mailTemplate, municipalitySetting } from './schema/mail.ts';
import { scenario } from './schema/pathway.ts';
import { initiativeOwner, person, standIn } from './schema/people.ts';
import { statusReport } from './schema/published.ts';
import { answer, assignment, planEvent, roundComment, roundStep } from './schema/round.ts';
import { climateTarget, targetFrame } from './schema/target.ts';
import { signInSession, signInUser } from './schema/sign-in.ts';
import type { ReadTx, SignInTx, WriteTx } from './transactions.ts';

type PersonTable = AnyPgTable & { readonly municipalityCode: AnyPgColumn };
type Place = {
	readonly table: PersonTable;
	readonly columns: readonly (AnyPgColumn | SQL)[];
	readonly without?: readonly string[];
	/** Texts in which the secret part of links is replaced by dots: a mail that waits still has it. */
	readonly withoutLinks?: readonly string[];
};

/** Every table that names a person by its id, and the columns that do. A test says so when one is forgotten. */
export const personPlaces: Readonly<Record<string, Place>> = {
	person: { table: person, columns: [person.id], without: ['calendarHash'] },
	stand_in: { table: standIn, columns: [standIn.personId, standIn.standInId] },
	initiative_owner: { table: initiativeOwner, columns: [initiativeOwner.personId] },
	assignment: { table: assignment, columns: [assignment.personId] },
	answer: { table: answer, columns: [answer.answeredBy, sql`${answer.draft} ->> 'who'`] },
	round_comment: { table: roundComment, columns: [roundComment.who] },
	round_step: { table: roundStep, columns: [roundStep.who] },
	plan_event: { table: planEvent, columns: [planEvent.who] },
	mail: { table: mail, columns: [mail.personId], withoutLinks: ['text', 'html'] },
	mail_template: { table: mailTemplate, columns: [mailTemplate.who] },
	answer_link: { table: answerLink, columns: [answerLink.personId, answerLink.revokedBy], without: ['tokenHash'] },
	municipality_setting: { table: municipalitySetting, columns: [municipalitySetting.who] },
	finding_dismissal: { table: findingDismissal, columns: [findingDismissal.who] },
	document_import: { table: documentImport, columns: [documentImport.who, documentImport.undoneBy] },
	import_draft: { table: importDraft, columns: [importDraft.who], without: ['bytes', 'result', 'corrections', 'mapping', 'basis'] },
	column_mapping: { table: columnMapping, columns: [columnMapping.who] },
	account_import: { table: accountImport, columns: [accountImport.who, accountImport.undoneBy] },
	account: { table: account, columns: [account.who] },
	factor_override: { table: factorOverride, columns: [factorOverride.who] },
	target_frame: { table: targetFrame, columns: [targetFrame.who] },
	climate_target: { table: climateTarget, columns: [climateTarget.who] },
	scenario: { table: scenario, columns: [scenario.who], without: ['document'] },
	status_report: { table: statusReport, columns: [statusReport.who], without: ['content', 'differences'] },
	change: { table: change, columns: [change.who, change.entityId], without: ['previousHash', 'hash'] },
	audit_entry: { table: auditEntry, columns: [auditEntry.who, auditEntry.subject], without: ['previousHash', 'hash'] },
};

/** Every row of the municipality that names a person, by table; secrets, hashes and others' documents left out. */
export async function listPersonalData(
	tx: ReadTx,
	personId: string,
): Promise<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
	const data: Record<string, readonly Readonly<Record<string, unknown>>[]> = {};
	for (const [name, { table, columns, without = [], withoutLinks = [] }] of Object.entries(personPlaces)) {
		const shown = Object.entries(getTableColumns(table)).filter(([key]) => key !== 'municipalityCode' && !without.includes(key));
		const rows: Record<string, unknown>[] = await tx.db
			.select(Object.fromEntries(shown))
			.from(table as AnyPgTable)
			.where(and(eq(table.municipalityCode, tx.tenant), or(...columns.map((column) => eq(sql`(${column})::text`, personId)))));
		data[name] = rows.map((row) => ({ ...row, ...Object.fromEntries(withoutLinks.map((key) => [key, hideAnswerLink(String(row[key]))])) }));
	}
	return data;
}

/** Takes away what a person has begun to answer and not sent in, in all rounds. What was given stays. */
export async function removeDraftsOf(tx: WriteTx, personId: string, at: Date): Promise<void> {
	await tx.db
		.update(answer)
		.set({
			draft: null,
			status: sql`case when ${answer.status} = 'draft' then 'waiting' else ${answer.status} end`,
			version: sql`${answer.version} + 1`,
			changedAt: at,
		})
		.where(and(eq(answer.municipalityCode, tx.tenant), sql`${answer.draft} ->> 'who' = ${personId}`));
}

/** Who is to be forgotten: by id, and by what others' mails may call the person. */
export type Forgotten = { readonly id: string; readonly name: string; readonly email: string | null };

/**
 * Takes address and words out of every mail to a person, and the words out of every mail to somebody else that names the person; that
 * there was one, when and of what kind stays. One that waits is written anew before it goes.
 */
export async function clearMails(tx: WriteTx, { id, name, email }: Forgotten): Promise<void> {
	// A mail with a link to sign in may know the address alone.
	const isTo = or(eq(mail.personId, id), eq(sql`lower(${mail.toAddress})`, email?.toLowerCase() ?? ''));
	const none = { subject: '-', text: '-', html: '-' };
	const ofTenant = eq(mail.municipalityCode, tx.tenant);
	await tx.db
		.update(mail)
		.set({ ...none, toAddress: '-', error: sql`case when ${mail.error} is not null then '-' end` })
		.where(and(ofTenant, isTo));
	const words = sql`${mail.subject} || ' ' || ${mail.text}`;
	const isNaming = or(...[name, email].flatMap((called) => (!called?.trim() ? [] : sql`${words} ~* ${matchWords(called)}`)));
	await tx.db
		.update(mail)
		.set(none)
		.where(and(ofTenant, isNaming, ne(mail.kind, 'sign-in')));
}

/** A regular expression of PostgreSQL for words that stand alone, whatever is between them: `Bo` is not in `Bolig`. */
function matchWords(words: string): string {
	const escaped = words.trim().replace(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`);
	return String.raw`(^|[^[:alnum:]])${escaped.replace(/\s+/g, String.raw`\s+`)}($|[^[:alnum:]])`;
}

/** Throws away documents that a person uploaded and did not take in. */
export async function removeUploadsOf(tx: WriteTx, who: string): Promise<void> {
	await tx.db.delete(importDraft).where(and(eq(importDraft.municipalityCode, tx.tenant), eq(importDraft.who, who)));
}

/** Throws away links that ended before a day. Gives how many there were. */
export async function removeOldLinks(tx: WriteTx, before: Date): Promise<number> {
	const isOld = or(lt(answerLink.expiresAt, before), lt(answerLink.revokedAt, before));
	return (await tx.db.delete(answerLink).where(and(eq(answerLink.municipalityCode, tx.tenant), isOld))).rowCount ?? 0;
}

/** Ids of the persons who left before a day and whose name is still here. */
export async function listLeftBefore(tx: ReadTx, before: Date): Promise<string[]> {
	const rows = await tx.db
		.select({ id: person.id })
		.from(person)
		.where(
			and(eq(person.municipalityCode, tx.tenant), isNotNull(person.leftAt), lt(person.leftAt, before), sql`${person.erasedAt} is null`),
		);
	return rows.map(({ id }) => id);
}

/**
 * Throws away users whose address no municipality knows any more, older than a day given: who has just signed in for the first time
 * is about to become known. Those of answer links are nobody's address and stay while a session of theirs is open. Gives how many
 * there were.
 */
export async function removeUnknownUsers(tx: SignInTx, before: Date, now: Date): Promise<number> {
	const isKnown = sql`exists (select from ${person} p where lower(p.email) = lower(${signInUser.email}) and p.left_at is null)`;
	const isAnswering = sql`(${signInUser.email} like '%.answers.invalid' and exists (select from ${signInSession} s
		where s.user_id = ${signInUser.id} and s.expires_at > ${now.toISOString()}::timestamptz))`;
	const isUnknown = and(lt(signInUser.createdAt, before), sql`not ${isKnown}`, sql`not ${isAnswering}`);
	return (await tx.db.delete(signInUser).where(isUnknown)).rowCount ?? 0;
}
