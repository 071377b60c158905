import { forecastMails, type ExpectedMails } from '#domain/followup/forecast-mails.ts';
import type { DueMail, GatheredDay, MailRound, Unreachable } from '#domain/followup/gather-mails.ts';
import type { AdjustableMailKind, MailContent, MailTemplate, MailText, WriteMail } from '#domain/followup/mail-content.ts';
import type { MailSettings } from '#domain/followup/mail-settings.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { listReminderDays } from '#domain/followup/reminder-schedule.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { addDays } from '#domain/shared/danish-day.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { countRoundAnswers } from '#storage/mail-occasions.ts';
import { listMailTemplates, type MailTemplateRow } from '#storage/mail-templates.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import { findRoundRun } from '#storage/round-runs.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readMailSettings } from './mail-settings.ts';
import { describeMail, findContact, findDueMails, readMailDesk, type MailDesk } from './read-occasion.ts';
import { describeDigest } from './write-digests.ts';

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
	/** The next mail of everybody else who has yet to answer, when it is expected. */
	readonly expected: readonly ExpectedMails[];
	readonly today: CalendarDate;
	readonly unreachable: readonly Unreachable[];
	/** Days that reminders are due, also past ones. */
	readonly days: readonly CalendarDate[];
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
		const { due, unreachable }: GatheredDay = findDueMails(desk);
		const { settings, version } = await readMailSettings(tx);
		return {
			municipality: desk.municipality,
			run,
			due: due.map((mail) => previewOne(mail, write(describeMail(desk, mail, hiddenLink(context, desk)), settings.locale))),
			expected: forecastMails(
				desk.occasion,
				desk,
				settings,
				due.map(({ person }) => person.id),
			),
			today: desk.today,
			unreachable,
			days: listReminderDays(run.deadline, settings),
			settings,
			settingsVersion: version,
			templates: await listMailTemplates(tx),
		};
	});
}

/**
 * Shows how mails of a kind look in a round with these words, before anything is due or saved: to nobody in particular, about as many
 * initiatives as a person is asked about in the mean.
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
		const { planId, year, deadline, contact } = await requireRun(tx, input.year);
		const desk = await readMailDesk(tx, context.now());
		const round: MailRound = { planId, year, isInReview: false, deadline, collectingSince: desk.today, collectingFrom: desk.now, contact };
		const content = await makeSample(tx, context, desk, round, input.kind);
		const template = input.template ?? desk.templates.get(input.kind) ?? null;
		return input.write({ ...content, template }, desk.settings.locale);
	});
}

async function makeSample(tx: ReadTx, context: Context, desk: MailDesk, round: MailRound, kind: AdjustableMailKind): Promise<MailContent> {
	if (kind === 'digest') return describeDigest(tx, desk, round, context.address);
	const { year, deadline } = round;
	const { asked, persons } = await countRoundAnswers(tx, round.planId, year);
	const waiting = Math.max(1, Math.round(asked / Math.max(1, persons)));
	const late = kind === 'overdue' && desk.today <= deadline;
	return {
		kind,
		municipality: desk.municipality.name,
		year,
		deadline,
		day: late ? addDays(deadline, 1) : desk.today,
		link: hiddenLink(context, desk),
		contact: round.contact ?? findContact(desk),
		template: null,
		waiting,
		sentBack: kind === 'sent back' ? 1 : 0,
		onBehalfOf: [],
	};
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
