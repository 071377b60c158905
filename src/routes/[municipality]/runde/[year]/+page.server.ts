import { error, fail, redirect } from '@sveltejs/kit';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { parseYear } from '#domain/shared/year.ts';
import { acceptAnswers } from '#usecases/round/accept-answers.ts';
import { bringBack } from '#usecases/plan-changes/bring-back.ts';
import { assignPersons } from '#usecases/round/assign-persons.ts';
import { confirmUnchangedMany } from '#usecases/round/confirm-unchanged-many.ts';
import { editAssessments } from '#usecases/round/edit-assessments.ts';
import { editRound } from '#usecases/round/edit-round.ts';
import { sendBackMany } from '#usecases/round/send-back-many.ts';
import { stepRound } from '#usecases/round/step-round.ts';
import { undoEdit } from '#usecases/round/undo-edit.ts';
import { viewBoard } from '#usecases/round/view-board.ts';
import { withdrawRound } from '#usecases/round/withdraw-round.ts';
import type { RoundStage } from '#domain/followup/round-stage.ts';
import { readBoardQuery, writeBoardQuery } from '#web/board-query.ts';
import { checkUnused } from '#web/check-unused.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readText } from '#web/read-form.ts';
import { answerRefusal, describeDomainError } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { describeBulkConflict } from './bulk-conflict.ts';
import { chooseRows } from './choose-rows.ts';
import { readDone, writeDone, type Done } from './done.ts';
import { listReviewable, readMay } from './may.ts';
import { readBeside, readBulkChange, readChosen } from './read-board-forms.ts';
import { readSettingsForm, type Managed } from './read-settings-form.ts';
import type { BulkRefused, Refused, StepRefused } from './refused.ts';
import { nameBoardRow } from './row-id.ts';
import { saveAnswer } from './save-answer.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const board = await viewBoard(locals.context, { municipality: params.municipality, year: readYear(params) });
	return {
		view: keepOnServer(board),
		reviewable: keepOnServer(listReviewable(locals.context.actor, board)),
		may: readMay(locals.context.actor, board.municipality.code),
		query: readBoardQuery(url.searchParams),
		/** Number of the initiative that is edited in place. */
		editing: url.searchParams.get('ret'),
		isAllChosen: url.searchParams.get('vaelg') === 'alle',
		done: readDone(url.searchParams),
		municipality: describeHeader(board.municipality, true),
	};
};

export const actions: Actions = {
	/** State, colours and remark of one initiative. */
	edit: async (event) => {
		const form = await event.request.formData();
		const { number, refused, saved } = await saveAnswer(event.locals, { ...readRound(event), form });
		if (refused) return refuse(refused.status, { answer: refused.answer });
		const done = { ...saved, what: 'rettet', count: saved.changed } as const;
		const next = form.has('then') ? await findNext(event, number) : null;
		goToBoard(event, saved.changed > 0 ? done : null, next ?? number, next);
	},
	/** The same in many. */
	change: async (event) => {
		const form = await event.request.formData();
		const change = readBulkChange(form);
		const edits = readChosen(form).map((chosen) => ({ ...chosen, change }));
		const saved = await tryBulk(event, { ...keep(form), change: keep(form).change ?? {} }, () => {
			checkUnused(form, 'progress' in change ? ['comment'] : ['comment', 'colourReason']);
			return editAssessments(event.locals.context, { ...readRound(event), edits });
		});
		if (!('undo' in saved)) return saved;
		goToBoard(event, { ...saved, what: 'rettet', count: saved.changed });
	},
	/** Confirms the last answers about those that are not answered. */
	unchanged: async (event) => {
		const form = await event.request.formData();
		const answers = readChosen(form);
		const saved = await tryBulk(event, keep(form), () => {
			checkUnused(form, ['comment', 'colourReason']);
			return confirmUnchangedMany(event.locals.context, { ...readRound(event), answers });
		});
		if (!('confirmed' in saved)) return saved;
		goToBoard(event, { ...saved, what: 'uaendret', count: saved.confirmed }, answers[0]?.number);
	},
	accept: async (event) => {
		const form = await event.request.formData();
		const answers = readChosen(form);
		const saved = await tryBulk(event, keep(form), () => {
			checkUnused(form, ['comment', 'colourReason']);
			return acceptAnswers(event.locals.context, { ...readRound(event), answers });
		});
		if (!('accepted' in saved)) return saved;
		const left = saved.notAnswered.length + saved.changedMeanwhile.length;
		const { noReason: needsReason, incomplete } = saved.lacking;
		const told = { left, needsReason, incomplete, undo: saved.undo };
		goToBoard(event, { ...told, what: 'godkendt', count: saved.accepted.length }, answers[0]?.number);
	},
	sendBack: async (event) => {
		const form = await event.request.formData();
		const [answers, comment] = [readChosen(form), readText(form, 'comment')];
		const saved = await tryBulk(event, { ...keep(form), comment }, () => {
			checkUnused(form, ['colourReason']);
			return sendBackMany(event.locals.context, { ...readRound(event), answers, comment });
		});
		if (!('sentBack' in saved)) return saved;
		const left = saved.notAnswered.length + saved.changedMeanwhile.length;
		goToBoard(event, { what: 'sendt', count: saved.sentBack.length, left, undo: saved.undo }, answers[0]?.number);
	},
	assign: async (event) => {
		const form = await event.request.formData();
		const numbers = readChosen(form).map(({ number }) => number);
		const personIds = form.getAll('person').map(String);
		const saved = await tryBulk(event, { ...keep(form), person: personIds[0] }, () => {
			checkUnused(form, ['comment', 'colourReason']);
			return assignPersons(event.locals.context, { ...readRound(event), numbers, personIds });
		});
		if (!('changed' in saved)) return saved;
		goToBoard(event, { what: 'tildelt', count: saved.changed });
	},
	undo: async (event) => {
		const form = await event.request.formData();
		const beside = readBeside(form);
		const saved = await tryBulk(event, beside ? { chosen: [] } : keep(form), async () => {
			if (!beside) checkUnused(form, ['comment', 'colourReason']);
			return { done: await undoEdit(event.locals.context, { ...readRound(event), undo: readText(form, 'undo'), beside }) };
		});
		if ('done' in saved) goToBoard(event, { what: 'fortrudt', count: saved.done.restored, mailed: saved.done.mailed });
		return beside
			? refuse(saved.status, { ...saved.data, answer: { ...beside, message: null, isConflict: saved.data.bulk?.isConflict ?? false } })
			: saved;
	},
	step: async (event) => {
		const form = await event.request.formData();
		const read = (name: string) => readText(form, name);
		const [to, reason, body, date, caseNumber] = [read('to'), read('reason'), read('body'), read('date'), read('caseNumber')];
		const meeting = body ? { body, date: date || null, caseNumber: caseNumber || null } : null;
		const step = { ...readRound(event), version: Number(read('version')), to: to as RoundStage, reason, meeting };
		const refused = await answerRefusal(event.locals.locale, () => stepRound(event.locals.context, step));
		if (!('version' in refused)) {
			return refuse(refused.status, { step: { to, reason, body, date, caseNumber, message: refused.data.message } });
		}
		goToBoard(event, { what: 'trin', count: 1 });
	},
	/** Puts an initiative back in the plan that left it in this round. */
	bringBack: async (event) => {
		const number = readText(await event.request.formData(), 'number');
		const { municipality } = event.params;
		const saved = await tryBulk(event, { chosen: [] }, async () => ({
			done: await bringBack(event.locals.context, { municipality, number }),
		}));
		if (!('done' in saved)) return saved;
		goToBoard(event, { ...saved.done, what: 'indsat', count: 1, number }, number);
	},
	/** What the round is run by: the last day to answer, whom to ask, and what is asked for. */
	settings: async (event) => {
		const form = await event.request.formData();
		const { run } = await viewBoard(event.locals.context, readRound(event));
		const typed = readSettingsForm(form, run);
		const saved = await answerRefusal(event.locals.locale, () => editRound(event.locals.context, { ...readRound(event), ...typed }));
		if (!('version' in saved)) return refuse(saved.status, { managed: { what: 'settings', message: saved.data.message, typed } });
		const { deviating, movedTo } = saved;
		const done = deviating ? ({ what: 'vejledning', count: deviating.length, deviating } as const) : ({ what: 'frist', count: 1 } as const);
		goToBoard(event, { ...done, statusDate: movedTo });
	},
	/** Takes back the opening of the round. */
	withdraw: async (event) => {
		const form = await event.request.formData();
		const reason = readText(form, 'reason');
		const input = { version: Number(readText(form, 'version')), reason, putAside: Number(readText(form, 'putAside')) };
		const done = await answerRefusal(event.locals.locale, () => withdrawRound(event.locals.context, { ...readRound(event), ...input }));
		if (!('putAside' in done)) return refuse(done.status, { managed: { what: 'withdraw', message: done.data.message, typed: { reason } } });
		redirect(303, `${listUrls(event.locals.locale).rounds(event.params.municipality)}?trukket=${readYear(event.params)}`);
	},
};

function readYear(params: { readonly year: string }): number {
	return parseYear(params.year) ?? error(404);
}

function readRound({ params }: Pick<RequestEvent, 'params'>) {
	return { municipality: params.municipality, year: readYear(params) };
}

type Refusals = {
	readonly answer: Refused | null;
	readonly step: StepRefused | null;
	readonly bulk: BulkRefused | null;
	readonly managed: Managed | null;
};

/** What was not taken, where it was sent from. */
function refuse(status: number, part: Partial<Refusals>) {
	return fail(status, { answer: null, step: null, bulk: null, managed: null, ...part } satisfies Refusals);
}

/** What is chosen and typed of what is done to many, so that a refusal takes none of it away. */
function keep(form: FormData): Pick<BulkRefused, 'chosen' | 'change' | 'comment'> {
	const [reason, comment] = [readText(form, 'colourReason'), readText(form, 'comment')];
	const change = { ...readBulkChange(form), ...(reason === '' ? {} : { colourReason: reason }) };
	return {
		chosen: readChosen(form),
		...(Object.keys(change).length === 0 ? {} : { change }),
		...(comment === '' ? {} : { comment }),
	};
}

/** Does something to many; a refusal is shown above the table, with what was chosen and typed still so. */
async function tryBulk<Result extends object>(
	event: RequestEvent,
	sent: Omit<BulkRefused, 'message' | 'see' | 'isConflict'>,
	work: () => Promise<Result>,
) {
	try {
		return await work();
	} catch (error) {
		if (!isDomainError(error)) throw error;
		const { status, message } = describeDomainError(error, event.locals.locale);
		const told =
			error.code === 'answer.changed-meanwhile' ? describeBulkConflict(error, sent, event.locals.locale) : { message, see: null };
		return refuse(status, { bulk: { ...told, ...sent, isConflict: error.code === 'answer.changed-meanwhile' } });
	}
}

/** The next initiative after one, in the order and choice the board shows; null at the end. */
async function findNext(event: RequestEvent, number: string): Promise<string | null> {
	const board = await viewBoard(event.locals.context, readRound(event));
	const query = readBoardQuery(event.url.searchParams);
	// What has just been saved may have left the view, but it says where one was.
	const all = chooseRows(board.rows, { ...query, view: null, colour: null });
	const shown = new Set(chooseRows(board.rows, query));
	const at = all.findIndex(({ initiative }) => initiative.number === number);
	return all.slice(at + 1).find((row) => shown.has(row))?.initiative.number ?? null;
}

/** Back to the board as it was, saying what has been done. */
function goToBoard(
	{ locals, params, url }: RequestEvent,
	done: (Pick<Done, 'what' | 'count'> & Partial<Done>) | null,
	number?: string | null,
	editing: string | null = null,
): never {
	const further = { ...(done ? writeDone(done) : {}), ret: editing };
	const place = number ? `#${nameBoardRow(number)}` : '';
	redirect(
		303,
		listUrls(locals.locale).board(
			params.municipality,
			readYear(params),
			writeBoardQuery(readBoardQuery(url.searchParams), further) + place,
		),
	);
}
