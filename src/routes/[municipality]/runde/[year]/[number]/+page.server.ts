import { error, fail, redirect } from '@sveltejs/kit';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { parseYear } from '#domain/shared/year.ts';
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
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { leadOn, readFrom } from '#web/lead-on.ts';
import { readText } from '#web/read-form.ts';
import { answerRefusal, describeDomainError } from '#web/to-response.ts';
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
		if (refused) return refuse(refused.status, { answer: refused.answer });
		const next = form.has('then') ? await findNext(event) : null;
		goOn(event, saved.changed > 0 ? { ...saved, what: 'rettet', count: saved.changed } : null, next);
	},
	unchanged: async (event) => {
		const form = await event.request.formData();
		const answer = { number: event.params.number, version: readVersion(form) };
		const saved = await tryTo(event, '', () => confirmUnchangedMany(event.locals.context, { ...readRound(event), answers: [answer] }));
		if (!('confirmed' in saved)) return saved;
		const { confirmed: count } = saved;
		// One that could not be confirmed is not left behind: the page says why.
		goOn(event, { ...saved, what: 'uaendret', count }, form.has('then') && count > 0 ? await findNext(event) : null);
	},
	accept: async (event) => {
		const form = await event.request.formData();
		const answer = readReviewed(event, form);
		const saved = await tryToReview(event, form, () => acceptAnswers(event.locals.context, { ...readRound(event), answers: [answer] }));
		if (!('accepted' in saved)) return saved;
		const left = saved.notAnswered.length + saved.changedMeanwhile.length;
		const { noReason: needsReason, incomplete } = saved.lacking;
		goOn(
			event,
			{ what: 'godkendt', count: saved.accepted.length, left, needsReason, incomplete, undo: saved.undo },
			form.has('then') ? await findNext(event) : null,
		);
	},
	sendBack: async (event) => {
		const form = await event.request.formData();
		const comment = readText(form, 'comment');
		const answer = { ...readReviewed(event, form), comment };
		const saved = await tryToReview(event, form, () => sendBack(event.locals.context, { ...readRound(event), ...answer }));
		if (!('status' in saved && saved.status === 'sent back')) return saved;
		goOn(event, { what: 'sendt', count: 1, undo: saved.undo });
	},
	comment: async (event) => {
		const text = readText(await event.request.formData(), 'text');
		const { number } = event.params;
		const saved = await tryTo(event, text, async () => ({
			done: await addComment(event.locals.context, { ...readRound(event), number, text }),
		}));
		if (!('done' in saved)) return saved;
		goOn(event, { what: 'kommenteret', count: 1 });
	},
	assign: async (event) => {
		const personIds = (await event.request.formData()).getAll('person').map(String);
		const numbers = [event.params.number];
		const saved = await tryTo(event, '', () => assignPersons(event.locals.context, { ...readRound(event), numbers, personIds }));
		if (!('changed' in saved)) return saved;
		goOn(event, { what: 'tildelt', count: 1 });
	},
	undo: async (event) => {
		const undo = readText(await event.request.formData(), 'undo');
		const saved = await tryTo(event, '', () => undoEdit(event.locals.context, { ...readRound(event), undo }));
		if (!('restored' in saved)) return saved;
		goOn(event, { what: 'fortrudt', count: saved.restored, mailed: saved.mailed });
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

type Refusals = {
	readonly answer: Refused | null;
	/** Why something else was refused, with the comment or the reason that was typed. */
	readonly other: { readonly message: string; readonly text: string; readonly comment: string } | null;
};

/** What was not taken, where it was sent from. */
function refuse(status: number, part: Partial<Refusals>) {
	const refusals: Refusals = { answer: null, other: null, ...part };
	return fail(status, refusals);
}

/** The answer that is reviewed, with what its form says beside the review. */
function readReviewed({ params: { number } }: RequestEvent, form: FormData) {
	return { number, version: readVersion(form), typed: readAnswerForm(form) };
}

/** Takes a step of the review; a refusal is shown with the comment and with what was typed in the answer's form. */
async function tryToReview<Result extends object>(event: RequestEvent, form: FormData, work: () => Promise<Result>) {
	try {
		return await work();
	} catch (error) {
		if (!isDomainError(error)) throw error;
		const { status, message } = describeDomainError(error, event.locals.locale);
		const { number, typed } = readReviewed(event, form);
		const isConflict = error.code === 'answer.changed-meanwhile';
		const answer = Object.keys(typed).length > 0 ? { number, message: null, isConflict, typed } : null;
		return refuse(status, { answer, other: { message, text: '', comment: readText(form, 'comment') } });
	}
}

/** Does something; a refusal is shown with what was typed. */
async function tryTo<Result extends object>(event: RequestEvent, text: string, work: () => Promise<Result>) {
	const answer = await answerRefusal(event.locals.locale, work);
	if (!('data' in answer)) return answer;
	const { message } = answer.data as { message: string };
	return refuse(Number((answer as { status: number }).status), { other: { message, text, comment: '' } });
}

function goOn(
	{ locals, params, url }: RequestEvent,
	done: (Pick<Done, 'what' | 'count'> & Partial<Done>) | null,
	next: string | null = null,
): never {
	const query = writeBoardQuery(readBoardQuery(url.searchParams), done ? writeDone(done) : {});
	redirect(303, listUrls(locals.locale).boardInitiative(params.municipality, Number(params.year), next ?? params.number, query));
}
