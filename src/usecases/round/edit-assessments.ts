import type { AnswerProblem } from '#domain/followup/answer-rules.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { checkOpenForCoordinators, findRoundLegend, getRunningRound, makeRules } from './answer-desk.ts';
import { countLacking } from './count-lacking.ts';
import type { EditAssessmentsInput } from './inputs.ts';
import { planEdit, type PlannedEdit } from './plan-edit.ts';
import { readRoundContent } from './round-content.ts';
import { storeAnswers } from './store-answers.ts';
import { writeUndo } from './undo-word.ts';
import type { EditedAssessments } from './results.ts';

const mostEdits = 5000;

/**
 * Changes one assessment or many, all of them or none: those who run the round correct and fill in. A colour follows from a changed
 * state unless one is chosen, and from the state that stands when told to follow the guide; where the guide says nothing of a changed
 * state a colour that was chosen stays, and one that followed is none any more, so that a person chooses. An assessment that has all that is asked counts as answered; one that lacks something is kept as it is, and
 * counted. Whoever accepted an answer accepted what it said: changed, it is answered and no longer accepted.
 * Of many changed at once those that were sent back are so still: nobody has answered what was asked of each.
 * What somebody else is typing is left alone, and that person is told.
 * @throws DomainError conflict `answer.changed-meanwhile` (details: `name`, the number), `round.closed-for-editing`,
 *   `round.published`; invalid `round.nothing-chosen`, `answer.edit-refused` (details: `problems`, separated by spaces, and `numbers`, by lines)
 *   for a remark that is too long or a colour against the guide without a reason; not-found `round.unknown`, `initiative.unknown`
 */
export async function editAssessments(context: Context, input: EditAssessmentsInput): Promise<EditedAssessments> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	if (input.edits.length === 0 || input.edits.length > mostEdits) throw new DomainError('invalid', 'round.nothing-chosen');
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit', note: null, importId: null } as const;
	return context.database.write(code, async (tx) => {
		const round = await getRunningRound(tx, input.year);
		const { run } = round;
		checkOpenForCoordinators(run);
		const legend = await findRoundLegend(tx, run);
		const content = await readRoundContent(tx, round);
		const wrong = new Map<string, AnswerProblem[]>();
		const edited = new Map<string, PlannedEdit & { readonly number: string; readonly version: number }>();
		for (const edit of input.edits) {
			const item = content.get(edit.number);
			const { row, answer } = item;
			if (answer.version !== edit.version || edited.has(row.id)) {
				throw new DomainError('conflict', 'answer.changed-meanwhile', { name: row.content.number });
			}
			const rules = makeRules({ run, legend, initiative: row.content });
			const planned = planEdit({ ...item, edit, rules, isOfMany: input.edits.length > 1, occasion });
			if (planned.problems.length > 0) wrong.set(row.content.number, planned.problems);
			edited.set(row.id, { ...planned, number: row.content.number, version: answer.version });
		}
		if (wrong.size > 0) {
			const problems = [...new Set([...wrong.values()].flat())].join(' ');
			throw new DomainError('invalid', 'answer.edit-refused', { problems, numbers: [...wrong.keys()].join('\n') });
		}
		const writes = [...edited.values()].flatMap(({ write }) => write ?? []);
		const { versions, changeIds } = await storeAnswers(tx, round, writes, occasion);
		return {
			changed: writes.length,
			lapsed: writes.filter(({ answer, after }) => answer.status === 'accepted' && after.status !== 'accepted').length,
			lacking: countLacking([...edited.values()].flatMap(({ write, lacks }) => (write ? { status: write.after.status, lacks } : []))),
			uncoloured: [...edited.values()].flatMap(({ write, lacks, number }) =>
				write?.before?.progress && lacks.includes('progress-missing') ? number : [],
			),
			undo: writeUndo(changeIds),
			versions: [...edited].map(([id, { number, version }]) => ({ number, version: versions.get(id) ?? version })),
		};
	});
}
