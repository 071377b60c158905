import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '#domain/shared/domain-error.ts';
import { saveAssignments } from '#storage/assignments.ts';
import { appendChanges, type Change } from '#storage/changes.ts';
import { setOwners } from '#storage/initiative-owners.ts';
import { listPeople } from '#storage/people.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { checkCanBeAsked } from '../people/check-person.ts';
import { checkOpenForCoordinators, findRoundLegend, getRunningRound, makeRules } from './answer-desk.ts';
import type { AssignPersonsInput } from './inputs.ts';
import { checkSaved } from './plan-edit.ts';
import { readRoundContent } from './round-content.ts';

const mostNumbers = 5000;

/**
 * Lets exactly these persons be asked about these initiatives, in this round and in the ones to come.
 * @throws DomainError not-found `person.unknown`, `initiative.unknown`, `round.unknown`; conflict `person.has-left`, `person.may-not-answer`,
 *   `answer.not-saved`, `answer.changed-meanwhile` for what is typed beside it and not saved, `round.closed-for-editing`, `round.published`; invalid `round.nothing-chosen`
 */
export async function assignPersons(context: Context, input: AssignPersonsInput): Promise<{ readonly changed: number }> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	if (input.numbers.length === 0 || input.numbers.length > mostNumbers) throw new DomainError('invalid', 'round.nothing-chosen');
	const [who, at] = [context.actor.id, context.now()];
	return context.database.write(code, async (tx) => {
		const { plan, run } = await getRunningRound(tx, input.year);
		checkOpenForCoordinators(run);
		const personIds = await readPersons(tx, input.personIds);
		const content = await readRoundContent(tx, { plan, run });
		if (input.beside) {
			const legend = await findRoundLegend(tx, run);
			const { row, ...atHand } = content.get(input.beside.number);
			checkSaved({ ...atHand, rules: makeRules({ run, legend, initiative: row.content }) }, input.beside);
		}
		const changes: Change[] = [];
		for (const number of input.numbers) {
			const { row, personIds: asked } = content.get(number);
			if (isDeepStrictEqual(asked, personIds)) continue;
			const key = { planId: plan.id, entityId: row.id, year: run.year } as const;
			changes.push({ ...key, entity: 'answer', action: 'changed', before: { personIds: asked }, after: { personIds } });
		}
		const ids = changes.map(({ entityId }) => entityId);
		await saveAssignments(tx, plan.id, run.year, new Map(ids.map((id) => [id, personIds])));
		await setOwners(tx, plan.id, ids, personIds);
		await appendChanges(tx, { who, at, reason: 'round', note: null, importId: null }, changes);
		return { changed: ids.length };
	});
}

/** The ids in order, each once. Throws not-found `person.unknown`, conflict `person.has-left`, `person.may-not-answer`. */
export async function readPersons(tx: ReadTx, ids: readonly string[]): Promise<string[]> {
	const people = new Map((await listPeople(tx)).map((person) => [person.id, person]));
	const personIds = [...new Set(ids)].sort();
	for (const id of personIds) {
		const person = people.get(id);
		if (!person) throw new DomainError('not-found', 'person.unknown');
		if (person.leftAt) throw new DomainError('conflict', 'person.has-left');
		checkCanBeAsked(person);
	}
	return personIds;
}
