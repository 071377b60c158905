import { findDigestDay } from '#domain/followup/digest-day.ts';
import { forecastMails, type ExpectedMails } from '#domain/followup/forecast-mails.ts';
import { listUnreachable, type DueMail, type MailOccasion, type MailRound, type Unreachable } from '#domain/followup/gather-mails.ts';
import type { AdjustableMailKind, MailContent, MailTemplate, MailText, WriteMail } from '#domain/followup/mail-content.ts';
import type { MailSettings } from '#domain/followup/mail-settings.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { addDays } from '#domain/shared/danish-day.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listWaitingAnswers } from '#storage/mail-occasions.ts';
import { listAssignments } from '#storage/assignments.ts';
import { listInitiativeRows } from '#storage/initiatives.ts';
import { listMailsOfKind } from '#storage/mails.ts';
import { listMailTemplates, type MailTemplateRow } from '#storage/mail-templates.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import { findRoundRun } from '#storage/round-runs.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { describeDigest } from './describe-digest.ts';
import { readMailSettings } from './mail-settings.ts';
import { describeMail, findContact, findDueMails, readMailDesk, type MailDesk } from './read-occasion.ts';
import { listReaders } from './write-digests.ts';

/** A mail that would be queued at this moment, word for word but for the secret in its link. */
export type PreviewedMail = {
	readonly personId: string;
	readonly name: string;
	readonly to: string;
	readonly kind: DueMail['kind'];
	readonly words: MailText;
};

/** What goes out in a round: at once, on which days, with which words, and whom it does not reach. */
export type MailPreview = {
	readonly municipality: MunicipalityProfile;
	readonly run: RoundRun;
	readonly due: readonly PreviewedMail[];
	/** Every mail after these to those who have yet to answer; of a round that is prepared, as if answers were collected from now on. */
	readonly expected: readonly ExpectedMails[];
	/** The weekly mail that comes next: on which day, to how many; null where none goes. It comes every week until the answers are approved. */
	readonly digest: { readonly day: CalendarDate; readonly count: number } | null;
	readonly today: CalendarDate;
	readonly unreachable: readonly Unreachable[];
	readonly settings: MailSettings;
	readonly settingsVersion: number;
	/** The municipality's own words by kind. */
	readonly templates: ReadonlyMap<AdjustableMailKind, MailTemplateRow>;
};

/** What stands in place of the secret of a link in a preview. */
const hidden = '…';

/** Shows what would be sent now. Throws not-found `round.unknown` for a year that is not run here. */
export async function previewMails(
	context: Context,
	{ municipality, year, write }: { readonly municipality: string; readonly year: number; readonly write: WriteMail },
): Promise<MailPreview> {
	const { code } = await requireMay(context, 'mail.read', municipality);
	return context.database.read(code, async (tx) => {
		const run = await requireRun(tx, year);
		const desk = await readMailDesk(tx, context.now());
		const due = findDueMails(desk);
		const { settings, version } = await readMailSettings(tx);
		return {
			municipality: desk.municipality,
			run,
			due: due.map((mail) => previewOne(mail, write(describeMail(desk, mail, hiddenLink(context, desk)), settings.locale))),
			expected: forecastMails(haveGone(due, await addPrepared(tx, desk, run)), desk, settings),
			digest: await forecastDigest(tx, desk, run),
			today: desk.today,
			unreachable: listUnreachable(desk.occasion, desk.today),
			settings,
			settingsVersion: version,
			templates: await listMailTemplates(tx),
		};
	});
}

async function forecastDigest(tx: ReadTx, desk: MailDesk, { stage, year }: RoundRun): Promise<MailPreview['digest']> {
	const { today, settings } = desk;
	const count = listReaders(desk).length;
	const isRunning = stage === 'open' || stage === 'collecting' || stage === 'review';
	if (!isRunning || settings.digestWeekday === null || count === 0) return null;
	const had = (await listMailsOfKind(tx, 'digest', addDays(today, -6))).filter((mail) => mail.year === year && mail.state !== 'cancelled');
	const last =
		had
			.map(({ day }) => day)
			.sort()
			.at(-1) ?? null;
	return { day: findDigestDay(today, settings.digestWeekday, last), count };
}

/** With a round that is prepared, as if its answers were collected from now on. */
async function addPrepared(tx: ReadTx, desk: MailDesk, run: RoundRun): Promise<MailDesk> {
	if (run.stage !== 'open') return desk;
	const { rounds, waiting, ...occasion } = desk.occasion;
	const round = beginNow(run, desk);
	const all = { rounds: [...rounds, round], waiting: [...waiting, ...(await listWaitingAnswers(tx, [round]))] };
	return { ...desk, occasion: { ...occasion, ...all } };
}

/** What is known once these mails have gone. */
function haveGone(due: readonly DueMail[], { occasion, today, now }: MailDesk): MailOccasion {
	const mailed = due.map(({ person }) => ({ personId: person.id, day: today, queuedAt: now }));
	return { ...occasion, mailed: [...occasion.mailed, ...mailed] };
}

/** The round as if its answers were collected from now on. */
function beginNow({ planId, year, deadline, contact }: RoundRun, { today, now }: Pick<MailDesk, 'today' | 'now'>): MailRound {
	return { planId, year, deadline, contact, isInReview: false, collectingSince: today, collectingFrom: now };
}

/**
 * Shows how mails of a kind look in a round with these words, before anything is due or saved: to somebody who is asked, about all that
 * the person is asked about.
 */
export async function previewKind(
	context: Context,
	input: {
		readonly municipality: string;
		readonly year: number;
		readonly kind: AdjustableMailKind;
		/** Words that are not saved yet; left out, the saved ones. */
		readonly template?: MailTemplate;
		readonly write: WriteMail;
	},
): Promise<MailText> {
	const { code } = await requireMay(context, 'mail.read', input.municipality);
	return context.database.read(code, async (tx) => {
		const run = await requireRun(tx, input.year);
		const desk = await readMailDesk(tx, context.now());
		const content = await makeSample(tx, context, desk, run, input.kind);
		const template = input.template ?? desk.templates.get(input.kind) ?? null;
		return input.write({ ...content, template }, desk.settings.locale);
	});
}

async function makeSample(tx: ReadTx, context: Context, desk: MailDesk, run: RoundRun, kind: AdjustableMailKind): Promise<MailContent> {
	const round = beginNow(run, desk);
	if (kind === 'digest') {
		const [reader] = listReaders(desk);
		const content = await describeDigest(tx, context, await addPrepared(tx, desk, run), { ...round, isInReview: run.stage === 'review' });
		return { ...content, reader: reader?.name ?? null };
	}
	const { year, deadline } = round;
	const { reader, initiatives } = await findSampleReader(tx, desk, run);
	const late = kind === 'overdue' && desk.today <= deadline;
	return {
		kind,
		reader,
		municipality: desk.municipality.name,
		year,
		deadline,
		day: late ? addDays(deadline, 1) : desk.today,
		link: hiddenLink(context, desk),
		contact: round.contact ?? findContact(desk),
		template: null,
		initiatives: initiatives.map((one, at) => ({ ...one, year, isSentBack: kind === 'sent back' && at === 0 })),
		onBehalfOf: [],
	};
}

type SampleReader = {
	readonly reader: string | null;
	readonly initiatives: readonly { readonly number: string; readonly title: string }[];
};

/** The first who is asked, with what the person is asked about; where nobody is, nobody in particular and the plan's first initiative. */
async function findSampleReader(tx: ReadTx, { occasion }: MailDesk, { planId, year }: RoundRun): Promise<SampleReader> {
	const asked = await listAssignments(tx, planId, year);
	const inPlan = (await listInitiativeRows(tx, planId)).filter(({ content }) => content.withdrawnIn === null);
	const of = (personId: string) => inPlan.filter(({ id }) => asked.get(id)?.includes(personId));
	const reader = occasion.people.find(({ id, leftAt }) => !leftAt && of(id).length > 0);
	const initiatives = reader ? of(reader.id) : inPlan.slice(0, 1);
	return { reader: reader?.name ?? null, initiatives: initiatives.map(({ content: { number, title } }) => ({ number, title })) };
}

function previewOne({ person, kind }: DueMail, words: MailText): PreviewedMail {
	return { personId: person.id, name: person.name, to: person.email, kind, words };
}

/** The address of an answer link, without its secret. */
export function hiddenLink({ address }: Context, { municipality }: MailDesk): string {
	return `${address}/${municipality.slug}/svar/link/${hidden}`;
}

/** The round of a year that is run here. Throws not-found `round.unknown`. */
export async function requireRun(tx: ReadTx, year: number): Promise<RoundRun> {
	const plan = await findCurrentPlan(tx, { publicOnly: false });
	const run = plan && (await findRoundRun(tx, plan.id, year));
	if (!run) {
		const municipality = (await findMunicipality(tx))?.profile.name ?? tx.tenant;
		throw new DomainError('not-found', 'round.unknown', { municipality, year });
	}
	return run;
}
