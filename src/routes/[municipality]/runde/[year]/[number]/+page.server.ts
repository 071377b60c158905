import { error, fail, redirect } from '@sveltejs/kit';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { parseYear } from '#domain/shared/year.ts';
import { m } from '#text/paraglide/messages.js';
import { acceptAnswers } from '#usecases/round/accept-answers.ts';
import { addComment } from '#usecases/round/add-comment.ts';
import { assignPersons } from '#usecases/round/assign-persons.ts';
import { confirmUnchangedMany } from '#usecases/round/confirm-unchanged-many.ts';
import { sendBack } from '#usecases/round/send-back.ts';
import { undoEdit } from '#usecases/round/undo-edit.ts';
import { viewBoard } from '#usecases/round/view-board.ts';
import { getBoardRow, viewBoardInitiative } from '#usecases/round/view-board-initiative.ts';
import type { Board, BoardRow } from '#usecases/round/views.ts';
import { readBoardQuery, writeBoardQuery } from '#web/board-query.ts';
import { checkUnused } from '#web/check-unused.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { leadOn, readFrom } from '#web/lead-on.ts';
import { readText } from '#web/read-form.ts';
import { describeDomainError } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { chooseRows } from '../choose-rows.ts';
import { readDone, writeDone, type Done } from '../done.ts';
import { listReviewable, readMay } from '../may.ts';
import { readAnswerForm, readVersion } from '../read-board-forms.ts';
import type { Refused } from '../refused.ts';
import { saveAnswer } from '../save-answer.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const place = { ...readRound({ params }), number: params.number };
	const { board, row, ...told } = await viewBoardInitiative(locals.context, place).catch((caught: unknown) =>
		leadOn(caught, locals.locale, {
			number: place.number,
			find: (number) => listUrls(locals.locale).boardInitiative(place.municipality, place.year, number),
		}),
	);
	const query = readBoardQuery(url.searchParams);
	return {
		view: keepOnServer({ board, row, ...told, listed: listAround(board, row, query) }),
		may: readMay(locals.context.actor, board.municipality.code),
		mayReview: listReviewable(locals.context.actor, board).has(row.initiative.id),
		query,
		from: readFrom(url),
		done: readDone(url.searchParams),
		municipality: describeHeader(board.municipality, true),
	};
};

export const actions: Actions = {
	edit: async (event) => {
		const form = await event.request.formData();
		form.set('number', event.params.number);
		const { refused, saved } = await saveAnswer(event.locals, { ...readRound(event), form });
		if (refused) return refuse(refused.status, { answer: refused.answer, other: { ...readTexts(form), message: null } });
		const done = saved.changed > 0 ? ({ ...saved, what: 'rettet', count: saved.changed } as const) : null;
		return goOn(event, form, { left: ['text', 'comment'], done, hasNext: form.has('then') });
	},
	/** What is saved stays, and what is typed against it is thrown away; nothing else is. */
	theirs: async (event) => goOn(event, await event.request.formData(), { left: ['text', 'comment'], done: null }),
	unchanged: async (event) => {
		const form = await event.request.formData();
		const answers = [readReviewed(event, form)];
		const saved = await tryTo(event, form, () => confirmUnchangedMany(event.locals.context, { ...readRound(event), answers }));
		if (!('confirmed' in saved)) return saved;
		const { confirmed: count } = saved;
		// One that could not be confirmed is not left behind: the page says why.
		return goOn(event, form, { left: ['text'], done: { ...saved, what: 'uaendret', count }, hasNext: form.has('then') && count > 0 });
	},
	accept: async (event) => {
		const form = await event.request.formData();
		const answers = [readReviewed(event, form)];
		const saved = await tryTo(event, form, () => {
			checkUnused(form, ['comment']);
			return acceptAnswers(event.locals.context, { ...readRound(event), answers });
		});
		if (!('accepted' in saved)) return saved;
		const left = saved.notAnswered.length + saved.changedMeanwhile.length;
		const { noReason: needsReason, incomplete } = saved.lacking;
		const done = { what: 'godkendt', count: saved.accepted.length, left, needsReason, incomplete, undo: saved.undo } as const;
		return goOn(event, form, { left: ['text'], done, hasNext: form.has('then') });
	},
	sendBack: async (event) => {
		const form = await event.request.formData();
		const answer = { ...readReviewed(event, form), comment: readTexts(form).comment };
		const saved = await tryTo(event, form, () => sendBack(event.locals.context, { ...readRound(event), ...answer }));
		if (!('status' in saved && saved.status === 'sent back')) return saved;
		return goOn(event, form, { left: ['text'], done: { what: 'sendt', count: 1, undo: saved.undo } });
	},
	comment: async (event) => {
		const form = await event.request.formData();
		const { number } = event.params;
		const [{ text }, beside] = [readTexts(form), readReviewed(event, form)];
		const saved = await tryTo(event, form, async () => ({
			done: await addComment(event.locals.context, { ...readRound(event), number, text, beside }),
		}));
		if (!('done' in saved)) return saved;
		return goOn(event, form, { left: ['comment'], done: { what: 'kommenteret', count: 1 } });
	},
	assign: async (event) => {
		const form = await event.request.formData();
		const [{ persons: personIds }, beside] = [readTexts(form), readReviewed(event, form)];
		const numbers = [event.params.number];
		const saved = await tryTo(event, form, () => assignPersons(event.locals.context, { ...readRound(event), numbers, personIds, beside }));
		if (!('changed' in saved)) return saved;
		return goOn(event, form, { left: ['text', 'comment'], done: { what: 'tildelt', count: 1 } });
	},
	undo: async (event) => {
		const form = await event.request.formData();
		const [undo, beside] = [readText(form, 'undo'), readReviewed(event, form)];
		const saved = await tryTo(event, form, () => undoEdit(event.locals.context, { ...readRound(event), undo, beside }));
		if (!('restored' in saved)) return saved;
		return goOn(event, form, { left: ['text', 'comment'], done: { what: 'fortrudt', count: saved.restored, mailed: saved.mailed } });
	},
};

function readRound({ params }: { readonly params: { readonly municipality: string; readonly year: string } }) {
	return { municipality: params.municipality, year: parseYear(params.year) ?? error(404) };
}

/** The rows of the board's choice, with this one among them also when it is none of them any more. */
function listAround(board: Board, row: BoardRow, query: ReturnType<typeof readBoardQuery>): BoardRow[] {
	const chosen = new Set(chooseRows(board.rows, query));
	return chooseRows(board.rows, { ...query, view: null, unit: null, colour: null, text: '' }).filter(
		(each) => each === row || chosen.has(each),
	);
}

async function findNext(event: RequestEvent): Promise<string | null> {
	const board = await viewBoard(event.locals.context, readRound(event));
	const row = getBoardRow(board, event.params.number);
	const listed = listAround(board, row, readBoardQuery(event.url.searchParams));
	return listed[listed.indexOf(row) + 1]?.initiative.number ?? null;
}

/** What stands in the form of the page beside the answer itself: all of it is sent along, whatever is pressed. */
function readTexts(form: FormData) {
	return { text: readText(form, 'text'), comment: readText(form, 'comment'), persons: form.getAll('person').map(String) };
}

type Refusals = {
	readonly answer: Refused | null;
	/** What stands beside the answer and was not taken, and why; `isDone` where what was pressed has been done. */
	readonly other: (ReturnType<typeof readTexts> & { readonly message: string | null; readonly isDone?: boolean }) | null;
};

/** What was not taken, where it was sent from. */
function refuse(status: number, part: Partial<Refusals>) {
	const refusals: Refusals = { answer: null, other: null, ...part };
	return fail(status, refusals);
}

/** The answer of the page as it was shown, with what its form says. */
function readReviewed({ params: { number } }: RequestEvent, form: FormData) {
	return { number, version: readVersion(form), typed: readAnswerForm(form) };
}

/** Does something; a refusal is shown with everything that was typed on the page. */
async function tryTo<Result extends object>(event: RequestEvent, form: FormData, work: () => Promise<Result>) {
	try {
		return await work();
	} catch (error) {
		if (!isDomainError(error)) throw error;
		const { status, message } = describeDomainError(error, event.locals.locale);
		const { number, typed } = readReviewed(event, form);
		const isConflict = error.code === 'answer.changed-meanwhile';
		const answer = Object.keys(typed).length > 0 ? { number, message: null, isConflict, typed } : null;
		return refuse(status, { answer, other: { ...readTexts(form), message } });
	}
}

type Finished = {
	/** What stands in the form and was no part of what was done. */
	readonly left: readonly ('text' | 'comment')[];
	readonly done: (Pick<Done, 'what' | 'count'> & Partial<Done>) | null;
	readonly hasNext?: boolean;
};

/** Goes on saying what has been done, to the next where that was asked for; what is typed and not sent keeps the page where it is. */
async function goOn(event: RequestEvent, form: FormData, { left, done, hasNext = false }: Finished): Promise<Refusals> {
	const { locals, params, url } = event;
	const texts = readTexts(form);
	if (left.some((name) => texts[name] !== '')) {
		const kept = { text: left.includes('text') ? texts.text : '', comment: left.includes('comment') ? texts.comment : '' };
		return { answer: null, other: { ...kept, persons: [], message: m.round_text_left({}, { locale: locals.locale }), isDone: true } };
	}
	const next = hasNext ? await findNext(event) : null;
	const query = writeBoardQuery(readBoardQuery(url.searchParams), done ? writeDone(done) : {});
	redirect(303, listUrls(locals.locale).boardInitiative(params.municipality, Number(params.year), next ?? params.number, query));
}
