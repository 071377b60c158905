import { randomUUID } from 'node:crypto';
import { getNumberKey } from '#domain/plan/number-key.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { saveInitiative, type InitiativeContent, type InitiativeRow } from '#storage/initiatives.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import type { RenumberInput } from './inputs.ts';
import { changePlanInRound, getLineOfVersion, noteEvent, saveLine, type RoundPlanDesk } from './plan-desk.ts';
import { readNumber } from './read-fields.ts';

/**
 * Gives lines other numbers, all at once. What was said about them follows them; the rounds before print the numbers they had. Where
 * another line names one of them, it names it by its new number.
 * @throws DomainError conflict `initiative.duplicate-number`, `initiative.changed-meanwhile`, `plan.no-running-round`,
 *   `round.closed-for-editing`; invalid `initiative.number-missing`, `initiative.number-form`, `round.nothing-chosen`; not-found `initiative.unknown`
 */
export async function renumber(context: Context, input: RenumberInput): Promise<void> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	if (input.numbers.length === 0) throw new DomainError('invalid', 'round.nothing-chosen');
	await changePlanInRound(context, code, async (desk) => {
		const moves = new Map<string, { readonly row: InitiativeRow; readonly to: string }>();
		for (const each of input.numbers) {
			const row = await getLineOfVersion(desk, each);
			const to = readNumber(each.to);
			if (to !== row.content.number) moves.set(row.id, { row, to });
		}
		checkDistinct(desk, moves);
		const renamed = new Map([...moves.values()].map(({ row, to }) => [getNumberKey(row.content.number), to]));
		// Out of the way first: two may take each other's number.
		const parked = new Map<string, InitiativeRow>();
		for (const { row } of moves.values()) {
			const content = { ...row.content, number: `~${randomUUID()}` };
			await saveInitiative(desk.tx, desk.plan.id, row, content, desk.at);
			parked.set(row.id, { ...row, version: row.version + 1 });
		}
		for (const row of desk.rows) {
			const content = rename(row.content, moves.get(row.id)?.to, renamed);
			if (content) await saveLine(desk, parked.get(row.id) ?? row, content);
		}
		for (const { row, to } of moves.values()) {
			noteEvent(desk, { kind: 'renumbered', initiativeId: row.id, before: row.content.number, after: to }, input);
		}
	});
}

/** What a line says with its new number and the new numbers of those it names; undefined when nothing of it changes. */
function rename(content: InitiativeContent, to: string | undefined, renamed: ReadonlyMap<string, string>): InitiativeContent | undefined {
	const follow = (number: string | null) => (number === null ? null : (renamed.get(getNumberKey(number)) ?? number));
	const names = content.withdrawnIn === null && content.relations.some(({ targetNumber }) => follow(targetNumber) !== targetNumber);
	if (to === undefined && !names) return undefined;
	const relations = content.relations.map((relation) => ({ ...relation, targetNumber: follow(relation.targetNumber) }));
	return { ...content, number: to ?? content.number, relations };
}

function checkDistinct({ rows }: RoundPlanDesk, moves: ReadonlyMap<string, { readonly to: string }>): void {
	const kept = rows.filter(({ id, content }) => content.withdrawnIn === null && !moves.has(id)).map(({ content }) => content.number);
	const all = [...kept, ...[...moves.values()].map(({ to }) => to)].map(getNumberKey);
	if (new Set(all).size !== all.length) throw new DomainError('conflict', 'initiative.duplicate-number');
}
