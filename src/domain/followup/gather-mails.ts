import type { Person, StandIn } from '../access/person.ts';
import type { CalendarDate } from '../shared/calendar-date.ts';
import { compareWords } from '../shared/natural-order.ts';
import { findDueMail, type OwnerMailKind, type ReminderPlan } from './reminder-schedule.ts';

/** A round that answers are collected for, or whose answers are gone through. */
export type MailRound = {
	readonly planId: string;
	readonly year: number;
	/** True in the review: only what was sent back can still be answered. */
	readonly isInReview: boolean;
	readonly deadline: CalendarDate;
	/** First Danish day of collecting. */
	readonly collectingSince: CalendarDate;
	/** The moment it first began, where it was stopped and begun again. */
	readonly collectingFrom: Date;
	readonly contact: string | null;
};

/** An initiative somebody is asked about and has yet to answer. */
export type WaitingAnswer = {
	readonly planId: string;
	readonly year: number;
	readonly initiativeId: string;
	readonly number: string;
	readonly title: string;
	readonly personId: string;
	/** When it was sent back; null where it was not. */
	readonly sentBackAt: Date | null;
};

/** An initiative as the mail to somebody who answers about it names it. */
export type AskedInitiative = Pick<WaitingAnswer, 'number' | 'title' | 'year'> & { readonly isSentBack: boolean };

/** A mail that went to a person, gathered for a day. */
export type GatheredMail = { readonly personId: string; readonly day: CalendarDate; readonly queuedAt: Date };

export type MailOccasion = {
	readonly rounds: readonly MailRound[];
	readonly waiting: readonly WaitingAnswer[];
	readonly people: readonly Person[];
	readonly standIns: readonly StandIn[];
	readonly mailed: readonly GatheredMail[];
};

/** One person's mail of a day: everything the person is to answer, also for others. */
export type DueMail = {
	readonly person: Person & { readonly email: string };
	readonly kind: OwnerMailKind;
	/** The round it is about first: of those a mail is due for, the one whose deadline comes first. */
	readonly round: MailRound;
	/** What the person is to answer about, in the order of the answers. */
	readonly initiatives: readonly AskedInitiative[];
	readonly onBehalfOf: readonly string[];
};

/** Somebody who has something to answer and whom no mail reaches. */
export type Unreachable = { readonly person: Person; readonly why: 'bounced' | 'no address' | 'left'; readonly waiting: number };

/** Minutes an answer lies sent back before its owner is told, so that several become one mail. */
export const quietMinutes = 30;
/** The machine that starts a round and the one that writes its mails need not agree on the second. */
const clockDifference = 60_000;
const urgency: readonly OwnerMailKind[] = ['overdue', 'sent back', 'reminder', 'invitation'];

/** The mails that are due at a time, one per person, in the order of the people. */
export function gatherMails(occasion: MailOccasion, at: At, plan: ReminderPlan): DueMail[] {
	const due: DueMail[] = [];
	for (const [personId, answers] of groupByRecipient(occasion, at.today)) {
		const person = occasion.people.find(({ id }) => id === personId);
		if (!person || findObstacle(person)) continue;
		const mailed = occasion.mailed.filter((mail) => mail.personId === personId);
		due.push(...writeUp(occasion, person as DueMail['person'], answers, (round, own) => findKind(round, own, mailed, at, plan)));
	}
	const order = (person: Person) => occasion.people.indexOf(person);
	return due.sort((left, right) => order(left.person) - order(right.person));
}

/** Who has something to answer on a day, and whom no mail reaches. */
export function listUnreachable(occasion: MailOccasion, today: CalendarDate): Unreachable[] {
	return [...groupByRecipient(occasion, today)].flatMap(([personId, answers]) => {
		const person = occasion.people.find(({ id }) => id === personId);
		const why = person && findObstacle(person);
		return person && why ? [{ person, why, waiting: listInitiatives(answers).length }] : [];
	});
}

/**
 * What a person would be told today in place of a mail that did not arrive, whatever has gone to the person before; undefined when
 * there is nothing to tell any more, or no way to. Before the deadline somebody who was to be invited still is.
 */
export function findMailOfToday(
	occasion: MailOccasion,
	personId: string,
	today: CalendarDate,
	lost: 'invitation' | 'another',
): DueMail | undefined {
	const person = occasion.people.find(({ id }) => id === personId);
	const answers = groupByRecipient(occasion, today).get(personId);
	if (!person || !answers || findObstacle(person)) return undefined;
	return writeUp(occasion, person as DueMail['person'], answers, ({ collectingSince, deadline }, own) => {
		if (own.length === 0 || today < collectingSince) return undefined;
		if (own.some(({ sentBackAt }) => sentBackAt !== null)) return 'sent back';
		if (today > deadline) return 'overdue';
		return lost === 'invitation' ? 'invitation' : 'reminder';
	})[0];
}

/** A mail that was written and has not gone. */
export type WaitingMail = { readonly personId: string; readonly kind: OwnerMailKind; readonly planId: string; readonly year: number };

/**
 * What a mail that has waited is to say today: of the same kind, unless the deadline has passed or moved; about another round when its
 * own asks for nothing. Undefined when there is nothing to tell, as of what is sent back no more: a reminder comes at its own time.
 */
export function renewMail(occasion: MailOccasion, { personId, kind, planId, year }: WaitingMail, today: CalendarDate): DueMail | undefined {
	const person = occasion.people.find(({ id }) => id === personId);
	const answers = groupByRecipient(occasion, today).get(personId);
	if (!person || !answers || findObstacle(person)) return undefined;
	const choose: ChooseKind = (round, own) =>
		round.planId === planId && round.year === year && own.length > 0 ? renewKind(kind, round, own, today) : undefined;
	const isBack = answers.some(({ sentBackAt }) => sentBackAt !== null);
	if (kind === 'sent back' && !isBack) return undefined;
	return (
		writeUp(occasion, person as DueMail['person'], answers, choose)[0] ??
		findMailOfToday(occasion, personId, today, kind === 'invitation' ? 'invitation' : 'another')
	);
}

function renewKind(kind: OwnerMailKind, { deadline }: MailRound, answers: readonly WaitingAnswer[], today: CalendarDate): OwnerMailKind {
	if (kind === 'sent back' && answers.some(({ sentBackAt }) => sentBackAt !== null)) return 'sent back';
	if (today > deadline) return 'overdue';
	return kind === 'invitation' ? 'invitation' : 'reminder';
}

/** How many initiatives of a round a person has yet to answer about, for others too. */
export function countWaiting(occasion: MailOccasion, personId: string, round: MailRound, today: CalendarDate): number {
	const answers = groupByRecipient(occasion, today).get(personId) ?? [];
	return listInitiatives(answers.filter((answer) => isOfRound(answer, round))).length;
}

/** Who can answer in these rounds and has not, those with the most first: the persons asked, whoever stands in for them. */
export function listMissing({ rounds, waiting, people }: MailOccasion): { readonly name: string; readonly waiting: number }[] {
	const open = waiting.filter((answer) => rounds.some((round) => canAnswer(answer, round)));
	const byPerson = Map.groupBy(open, ({ personId }) => personId);
	return people
		.map(({ id, name }) => ({ name, waiting: listInitiatives(byPerson.get(id) ?? []).length }))
		.filter((each) => each.waiting > 0)
		.sort((left, right) => right.waiting - left.waiting || compareWords(left.name, right.name));
}

type At = { readonly now: Date; readonly today: CalendarDate };

type ChooseKind = (round: MailRound, answers: WaitingAnswer[]) => OwnerMailKind | undefined;

function writeUp(occasion: MailOccasion, person: DueMail['person'], answers: WaitingAnswer[], choose: ChooseKind): DueMail[] {
	const asks = occasion.rounds.flatMap((round) => {
		const kind = choose(
			round,
			answers.filter((answer) => isOfRound(answer, round)),
		);
		return kind ? [{ round, kind }] : [];
	});
	asks.sort((left, right) => compareAsks(left, right));
	const first = asks[0];
	if (!first) return [];
	const others = new Set(answers.map(({ personId }) => personId).filter((id) => id !== person.id));
	const onBehalfOf = occasion.people.filter(({ id }) => others.has(id)).map(({ name }) => name);
	return [{ person, ...first, initiatives: listInitiatives(answers), onBehalfOf }];
}

type Ask = Pick<DueMail, 'round' | 'kind'>;

function compareAsks(left: Ask, right: Ask): number {
	return urgency.indexOf(left.kind) - urgency.indexOf(right.kind) || (left.round.deadline < right.round.deadline ? -1 : 1);
}

function findKind(round: MailRound, answers: WaitingAnswer[], mailed: GatheredMail[], { now, today }: At, plan: ReminderPlan) {
	const last = Math.max(0, ...mailed.map(({ queuedAt }) => queuedAt.getTime()));
	const sentBack = answers.flatMap(({ sentBackAt }) => (sentBackAt && sentBackAt.getTime() > last ? [sentBackAt.getTime()] : []));
	const isQuiet = sentBack.every((time) => now.getTime() - time >= quietMinutes * 60_000);
	const newlySentBack = isQuiet ? sentBack.length : 0;
	const waiting = round.isInReview ? newlySentBack : answers.length;
	const from = round.collectingFrom.getTime() - clockDifference;
	const isTold = mailed.some(({ day, queuedAt }) => day >= round.collectingSince && queuedAt.getTime() >= from);
	return findDueMail({ ...round, waiting, newlySentBack, isTold, mailedOn: mailed.map(({ day }) => day) }, today, plan);
}

/** Whose mail tells of each answer: those who stand in on that day, else the person asked. */
function groupByRecipient({ rounds, waiting, people, standIns }: MailOccasion, today: CalendarDate): Map<string, WaitingAnswer[]> {
	const here = new Set(people.filter((person) => !findObstacle(person)).map(({ id }) => id));
	const grouped = new Map<string, WaitingAnswer[]>();
	for (const answer of waiting) {
		if (!rounds.some((round) => canAnswer(answer, round))) continue;
		const acting = standIns
			.filter(({ personId, from, until }) => personId === answer.personId && from <= today && (until === null || today <= until))
			.map(({ standInId }) => standInId)
			.filter((id) => here.has(id));
		for (const id of acting.length > 0 ? acting : [answer.personId]) grouped.set(id, [...(grouped.get(id) ?? []), answer]);
	}
	return grouped;
}

function findObstacle({ email, leftAt, bounce }: Person): Unreachable['why'] | undefined {
	if (leftAt) return 'left';
	if (!email) return 'no address';
	return bounce ? 'bounced' : undefined;
}

function canAnswer(answer: WaitingAnswer, round: MailRound): boolean {
	return isOfRound(answer, round) && (!round.isInReview || answer.sentBackAt !== null);
}

function isOfRound(answer: WaitingAnswer, round: MailRound): boolean {
	return answer.planId === round.planId && answer.year === round.year;
}

/** Two who are asked about the same make one initiative for somebody who stands in for both. */
function listInitiatives(answers: readonly WaitingAnswer[]): AskedInitiative[] {
	const byKey = Map.groupBy(answers, ({ planId, year, initiativeId }) => `${planId} ${year} ${initiativeId}`);
	return [...byKey.values()].flatMap((same) => {
		const [first] = same;
		if (!first) return [];
		const { number, title, year } = first;
		return [{ number, title, year, isSentBack: same.some(({ sentBackAt }) => sentBackAt !== null) }];
	});
}
