import { getNumberKey } from '#domain/plan/number-key.ts';
import type { AnswerDraft } from '#domain/followup/answer-rules.ts';
import type { Assessment } from '#domain/followup/assessment.ts';
import type { AssessedInitiative, FollowUp } from '#domain/followup/status-round.ts';
import { DomainError } from '#domain/shared/domain-error.ts';

/** What is corrected about one initiative; fields left out stay. `number` is as printed in the report; case does not matter. */
export type Correcting = { readonly number: string; readonly change: Partial<AnswerDraft> };

/** A line with what it will say. */
export type CorrectedLine = AssessedInitiative & { readonly assessment: Assessment };

/**
 * The follow-up with corrections made, and the lines that they change. What is chosen anew has no words of a document beside it.
 * @throws DomainError not-found `initiative.unknown`
 */
export function applyCorrections(
	followUp: FollowUp,
	corrections: readonly Correcting[],
): { readonly followUp: FollowUp; readonly changed: readonly CorrectedLine[] } {
	const changed = new Map<string, CorrectedLine>();
	for (const { number, change } of corrections) {
		const line = followUp.lines.find(({ initiative }) => getNumberKey(initiative.number) === getNumberKey(number));
		if (!line) {
			throw new DomainError('not-found', 'initiative.unknown', { municipality: followUp.municipality.name, number: number.slice(0, 40) });
		}
		const known = changed.get(line.initiative.id) ?? line;
		const assessment = correctAssessment(known.assessment ?? makeEmpty(line, followUp.round.year), change);
		if (hasChanged(line.assessment, assessment)) changed.set(line.initiative.id, { ...line, assessment });
		else changed.delete(line.initiative.id);
	}
	const lines = followUp.lines.map((line) => changed.get(line.initiative.id) ?? line);
	return { followUp: { ...followUp, lines }, changed: [...changed.values()] };
}

const fields = ['state', 'progress', 'fulfilment', 'fulfilmentText', 'remark'] as const;

function hasChanged(before: Assessment | null, after: Assessment): boolean {
	return fields.some((field) => (before?.[field] ?? null) !== after[field]);
}

function correctAssessment(before: Assessment, { colourReason: _reason, ...change }: Correcting['change']): Assessment {
	const after = { ...before, ...change };
	const isNewState = after.state !== before.state;
	// A colour stands in place of words, and words in place of a colour.
	const isNewColour = after.fulfilment !== before.fulfilment && after.fulfilment !== null;
	return { ...after, ...(isNewState ? { stateText: null } : {}), ...(isNewColour ? { fulfilmentText: null } : {}) };
}

function makeEmpty({ initiative }: AssessedInitiative, year: number): Assessment {
	const nothing = { state: null, stateText: null, progress: null, fulfilment: null, fulfilmentText: null, remark: null };
	return { ...nothing, initiativeId: initiative.id, year, source: null, version: 0 };
}
