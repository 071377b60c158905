import type { StandIn } from '#domain/access/person.ts';
import { gatherMails, type DueMail, type MailOccasion, type MailRound } from '#domain/followup/gather-mails.ts';
import type { OwnerMailContent, MailTemplate, AdjustableMailKind } from '#domain/followup/mail-content.ts';
import type { MailSettings } from '#domain/followup/mail-settings.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { addDays, getDanishDay } from '#domain/shared/danish-day.ts';
import { listMailRounds, listWaitingAnswers } from '#storage/mail-occasions.ts';
import { listGatheredMails } from '#storage/mails.ts';
import { listMailTemplates } from '#storage/mail-templates.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { listPeople, listPeopleOf } from '#storage/people.ts';
import { listStandIns } from '#storage/stand-ins.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { readMailSettings } from './mail-settings.ts';

/** Everything mails are made from, in one transaction. */
export type MailDesk = {
	readonly municipality: MunicipalityProfile;
	readonly settings: MailSettings;
	readonly templates: ReadonlyMap<AdjustableMailKind, MailTemplate>;
	readonly occasion: MailOccasion;
	readonly now: Date;
	readonly today: CalendarDate;
	readonly hour: number;
};

/** Days that a person's earlier mails are looked back for: no round runs longer. */
const lookBack = 550;

/** Reads what mails of this moment are made from; with `personId` no more than what a mail to that person says, whatever has gone to the person before. */
export async function readMailDesk(tx: ReadTx, now: Date, personId?: string): Promise<MailDesk> {
	const { day: today, hour } = getDanishDay(now);
	const [found, rounds, { settings }, standIns, templates] = await Promise.all([
		findMunicipality(tx),
		listMailRounds(tx),
		readMailSettings(tx),
		listStandIns(tx),
		listMailTemplates(tx),
	]);
	if (!found) throw new DomainError('not-found', 'municipality.unknown', { municipality: tx.tenant });
	const about = await (personId === undefined
		? readOfAll(tx, rounds, addDays(today, -lookBack))
		: readOfOne(tx, rounds, standIns, personId));
	return { municipality: found.profile, settings, templates, occasion: { rounds, standIns, ...about }, now, today, hour };
}

type About = Pick<MailOccasion, 'waiting' | 'people' | 'mailed'>;

async function readOfAll(tx: ReadTx, rounds: readonly MailRound[], since: CalendarDate): Promise<About> {
	const [waiting, people, mailed] = await Promise.all([listWaitingAnswers(tx, rounds), listPeople(tx), listGatheredMails(tx, since)]);
	return { waiting, people, mailed };
}

/** A mail that has been written goes whatever has gone before. Beside those it tells of it names who runs the round. */
async function readOfOne(tx: ReadTx, rounds: readonly MailRound[], standIns: readonly StandIn[], personId: string): Promise<About> {
	const absent = standIns.flatMap((one) => (one.standInId === personId ? [one.personId] : []));
	const told = [personId, ...standIns.flatMap((one) => [one.personId, one.standInId])];
	const [waiting, people] = await Promise.all([
		listWaitingAnswers(tx, rounds, [personId, ...absent]),
		listPeopleOf(tx, told, { orRole: 'coordinator' }),
	]);
	return { waiting, people, mailed: [] };
}

/** The mails due now. Reminders wait for their hour; invitations and answers sent back do not. */
export function findDueMails(desk: MailDesk): DueMail[] {
	const isNow = ({ kind }: DueMail) => desk.hour >= desk.settings.hour || kind === 'invitation' || kind === 'sent back';
	return gatherMails(desk.occasion, desk, desk.settings).filter(isNow);
}

/** What a due mail says, with the address its button leads to. */
export function describeMail(desk: MailDesk, due: DueMail, link: string): OwnerMailContent {
	const { kind, initiatives, onBehalfOf, round, person } = due;
	const { year, deadline } = round;
	const template = desk.templates.get(kind) ?? null;
	const contact = round.contact ?? findContact(desk);
	const municipality = desk.municipality.name;
	return { kind, reader: person.name, municipality, year, deadline, day: desk.today, link, contact, template, initiatives, onBehalfOf };
}

/** Whom to ask where the round does not say: the first of those who run it. */
export function findContact({ occasion }: MailDesk): string | null {
	const found = occasion.people.find(({ role, leftAt, email }) => role === 'coordinator' && !leftAt && email);
	return found ? `${found.name}, ${found.email}` : null;
}
