import type { Assessment } from '#domain/followup/assessment.ts';
import { getNumberKey } from '#domain/plan/number-key.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listAnswers, makeUntouched, type AnswerRow } from '#storage/answers.ts';
import { listAssessments } from '#storage/assessments.ts';
import { listAssignments } from '#storage/assignments.ts';
import { listInitiativeRows, type InitiativeRow } from '#storage/initiatives.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { RunningRound } from './answer-desk.ts';

/** One initiative of the plan with what is said about it in a round. */
export type RoundItem = {
	readonly row: InitiativeRow;
	readonly answer: AnswerRow;
	readonly assessment: Assessment | null;
	readonly personIds: readonly string[];
	readonly unitId: string | null;
};

/** What a round says, read at once for work on many initiatives. */
export type RoundContent = {
	/** By its number in the plan now. Throws not-found `initiative.unknown`. */
	readonly get: (number: string) => RoundItem;
	/** By its id, withdrawn ones included. */
	readonly getById: (id: string) => Omit<RoundItem, 'row'>;
	/** The number of an initiative, withdrawn ones included; the id where the plan has none of it. */
	readonly getNumber: (id: string) => string;
};

export async function readRoundContent(tx: ReadTx, { plan, run }: RunningRound): Promise<RoundContent> {
	const all = await listInitiativeRows(tx, plan.id);
	const rows = all.filter(({ content }) => content.withdrawnIn === null);
	const byNumber = new Map(rows.map((row) => [getNumberKey(row.content.number), row]));
	const said = (await listAssessments(tx, plan.id)).filter(({ assessment }) => assessment.year === run.year);
	const assessments = new Map(said.map(({ assessment }) => [assessment.initiativeId, assessment]));
	const answers = await listAnswers(tx, plan.id, run.year);
	const asked = await listAssignments(tx, plan.id, run.year);
	const units = await listUnitsOfInitiatives(tx, plan.id);
	const municipality = (await findMunicipality(tx))?.profile.name ?? tx.tenant;
	const getById = (id: string) => ({
		answer: answers.get(id) ?? makeUntouched(id),
		assessment: assessments.get(id) ?? null,
		personIds: asked.get(id) ?? [],
		unitId: units.get(id) ?? null,
	});
	const get = (number: string) => {
		const row = byNumber.get(getNumberKey(number));
		if (!row) throw new DomainError('not-found', 'initiative.unknown', { municipality, number: number.slice(0, 40) });
		return { row, ...getById(row.id) };
	};
	const getNumber = (id: string) => all.find((row) => row.id === id)?.content.number ?? id;
	return { get, getById, getNumber };
}
