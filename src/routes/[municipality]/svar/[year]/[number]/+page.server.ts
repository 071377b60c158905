import { error, fail, redirect } from '@sveltejs/kit';
import { emptyDraft, type AnswerDraft } from '#domain/followup/answer-rules.ts';
import { isDomainError, type DomainError } from '#domain/shared/domain-error.ts';
import { parseYear } from '#domain/shared/year.ts';
import { writeKept } from '#text/write-kept.ts';
import { confirmUnchanged } from '#usecases/round/confirm-unchanged.ts';
import { giveAnswer } from '#usecases/round/give-answer.ts';
import { saveDraft } from '#usecases/round/save-draft.ts';
import { findNextToAnswer, viewOwnAnswer } from '#usecases/round/view-own-answer.ts';
import { checkUnused } from '#web/check-unused.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { leadOn, readFrom } from '#web/lead-on.ts';
import { readText } from '#web/read-form.ts';
import { describeDomainError } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { givenName, readGiven } from '../given.ts';
import { addReceipt, readAnswer, readSave, readShownColour, readShownColours } from './read-answer.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const place = readPlace(params);
	const view = await viewOwnAnswer(locals.context, place).catch((caught: unknown) =>
		leadOn(caught, locals.locale, {
			number: place.number,
			find: (number) => listUrls(locals.locale).answer(place.municipality, place.year, number),
		}),
	);
	return {
		view: keepOnServer(view),
		isSaved: url.searchParams.has('gemt'),
		given: readGiven(url),
		from: readFrom(url),
		personId: locals.person?.id ?? null,
		municipality: describeHeader(view.municipality, true),
	};
};

export const actions: Actions = {
	unchanged: async (event) => {
		const form = await event.request.formData();
		const sent = { ...readSent(form), isUnchanged: true };
		const confirmed = { colourReason: sent.reason, typed: sent.typed, shown: readShownColour(form) };
		return answer(event, form, sent, () =>
			confirmUnchanged(event.locals.context, { ...readPlace(event.params), ...readSave(form), ...confirmed }),
		);
	},
	give: async (event) => {
		const form = await event.request.formData();
		const sent = readSent(form);
		return answer(event, form, sent, () => {
			checkUnused(form, ['unchangedReason']);
			return giveAnswer(event.locals.context, {
				...readPlace(event.params),
				...readSave(form),
				content: sent.typed,
				shown: readShownColours(form),
			});
		});
	},
	/** What is saved holds, and what is typed against it is thrown away. A draft that is older than it would come again: it takes its place. */
	theirs: async (event) => {
		const form = await event.request.formData();
		const place = readPlace(event.params);
		const sent = readSent(form);
		const refused = await refuse(event, sent, async () => {
			const { isDraftOlder, given } = await viewOwnAnswer(event.locals.context, place);
			if (isDraftOlder && given) await saveDraft(event.locals.context, { ...place, ...readSave(form), draft: given });
		});
		if (refused) return refused;
		// The reason for what is unchanged is no part of an answer: it stays on the page.
		if (sent.reason)
			return { ...sent, typed: emptyDraft, kept: null, message: null, isConflict: false, isIncomplete: false, isUnchanged: true };
		redirect(303, addReceipt(listUrls(event.locals.locale).answer(place.municipality, place.year, place.number), form));
	},
	draft: async (event) => {
		const form = await event.request.formData();
		const place = readPlace(event.params);
		const sent = readSent(form);
		const refused = await refuse(event, sent, () => saveDraft(event.locals.context, { ...place, ...readSave(form), draft: sent.typed }));
		// The reason for what is unchanged is no part of a draft: it stays on the page.
		if (!refused && sent.reason) return { ...sent, kept: null, message: null, isConflict: false, isIncomplete: false };
		const address = `${listUrls(event.locals.locale).answer(place.municipality, place.year, place.number)}?gemt`;
		return refused ?? redirect(303, addReceipt(address, form));
	},
};

/** What was sent: what stands in the form, and the reason for a colour that is unchanged. */
type Sent = { readonly typed: AnswerDraft; readonly reason: string | null; readonly isUnchanged: boolean };

function readSent(form: FormData): Sent {
	return { typed: readAnswer(form), reason: readText(form, 'unchangedReason') || null, isUnchanged: false };
}

function readPlace({ municipality, year, number }: { municipality: string; year: string; number: string }) {
	const parsed = parseYear(year);
	if (parsed === undefined) error(404);
	return { municipality, year: parsed, number };
}

/** Leads on to the next initiative that is still to be answered, or to the end of the list. */
async function answer(event: RequestEvent, form: FormData, sent: Sent, work: () => Promise<unknown>) {
	const refused = await refuse(event, sent, work);
	if (refused) return refused;
	const place = readPlace(event.params);
	const next = await findNextToAnswer(event.locals.context, place);
	const urls = listUrls(event.locals.locale);
	const address = next === null ? urls.answers(place.municipality, place.year) : urls.answer(place.municipality, place.year, next);
	redirect(303, addReceipt(`${address}?${givenName}=${encodeURIComponent(place.number)}`, form));
}

/** The numbers of what an answer is about now; none where the refusal is another. */
function listNewNumbers({ code, details }: DomainError): string[] {
	return code === 'initiative.renumbered' || code === 'initiative.merged' || code === 'initiative.split'
		? String(details.to).split(', ')
		: [];
}

/** Everything typed comes back with the sentence; after a conflict the page shows the other person's text beside it. */
async function refuse({ locals, params, url }: RequestEvent, sent: Sent, work: () => Promise<unknown>) {
	try {
		await work();
		return undefined;
	} catch (caught) {
		if (!isDomainError(caught)) throw caught;
		const { status, message } = describeDomainError(caught, locals.locale);
		const place = readPlace(params);
		const goOn = listNewNumbers(caught).map((number) => ({
			address: listUrls(locals.locale).answer(place.municipality, place.year, number),
			number,
		}));
		// The same form to the same initiative under its new number: the browser sends it again, with all that was typed.
		if (goOn[0] && caught.code === 'initiative.renumbered') redirect(307, `${goOn[0].address}${url.search}`);
		const kept = writeKept(sent.typed, sent.reason, locals.locale);
		// The page of this number is gone: what was typed is shown where the reader is told so.
		if (status === 404) error(404, message, { kept, goOn });
		const isConflict = caught.code === 'answer.changed-meanwhile';
		const isIncomplete = caught.code === 'answer.incomplete';
		return fail(status, { message, isConflict, isIncomplete, kept, ...sent });
	}
}
