import { gatherMails, type DueMail, type GatheredDay, type MailOccasion } from '#domain/followup/gather-mails.ts';
import type { OwnerMailContent, MailTemplate, AdjustableMailKind } from '#domain/followup/mail-content.ts';
import type { MailSettings } from '#domain/followup/mail-settings.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { addDays, getDanishDay } from '#domain/shared/danish-day.ts';
import { listMailRounds, listWaitingAnswers } from '#storage/mail-occasions.ts';
import { listGatheredMails } from '#storage/mails.ts';
import { listMailTemplates } from '#storage/mail-templates.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { listPeople } from '#storage/people.ts';
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

/** Reads what mails of this moment are made from; with `personId` no more than what decides about the mails to that person. */
export async function readMailDesk(tx: ReadTx, now: Date, personId?: string): Promise<MailDesk> {
	const { day: today, hour } = getDanishDay(now);
	const municipality = (await findMunicipality(tx))?.profile;
	if (!municipality) throw new DomainError('not-found', 'municipality.unknown', { municipality: tx.tenant });
	const rounds = await listMailRounds(tx);
	const { settings } = await readMailSettings(tx);
	const standIns = await listStandIns(tx);
	const absent = standIns.flatMap((one) => (one.standInId === personId ? [one.personId] : []));
	const occasion: MailOccasion = {
		rounds,
		waiting: await listWaitingAnswers(tx, rounds, personId === undefined ? undefined : [personId, ...absent]),
		people: await listPeople(tx),
		standIns,
		mailed: await listGatheredMails(tx, addDays(today, -lookBack)),
	};
	return { municipality, settings, templates: await listMailTemplates(tx), occasion, now, today, hour };
}

/** The mails due now. Reminders wait for their hour; invitations and answers sent back do not. */
export function findDueMails(desk: MailDesk): GatheredDay {
	const { due, unreachable } = gatherMails(desk.occasion, desk, desk.settings);
	const isNow = ({ kind }: DueMail) => desk.hour >= desk.settings.hour || kind === 'invitation' || kind === 'sent back';
	return { due: due.filter(isNow), unreachable };
}

/** What a due mail says, with the address its button leads to. */
export function describeMail(desk: MailDesk, due: DueMail, link: string): OwnerMailContent {
	const { kind, waiting, sentBack, onBehalfOf, round } = due;
	const { year, deadline } = round;
	const template = desk.templates.get(kind) ?? null;
	const contact = round.contact ?? findContact(desk);
	const municipality = desk.municipality.name;
	return { kind, municipality, year, deadline, day: desk.today, link, contact, template, waiting, sentBack, onBehalfOf };
}

/** Whom to ask where the round does not say: the first of those who run it. */
export function findContact({ occasion }: MailDesk): string | null {
	const found = occasion.people.find(({ role, leftAt, email }) => role === 'coordinator' && !leftAt && email);
	return found ? `${found.name}, ${found.email}` : null;
}
