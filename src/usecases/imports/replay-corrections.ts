import type { DraftInitiative, ReadProblem, ReadResult } from '#domain/followup/draft-initiative.ts';
import { getNumberKey } from '#domain/plan/number-key.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { readNumber } from '#importers/numbers.ts';
import type { ValueCorrection } from '#storage/json-schemas.ts';
import { correctDraft } from './correct-draft.ts';

/** An upload with a person's corrections, those in place in its `result`. */
export type CorrectedReading = { readonly fileName: string; readonly result: ReadResult; readonly corrections: readonly ValueCorrection[] };

/**
 * Puts earlier corrections into a new reading of the same document. With other columns a number may be gone or head another row:
 * what was corrected there is left out, and a note says so.
 */
export async function replayCorrections(
	before: CorrectedReading,
	read: ReadResult,
): Promise<{ readonly result: ReadResult; readonly corrections: readonly ValueCorrection[] }> {
	const kept: ValueCorrection[] = [];
	const dropped: ReadProblem[] = [];
	let result = read;
	for (const [index, correction] of before.corrections.entries()) {
		const own = findDraft(result, correction.number);
		const meant = findDraft(before.result, findLaterNumber(before.corrections.slice(index), correction.number));
		const corrected = own && isSameRow(own, meant) ? await tryCorrection(result, correction) : null;
		if (corrected) kept.push(correction);
		else dropped.push(tellDropped(before.fileName, correction));
		result = corrected ?? result;
	}
	return { result: { ...result, problems: [...result.problems, ...dropped] }, corrections: kept };
}

function findDraft({ initiatives }: ReadResult, number: string): DraftInitiative | undefined {
	return initiatives.find((draft) => getNumberKey(draft.number) === getNumberKey(number));
}

/** The number a row has after corrections of its number. */
function findLaterNumber(corrections: readonly ValueCorrection[], number: string): string {
	return corrections.reduce((current, { number: of, field, text }) => {
		if (field !== 'number' || getNumberKey(of) !== getNumberKey(current)) return current;
		return readNumber(text ?? '') ?? current;
	}, number);
}

function isSameRow({ source }: DraftInitiative, other: DraftInitiative | undefined): boolean {
	if (!other) return false;
	const { sheet, page, row } = other.source;
	return source.sheet === sheet && source.page === page && source.row === row;
}

/** Null where the correction no longer fits: the number it gives is now another row's. */
async function tryCorrection(result: ReadResult, correction: ValueCorrection): Promise<ReadResult | null> {
	try {
		return await correctDraft(result, [correction]);
	} catch (error) {
		if (error instanceof DomainError) return null;
		throw error;
	}
}

function tellDropped(file: string, { number, field, text }: ValueCorrection): ReadProblem {
	const nowhere = { sheet: null, page: null, row: null, column: null, number: null };
	// The number stands as the value: there is no row of that number to lead to.
	return { ...nowhere, severity: 'note', code: 'correction.dropped', file, field, text, action: 'noted', value: number };
}
