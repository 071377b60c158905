import { emptyDraft, listAnswerProblems, listGuideColours } from '#domain/followup/answer-rules.ts';
import { findEditor } from '#domain/followup/find-editor.ts';
import type { Assessment } from '#domain/followup/assessment.ts';
import type { Legend } from '#domain/followup/legend.ts';
import { followAnew } from '#domain/followup/moved-colour.ts';
import { isAnswered, isOverTime } from '#domain/followup/round-numbers.ts';
import { offerUnchanged, type EarlierAnswer } from '#domain/followup/unchanged-answer.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findAssessment } from '#storage/assessments.ts';
import { listEditsSinceGiven } from '#storage/changes.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { listRoundCommentsAbout } from '#storage/round-comments.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { getNumberKey } from '#domain/plan/number-key.ts';
import { checkMay, requireMayForSome } from '../require-may.ts';
import { findRoundLegend, isOpenFor, makeRules, type RunningRound } from './answer-desk.ts';
import { isDraftOlder } from './answer-version.ts';
import { findEarlierAnswer } from './earlier-answer.ts';
import { explainAbsence } from './explain-absence.ts';
import { listOriginAnswers, readOrigins } from './read-origins.ts';
import { listRoundLinesOf, readOwnRound, toAnswer, type RoundLine } from './own-lines.ts';
import { listRoundPeople, type RoundPeople } from './round-people.ts';
import type { OwnAnswer } from './views.ts';

export type ViewOwnAnswerInput = { readonly municipality: string; readonly year: number; readonly number: string };

/**
 * One initiative to answer about: last year's answer, this year's, what is typed, what is missing, what "unchanged" would say.
 * @throws DomainError not-found `round.unknown`, or as `explainAbsence`; forbidden `access.denied`
 */
export async function viewOwnAnswer(context: Context, input: ViewOwnAnswerInput): Promise<OwnAnswer> {
	const { code } = await requireMayForSome(context, 'answer.give', input.municipality);
	return context.database.read(code, async (tx) => {
		const [found, { round, lines, line }] = await Promise.all([findMunicipality(tx), getLine(context, tx, input)]);
		if (!found) throw new DomainError('not-found', 'municipality.unknown', { municipality: code });
		const [comments, legend, previous, assessment, origins, edits] = await Promise.all([
			listRoundCommentsAbout(tx, round.plan.id, round.run.year, line.initiative.id),
			findRoundLegend(tx, round.run),
			findEarlierAnswer(tx, { ...round, initiative: line.initiative }),
			findAssessment(tx, round.plan.id, round.run.year, line.initiative.id),
			readOrigins(tx, context, { round, initiativeId: line.initiative.id, action: 'answer.give' }),
			listEditsSinceGiven(tx, { planId: round.plan.id, year: round.run.year }, line.initiative.id),
		]);
		const { personIds, answer } = line;
		const editor = findEditor(edits, answer);
		const writers = [answer.answeredBy, editor, answer.draft?.who, ...comments.map(({ who }) => who)].filter(
			(who) => typeof who === 'string',
		);
		const people = await listRoundPeople(tx, [...new Set([...personIds, ...writers])]);
		return {
			municipality: found.profile,
			run: round.run,
			initiative: line.initiative,
			section: line.section?.title ?? null,
			persons: line.personIds.map(people.name),
			origins: listOriginAnswers(origins, round.run.year, previous !== null),
			...describeAnswer(round, line, people, { legend, previous, assessment: assessment ?? null }),
			editedBy: editor === null ? null : people.name(editor),
			comments: comments.map(({ kind, text, who, at }) => ({ kind, text, who: people.name(who), at })),
			isOverTime: isOverTime(line.answer.status, round.run.deadline, getDanishDay(context.now()).day),
			maySave: isOpenFor(context, code, { run: round.run, answer: line.answer }),
			place: findPlace(lines, line),
		};
	});
}

/**
 * The number of the next initiative that waits for an answer from whoever walks through the round from `number` on; null when none does.
 * @throws DomainError not-found `round.unknown`, or as `explainAbsence`; forbidden `access.denied`
 */
export async function findNextToAnswer(context: Context, input: ViewOwnAnswerInput): Promise<string | null> {
	const { code } = await requireMayForSome(context, 'answer.give', input.municipality);
	return context.database.read(code, async (tx) => {
		const { lines, line } = await getLine(context, tx, input);
		return findPlace(lines, line).nextWaiting?.number ?? null;
	});
}

/** The line of a number for an actor who may answer about it, among the lines that the actor walks through. */
async function getLine(context: Context, tx: ReadTx, { year, number }: ViewOwnAnswerInput) {
	const { round, lines: own } = await readOwnRound(context, tx, year);
	const isMeant = ({ initiative }: RoundLine) => getNumberKey(initiative.number) === getNumberKey(number);
	// Who is asked about it walks among the own ones; only for others is the whole round read.
	const lines: readonly RoundLine[] = own.some(isMeant) ? own : await listRoundLinesOf(tx, round);
	const line = lines.find(isMeant);
	if (!line) throw await explainAbsence(tx, context, round, number);
	checkMay(context, 'answer.give', { municipalityCode: tx.tenant, personIds: line.personIds, unitId: line.unitId });
	return { round, lines, line };
}

type Said = { readonly legend: Legend | null; readonly previous: EarlierAnswer | null; readonly assessment: Assessment | null };

function describeAnswer({ run }: RunningRound, line: RoundLine, people: RoundPeople, { legend, previous, assessment }: Said) {
	const { initiative, answer } = line;
	const rules = makeRules({ run, legend, initiative });
	const given = assessment && { ...pickContent(assessment), colourReason: answer.colourReason };
	const draft = answer.draft && {
		content: answer.draft.content,
		who: people.name(answer.draft.who),
		at: answer.changedAt ?? new Date(0),
	};
	const anew = given && followAnew(given, rules);
	const form = draft?.content ?? anew?.form ?? emptyDraft;
	return {
		legend,
		previous,
		answer: toAnswer(answer),
		answeredBy: answer.answeredBy === null ? null : people.name(answer.answeredBy),
		given,
		draft,
		isDraftOlder: given !== null && isDraftOlder(answer),
		form,
		moved: draft === null ? (anew?.moved ?? null) : null,
		problems: listAnswerProblems(form, rules),
		colours: listGuideColours(rules),
		unchanged: offerUnchanged(previous, rules),
	};
}

function pickContent({ state, progress, fulfilment, fulfilmentText, remark }: Assessment) {
	return { state, progress, fulfilment, fulfilmentText, remark };
}

/** Where a line stands among the lines its reader walks through. */
function findPlace(lines: readonly RoundLine[], line: RoundLine): OwnAnswer['place'] {
	const index = lines.findIndex(({ initiative }) => initiative.id === line.initiative.id);
	const name = (one: RoundLine | undefined) => (one ? { number: one.initiative.number, title: one.initiative.title } : null);
	const following = [...lines.slice(index + 1), ...lines.slice(0, index)];
	const nextWaiting = following.find(({ answer }) => !isAnswered(answer.status));
	return { index, total: lines.length, previous: name(lines[index - 1]), next: name(lines[index + 1]), nextWaiting: name(nextWaiting) };
}
