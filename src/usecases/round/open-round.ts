import type { RoundRun } from '#domain/followup/round-run.ts';
import { assignInitiatives } from '#domain/followup/who-is-asked.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { isYear } from '#domain/shared/year.ts';
import { addAnswers } from '#storage/answers.ts';
import { listAssignments, saveAssignments } from '#storage/assignments.ts';
import { appendChanges } from '#storage/changes.ts';
import { listOwners } from '#storage/initiative-owners.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import { listPeople } from '#storage/people.ts';
import { addRoundRun, listRoundRuns } from '#storage/round-runs.ts';
import { addRoundStep } from '#storage/round-steps.ts';
import { addRound } from '#storage/status-rounds.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { keepPlanOfRounds } from '../plan/keep-plan-of-rounds.ts';
import { readPlanRecord, type PlanRecord, type StoredPlan } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import type { OpenRoundInput } from './inputs.ts';
import { readSettings, readStatusDate } from './read-settings.ts';

export type OpenedRound = { readonly year: number; readonly asked: number; readonly unassigned: number };

const titleLimit = 200;

/**
 * Opens a round of the plan in force, for its coordinator alone to see until it is published: nobody is asked before it goes on to
 * collecting. Who answers is taken from those who answer for the initiatives, last year, and the leads of the units.
 * @throws DomainError conflict `round.exists`, `round.another-running`, `round.year-too-early`, `round.no-initiatives`; not-found
 *   `plan.unknown`; invalid `round.year-form`, `round.deadline-form`, `round.deadline-past`, `round.status-date-form`,
 *   `round.fields-missing`, `round.remark-limit`, `round.text-too-long`
 */
export async function openRound(context: Context, input: OpenRoundInput): Promise<OpenedRound> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	const statusDate = readStatusDate(input.statusDate ?? null);
	const [who, at, year] = [context.actor.id, context.now(), input.year];
	if (!isYear(year)) throw new DomainError('invalid', 'round.year-form', { year: String(year) });
	const settings = readSettings(input, getDanishDay(at).day);
	return context.database.write(code, async (tx) => {
		const record = await readPlanRecord(tx, { publicOnly: false });
		const stored = getPlanToFollowUp(record);
		await checkYear(tx, stored, year);
		const planId = stored.row.id;
		const title = input.title?.trim().slice(0, titleLimit) || `${stored.row.title}: status ${year}`;
		const content = { title, statusDate, source: stored.row.title };
		await addRound(tx, planId, year, { ...content, isPublic: false }, at);
		await keepPlanOfRounds(tx, stored, year);
		const run: Omit<RoundRun, 'version'> = { planId, year, stage: 'open', legend: stored.row.legend, ...settings };
		await addRoundRun(tx, run, at);
		await addRoundStep(tx, planId, year, { from: null, to: 'open', who, at, reason: null, meeting: null });
		const ids = listIds(stored);
		const asked = await proposeAssignments(tx, stored, year);
		await addAnswers(tx, planId, year, ids, at);
		await saveAssignments(tx, planId, year, asked);
		const key = { planId, entityId: String(year), year } as const;
		const { contact, ...kept } = settings;
		// Whom to ask names somebody, and the history is never erased.
		const after = { ...content, ...kept, hasContact: contact !== null, stage: 'open' };
		await appendChanges(tx, { who, at, reason: 'round', note: null, importId: null }, [
			{ ...key, entity: 'round', action: 'added', before: null, after },
		]);
		return { year, asked: asked.size, unassigned: ids.length - asked.size };
	});
}

/** Who would be asked in a round of `year` that is opened now. */
export async function proposeAssignments(tx: ReadTx, stored: StoredPlan, year: number): Promise<Map<string, string[]>> {
	const planId = stored.row.id;
	const lastRun = (await listRoundRuns(tx, planId)).find((run) => run.year < year);
	return assignInitiatives(listIds(stored), {
		owners: await listOwners(tx, planId),
		lastYear: lastRun ? await listAssignments(tx, planId, lastRun.year) : new Map(),
		units: await listUnitsOfInitiatives(tx, planId),
		people: await listPeople(tx),
	});
}

/** The plan in force with something to ask about. Throws not-found `plan.unknown`, conflict `round.no-initiatives`. */
export function getPlanToFollowUp({ stored, municipality }: PlanRecord): StoredPlan {
	if (!stored) throw new DomainError('not-found', 'plan.unknown', { municipality: municipality.name });
	if (listIds(stored).length === 0) throw new DomainError('conflict', 'round.no-initiatives');
	return stored;
}

/** What is in the plan now. */
function listIds({ initiatives }: StoredPlan): string[] {
	return initiatives.filter(({ content }) => content.withdrawnIn === null).map(({ id }) => id);
}

async function checkYear(tx: ReadTx, { row, rounds }: StoredPlan, year: number): Promise<void> {
	if (rounds.some(({ round }) => round.year === year)) throw new DomainError('conflict', 'round.exists', { year });
	const running = (await listRoundRuns(tx, row.id)).find(({ stage }) => stage !== 'published');
	if (running) throw new DomainError('conflict', 'round.another-running', { year: running.year });
	const newest = rounds[0]?.round.year;
	if (newest !== undefined && newest > year) throw new DomainError('conflict', 'round.year-too-early', { newest });
}
