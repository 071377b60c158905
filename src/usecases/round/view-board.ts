import { findEditor } from '#domain/followup/find-editor.ts';
import { can, canBeAsked } from '#domain/access/policy.ts';
import { breaksGuide, emptyDraft, listAnswerProblems } from '#domain/followup/answer-rules.ts';
import { isOpenForCoordinators } from '#domain/followup/answer-stage.ts';
import type { Assessment } from '#domain/followup/assessment.ts';
import { compareRounds, type InitiativeChange } from '#domain/followup/compare-rounds.ts';
import type { Finding } from '#domain/followup/finding.ts';
import { listLackingAnswers } from '#domain/followup/lacking-answers.ts';
import { legendColour } from '#domain/followup/legend.ts';
import type { RoundComment } from '#domain/followup/round-comment.ts';
import { countAnswers, isOverTime } from '#domain/followup/round-numbers.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { listNextStages } from '#domain/followup/round-stage.ts';
import type { FollowUp } from '#domain/followup/status-round.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { listAnswers, makeUntouched } from '#storage/answers.ts';
import { listAssignments } from '#storage/assignments.ts';
import { listEditsSinceGiven, listLastWho } from '#storage/changes.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import type { InitiativeRow } from '#storage/initiatives.ts';
import { listUnits } from '#storage/organisation-units.ts';
import { listPlanEvents } from '#storage/plan-events.ts';
import { listRoundComments } from '#storage/round-comments.ts';
import { listRoundSteps } from '#storage/round-steps.ts';
import { listStandIns } from '#storage/stand-ins.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { listOpenFindings } from '../followup/find-findings.ts';
import { isPassing } from '../plan/passing-lines.ts';
import { findFollowUp, listEarlier, readPlanRecord, type PlanRecord } from '../plan/plan-record.ts';
import { requireMayForSome } from '../require-may.ts';
import { listUnreachablePersons } from './list-unreachable.ts';
import { findLastBulk } from './find-last-bulk.ts';
import { getRunningRound, type RunningRound } from './answer-desk.ts';
import { toAnswer, type RoundLine } from './own-lines.ts';
import { nameEvents, nameOwners } from './plan-event-views.ts';
import { listRoundPeople, type RoundPeople } from './round-people.ts';
import type { Board, BoardRow, BoardView } from './views.ts';

/**
 * Everything a round's page shows, from one snapshot; to a unit lead only of the initiatives of the own units.
 * @throws DomainError not-found `round.unknown` when no round of that year is run here; forbidden `access.denied`
 */
export async function viewBoard(context: Context, input: { readonly municipality: string; readonly year: number }): Promise<BoardView> {
	const { code } = await requireMayForSome(context, 'answer.review', input.municipality);
	return context.database.read(code, async (tx) => {
		const { board } = await readBoard(tx, context, input.year);
		return { ...board, lastBulk: await findLastBulk(tx, context, board) };
	});
}

/** The board in the transaction given, with the record it is made from. Who may see any of it has been asked already. */
export async function readBoard(tx: ReadTx, context: Context, year: number): Promise<{ board: Board; record: PlanRecord }> {
	const code = tx.tenant;
	const today = getDanishDay(context.now()).day;
	const round = await getRunningRound(tx, year);
	const { plan, run } = round;
	const record = await readPlanRecord(tx, { publicOnly: false });
	const followUp = findFollowUp(record, run.year);
	if (!followUp) throw new Error('a round that is run here is none of the plan');
	const people = await listRoundPeople(tx);
	const all = await listRows(tx, { round, record, followUp, people, today });
	const rows = all.filter(({ persons, unitId }) =>
		can(context.actor, 'answer.review', { municipalityCode: code, personIds: persons.map(({ id }) => id), unitId }),
	);
	const mayAssign = can(context.actor, 'round.run', { municipalityCode: code });
	const shown = new Set(rows.map(({ initiative }) => initiative.id));
	const events = (await listPlanEvents(tx, plan.id)).filter(
		({ year, initiativeId }) => year === run.year && (rows.length === all.length || shown.has(initiativeId)),
	);
	const board: Board = {
		municipality: record.municipality,
		planTitle: plan.title,
		legend: followUp.legend,
		planLegend: record.stored?.legend ?? null,
		run,
		title: followUp.round.title,
		statusDate: followUp.round.statusDate,
		steps: (await listRoundSteps(tx, plan.id, run.year)).map((step) => ({ ...step, who: people.name(step.who) })),
		nextStages: listNextStages(run.stage),
		mayEdit: isOpenForCoordinators(run.stage),
		today,
		previousYear: listEarlier(record, run.year)[0]?.round.year ?? null,
		numbers: countAnswers(rows.map(({ answer, ...row }) => ({ ...row, status: answer.status }))),
		lacking: listLackingAnswers(rows.map(({ initiative: { number }, answer: { status }, problems }) => ({ number, status, problems }))),
		rows,
		events: nameEvents(await nameOwners(tx, plan.id, events, people), {
			initiatives: record.stored?.initiatives ?? [],
			people,
			hasPage: findReadable(context, run, code),
		}),
		// Only who runs the round says who is asked.
		people: people.all
			.filter(({ leftAt, role }) => mayAssign && leftAt === null && canBeAsked(role))
			.map(({ id, name, role, unitId }) => ({ id, name, role, unitId })),
		unreachable: mayAssign
			? listUnreachablePersons({ run, rows, people, standIns: await listStandIns(tx), now: context.now(), today })
			: [],
		units: (await listUnits(tx)).map(({ id, name }) => ({ id, name })),
		sections: followUp.plan.sections,
	};
	return { board, record };
}

/** Until the round is published only those who see all rounds find a line under what it is called now, and one that came and went ever. */
function findReadable({ actor }: Context, { stage }: RoundRun, municipalityCode: string): (row: InitiativeRow) => boolean {
	const seesAll = can(actor, 'round.read', { municipalityCode });
	return (row) => seesAll || (stage === 'published' && !isPassing(row));
}

type Material = {
	readonly round: RunningRound;
	readonly record: PlanRecord;
	readonly followUp: FollowUp;
	readonly people: RoundPeople;
	readonly today: CalendarDate;
};

async function listRows(tx: ReadTx, material: Material): Promise<BoardRow[]> {
	const { round, record, followUp } = material;
	const { plan, run } = round;
	const asked = await listAssignments(tx, plan.id, run.year);
	const units = await listUnitsOfInitiatives(tx, plan.id);
	const answers = await listAnswers(tx, plan.id, run.year);
	const comments = await listRoundComments(tx, plan.id, run.year);
	const lastWho = await listLastWho(tx, { planId: plan.id, year: run.year });
	const edits = await listEditsSinceGiven(tx, { planId: plan.id, year: run.year });
	const earlierFollowUps = listEarlier(record, run.year);
	const earlierRounds = earlierFollowUps.map(({ lines }) => mapAssessments(lines));
	const [earlier] = earlierFollowUps;
	const changes = earlier && new Map(compareRounds(earlier, followUp).changes.map((change) => [change.initiativeId, change]));
	const findings = listOpenFindings(record, run.year);
	return followUp.lines.map(({ initiative, assessment }) => {
		const line = {
			initiative,
			section: followUp.plan.sections.find(({ id }) => id === initiative.sectionId) ?? null,
			personIds: asked.get(initiative.id) ?? [],
			unitId: units.get(initiative.id) ?? null,
			answer: answers.get(initiative.id) ?? makeUntouched(initiative.id),
		};
		const change = changes?.get(initiative.id);
		const previous = earlierRounds.map((each) => each.get(initiative.id)).find((found) => found !== undefined) ?? null;
		const changedBy = lastWho.get(initiative.id) ?? null;
		const editedBy = findEditor(edits, line.answer);
		return makeRow(material, line, assessment, { change, changedBy, editedBy, previous, comments, findings });
	});
}

function mapAssessments(lines: FollowUp['lines']): Map<string, Assessment> {
	return new Map(lines.flatMap(({ initiative, assessment }) => (assessment ? [[initiative.id, assessment]] : [])));
}

function findNewBody(change: InitiativeChange | undefined): BoardRow['newBody'] {
	const isBody = ({ field }: InitiativeChange['fields'][number]) => field === 'responsible';
	if (change?.kind !== 'text changed' || !change.fields.some(isBody)) return null;
	return change.fields.every(isBody) ? 'alone' : 'beside other words';
}

type Around = {
	readonly change: InitiativeChange | undefined;
	readonly changedBy: string | null;
	readonly editedBy: string | null;
	readonly previous: Assessment | null;
	readonly comments: readonly RoundComment[];
	readonly findings: readonly Finding[];
};

function makeRow(
	{ round: { run }, followUp: { legend }, people, today }: Material,
	line: RoundLine,
	assessment: Assessment | null,
	{ change, changedBy, editedBy, previous, comments, findings }: Around,
): BoardRow {
	const { initiative, section, unitId, answer } = line;
	const rules = { askedFields: run.askedFields, remarkLimit: run.remarkLimit, legend, priority: initiative.priority };
	const said = { ...(assessment ?? emptyDraft), colourReason: answer.colourReason };
	const isAbout = ({ number, others }: Finding) => [number, ...others].includes(initiative.number);
	return {
		initiative,
		section,
		assessment,
		previous,
		change: change?.kind ?? 'new',
		newBody: findNewBody(change),
		moved: change?.fields.filter(({ field }) => field === 'startDate' || field === 'deadline') ?? [],
		answer: toAnswer(answer),
		answeredBy: answer.answeredBy === null ? null : people.name(answer.answeredBy),
		editedBy: editedBy === null ? null : people.name(editedBy),
		changedBy: changedBy === null ? null : people.name(changedBy),
		persons: line.personIds.map(people.name),
		unitId,
		draft: answer.draft && {
			content: answer.draft.content,
			who: people.name(answer.draft.who),
			at: answer.changedAt ?? new Date(0),
		},
		guide: legend && legendColour(legend, initiative.priority, assessment?.state ?? null),
		breaksGuide: breaksGuide(rules, said),
		isOverTime: isOverTime(answer.status, run.deadline, today),
		problems: listAnswerProblems(said, rules),
		comments: comments
			.filter(({ initiativeId }) => initiativeId === initiative.id)
			.map(({ kind, text, who, at }) => ({ kind, text, who: people.name(who), at })),
		findings: findings.filter(isAbout),
	};
}
