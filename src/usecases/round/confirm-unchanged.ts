import { completeDraft, emptyDraft, makeStorable, saysSame, type AnswerDraft, type AnswerRules } from '#domain/followup/answer-rules.ts';
import { compareColours } from '#domain/followup/moved-colour.ts';
import { keepUnasked, offerUnchanged } from '#domain/followup/unchanged-answer.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Assessment } from '#domain/followup/assessment.ts';
import type { AnswerRow } from '#storage/answers.ts';
import { findAssessment } from '#storage/assessments.ts';
import type { Context } from '../context.ts';
import { requireMayForSome } from '../require-may.ts';
import { checkOpenFor, getAnswerDesk, makeRules } from './answer-desk.ts';
import { checkAnswerVersion, checkNotMoved } from './answer-version.ts';
import { findEarlierAnswer } from './earlier-answer.ts';
import { storeGiven } from './give-answer.ts';
import type { ConfirmUnchangedInput } from './inputs.ts';
import type { SavedAnswer } from './results.ts';

/**
 * Confirms last year's answer for this year, as `viewOwnAnswer` offers it, where a new answer that says the same would be taken. A
 * colour that followed from the guide follows from it still. Confirming twice is confirming once.
 * @throws DomainError conflict `answer.nothing-before`, `answer.changed-meanwhile`, `answer.colour-moved`, `answer.typed-anew` where a new
 *   answer is typed and not saved, `round.closed`, `round.closed-for-editing`, `round.published`; invalid `answer.incomplete` (details:
 *   `problems`) when it lacks what the round asks for, or the colour is against the guide and nobody has said why
 */
export async function confirmUnchanged(context: Context, input: ConfirmUnchangedInput): Promise<SavedAnswer> {
	const { code } = await requireMayForSome(context, 'answer.give', input.municipality);
	return context.database.writeBesideDrafts(code, async (tx) => {
		const desk = await getAnswerDesk(context, tx, input);
		const { answer, run, plan, initiative } = desk;
		const before = (await findAssessment(tx, plan.id, run.year, initiative.id)) ?? null;
		const rules = makeRules(desk);
		if (answer.status === 'answered' && answer.isUnchanged && answer.answeredBy === context.actor.id && answer.draft === null) {
			checkNotTyped(input.typed, { answer, before, rules });
			return { version: answer.version, status: answer.status, at: answer.answeredAt ?? context.now(), problems: [] };
		}
		checkOpenFor(context, code, desk);
		checkAnswerVersion(answer, input);
		checkNotTyped(input.typed, { answer, before, rules });
		const offer = offerUnchanged(await findEarlierAnswer(tx, desk), rules);
		if (!offer) throw new DomainError('conflict', 'answer.nothing-before');
		checkNotMoved(input.shown === undefined ? null : compareColours(input.shown, offer.content.progress));
		const reason = offer.needsReason ? (input.colourReason ?? null) : offer.content.colourReason;
		const said = completeDraft(makeStorable({ ...offer.content, colourReason: reason }), rules);
		const problems = [...offer.lacks, ...(offer.needsReason && said.colourReason === null ? ['colour-reason-missing'] : [])];
		if (problems.length > 0) {
			throw new DomainError('invalid', 'answer.incomplete', { problems: problems.join(' '), version: answer.version });
		}
		return storeGiven(context, tx, desk, {
			before,
			content: keepUnasked(said, before, rules),
			isUnchanged: true,
			stateText: offer.stateText,
		});
	});
}

type Stored = { readonly answer: AnswerRow; readonly before: Assessment | null; readonly rules: AnswerRules };

/** Throws conflict `answer.typed-anew` when another answer stands in the form than the draft that is saved, or the answer given. */
function checkNotTyped(typed: AnswerDraft | undefined, { answer, before, rules }: Stored): void {
	if (!typed) return;
	const given = before ? { ...before, colourReason: answer.colourReason } : emptyDraft;
	const saved = answer.draft?.content ?? given;
	// Nothing is lost where nothing stands.
	const says = Object.fromEntries(Object.entries(makeStorable(typed)).filter(([, value]) => value !== null));
	if (!saysSame({ ...saved, ...says }, saved, rules)) throw new DomainError('conflict', 'answer.typed-anew');
}
