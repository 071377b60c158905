import { completeDraft } from '#domain/followup/answer-rules.ts';
import { keepUnasked, offerUnchanged } from '#domain/followup/unchanged-answer.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { checkOpenForCoordinators, findRoundLegend, getRunningRound, makeRules } from './answer-desk.ts';
import { readEarlierAnswers } from './earlier-answer.ts';
import type { AcceptAnswersInput } from './inputs.ts';
import { checkSaved } from './plan-edit.ts';
import { checkChosen } from './review-answers.ts';
import { readRoundContent } from './round-content.ts';
import { storeAnswers, type AnswerWrite } from './store-answers.ts';
import { writeUndo } from './undo-word.ts';
import type { ConfirmedUnchanged } from './results.ts';

/**
 * Confirms for those who were asked that nothing has changed since the initiatives were assessed last, as an owner does for one. It is
 * for those of which nothing has been said this year: what is answered, sent back, begun or filled in is nobody's to write over with last
 * year's. They, those changed since they were shown and those with nothing before them are left as they are and counted; those whose last
 * answer lacks what the round asks for, and those with a colour that needs a reason, are named.
 * @throws DomainError conflict `answer.not-saved`, `answer.changed-meanwhile` for what was typed and not saved, `round.closed-for-editing`, `round.published`; invalid `round.nothing-chosen`; not-found `round.unknown`,
 *   `initiative.unknown`
 */
export async function confirmUnchangedMany(context: Context, input: AcceptAnswersInput): Promise<ConfirmedUnchanged> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	checkChosen(input);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit', note: null, importId: null } as const;
	return context.database.write(code, async (tx) => {
		const round = await getRunningRound(tx, input.year);
		checkOpenForCoordinators(round.run);
		const legend = await findRoundLegend(tx, round.run);
		const content = await readRoundContent(tx, round);
		const findEarlier = await readEarlierAnswers(tx, round);
		const writes = new Map<string, AnswerWrite>();
		const incomplete = new Set<string>();
		const needsReason = new Set<string>();
		for (const reviewed of input.answers) {
			const { row, answer, assessment: before } = content.get(reviewed.number);
			const { priority } = row.content;
			const rules = makeRules({ run: round.run, legend, initiative: { priority } });
			checkSaved({ answer, assessment: before, rules }, reviewed);
			const isUntouched = answer.status === 'waiting' && answer.draft === null && before === null;
			if (writes.has(row.id) || !isUntouched || answer.version !== reviewed.version) continue;
			const offer = offerUnchanged(findEarlier({ id: row.id, priority }), rules);
			if (offer && offer.lacks.length > 0) incomplete.add(row.content.number);
			else if (offer?.needsReason) needsReason.add(row.content.number);
			if (!offer || offer.needsReason || offer.lacks.length > 0) continue;
			const { colourReason, ...said } = keepUnasked(completeDraft(offer.content, rules), null, rules);
			writes.set(row.id, {
				before,
				content: { ...said, stateText: offer.stateText, source: null },
				answer,
				after: { ...answer, status: 'answered', isUnchanged: true, colourReason, answeredBy: occasion.who, answeredAt: occasion.at },
			});
		}
		const { changeIds } = await storeAnswers(tx, round, [...writes.values()], occasion);
		const left = input.answers.length - writes.size;
		return { confirmed: writes.size, left, incomplete: [...incomplete], needsReason: [...needsReason], undo: writeUndo(changeIds) };
	});
}
