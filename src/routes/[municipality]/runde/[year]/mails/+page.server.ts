import { fail, redirect } from '@sveltejs/kit';
import { readMailTimes } from '#domain/followup/mail-settings.ts';
import { parseYear } from '#domain/shared/year.ts';
import { writeMail } from '#text/mails.ts';
import { listMails } from '#usecases/mail/list-mails.ts';
import { saveMailSettings } from '#usecases/mail/mail-settings.ts';
import { previewKind, previewMails } from '#usecases/mail/preview-mails.ts';
import { checkWords, saveMailTemplate } from '#usecases/mail/save-mail-template.ts';
import { previewMailAgain, sendMailAgain } from '#usecases/mail/send-mail-again.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readCount, readText } from '#web/read-form.ts';
import { answerRefusal } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { readKind } from './read-kind.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
	// What names people stays in no cache.
	setHeaders({ 'cache-control': 'no-store' });
	const round = { municipality: params.municipality, year: parseYear(params.year) ?? 0 };
	const preview = await previewMails(locals.context, { ...round, write: writeMail });
	const kind = readKind(url.searchParams.get('tekst'));
	return {
		view: keepOnServer(preview),
		mails: keepOnServer(await listMails(locals.context, round)),
		kind,
		words: keepOnServer(await previewKind(locals.context, { ...round, kind, write: writeMail })),
		again: keepOnServer(await readAgain(locals, round.municipality, url.searchParams.get('igen'))),
		// It is the demo's own: to nobody else is it there.
		hasOutbox: locals.outbox !== null && locals.demo,
		done: url.searchParams.get('gjort'),
		municipality: describeHeader(preview.municipality, true),
	};
};

export const actions: Actions = {
	preview: async ({ locals, params, request }) => {
		const typed = readTyped(await request.formData());
		const shown = await answerRefusal(locals.locale, () => {
			const round = { municipality: params.municipality, year: parseYear(params.year) ?? 0 };
			return previewKind(locals.context, { ...round, kind: typed.kind, template: checkWords(typed), write: writeMail });
		});
		return 'subject' in shown ? { typed, shown } : fail(shown.status, { ...shown.data, typed });
	},
	save: async ({ locals, params, request }) => {
		const typed = readTyped(await request.formData());
		const refused = await answerRefusal(locals.locale, () =>
			saveMailTemplate(locals.context, { municipality: params.municipality, ...typed }),
		);
		if (refused) return fail(refused.status, { ...refused.data, typed });
		return leave(locals, params, `?gjort=gemt&tekst=${encodeURIComponent(typed.kind)}`);
	},
	settings: async ({ locals, params, request }) => {
		const form = await request.formData();
		const text = (name: string) => readText(form, name);
		const times = { daysBefore: text('daysBefore'), daysAfter: text('daysAfter'), minimumGap: text('minimumGap'), hour: text('hour') };
		const version = readCount(form, 'version');
		const refused = await answerRefusal(locals.locale, () => {
			const digestWeekday = text('digestWeekday') === '' ? null : Number(text('digestWeekday'));
			const settings = { ...readMailTimes(times), digestWeekday, locale: text('locale') };
			return saveMailSettings(locals.context, { municipality: params.municipality, version, settings });
		});
		return refused ? fail(refused.status, { ...refused.data, times }) : leave(locals, params, '?gjort=gemt');
	},
	again: async ({ locals, params, request }) => {
		const mailId = readText(await request.formData(), 'mail');
		const refused = await answerRefusal(locals.locale, () =>
			sendMailAgain(locals.context, { municipality: params.municipality, mailId, write: writeMail }),
		);
		return refused ? fail(refused.status, refused.data) : leave(locals, params, '?gjort=igen');
	},
};

/** The mail that somebody is about to send again, or why it cannot go; null where none is chosen. */
async function readAgain({ context, locale }: App.Locals, municipality: string, mailId: string | null) {
	if (mailId === null) return null;
	const shown = await answerRefusal(locale, () => previewMailAgain(context, { municipality, mailId, write: writeMail }));
	return 'words' in shown ? { mailId, shown, message: null } : { mailId, shown: null, message: shown.data.message };
}

function readTyped(form: FormData) {
	const version = readText(form, 'version');
	return {
		kind: readKind(readText(form, 'kind')),
		subject: readText(form, 'subject'),
		opening: readText(form, 'opening'),
		version: /^\d{1,9}$/.test(version) ? Number(version) : 0,
	};
}

function leave(locals: App.Locals, params: { municipality: string; year: string }, query: string): never {
	redirect(303, `${listUrls(locals.locale).roundMails(params.municipality, parseYear(params.year) ?? 0)}${query}`);
}
