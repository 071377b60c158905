import { getNumberKey } from '#domain/plan/number-key.ts';
import type { DraftField, DraftInitiative, ReadResult } from '#domain/followup/draft-initiative.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { readNumber } from '#importers/numbers.ts';
import { readDocument } from '#importers/read-document.ts';
import { longestCellText } from '#importers/read-tables.ts';
import type { ValueCorrection } from '#storage/json-schemas.ts';

/** The fields that hold what a column said, normalised and in the document's own words. */
const fieldsOf: Partial<Record<DraftField, readonly (keyof DraftInitiative)[]>> = {
	state: ['state', 'stateText'],
	priority: ['priority', 'priorityText'],
	fulfilment: ['fulfilment', 'fulfilmentText'],
	co2Relation: ['co2Relation', 'co2RelationText'],
};

/**
 * A reading with a person's corrections in place, in their order. A corrected value is read by the same rules as a cell of
 * a document; the questions it answers are gone.
 * @throws DomainError invalid `import.value-unreadable`, `import.number-taken`; not-found `import.number-unknown`
 */
export async function correctDraft(result: ReadResult, corrections: readonly ValueCorrection[]): Promise<ReadResult> {
	let { initiatives, problems } = result;
	for (const correction of corrections) {
		const key = getNumberKey(correction.number);
		const index = initiatives.findIndex((draft) => getNumberKey(draft.number) === key);
		const draft = initiatives[index];
		if (!draft) throw new DomainError('not-found', 'import.number-unknown', { number: correction.number });
		const corrected = { ...draft, ...(await readCorrection(draft, correction)) };
		const isTaken = initiatives.some((other, i) => i !== index && getNumberKey(other.number) === getNumberKey(corrected.number));
		if (isTaken) throw new DomainError('invalid', 'import.number-taken', { number: corrected.number });
		initiatives = initiatives.with(index, corrected);
		problems = problems.filter(
			(problem) =>
				!(
					problem.severity === 'question' &&
					problem.field === correction.field &&
					problem.number !== null &&
					getNumberKey(problem.number) === key
				),
		);
	}
	return { ...result, initiatives, problems };
}

async function readCorrection(draft: DraftInitiative, { field, text }: ValueCorrection): Promise<Partial<DraftInitiative>> {
	const value = text?.trim() ?? '';
	const refuse = () => new DomainError('invalid', 'import.value-unreadable', { field, text: value.slice(0, 200) });
	if (value.length > longestCellText) throw refuse();
	if (field === 'number' || field === 'title') {
		if (value === '') throw new DomainError('invalid', 'import.value-missing', { field });
		const read = field === 'number' ? readNumber(value) : value;
		if (read === null) throw refuse();
		return { [field]: read };
	}
	const read = value === '' ? undefined : await readValue(field, value);
	const names: readonly (keyof DraftInitiative)[] = fieldsOf[field] ?? [field];
	const values = Object.fromEntries(names.map((name) => [name, read ? read[name] : Array.isArray(draft[name]) ? [] : null]));
	const inferred = draft.source.inferred?.filter((name) => name !== field);
	const source = { ...draft.source, ...(inferred ? { inferred } : {}) };
	return { ...values, source };
}

/** Reads one value as a table with one row, so that the rules are the reader's own. */
async function readValue(field: DraftField, text: string): Promise<DraftInitiative> {
	const headings = ['Nr.', 'Titel', 'Rettelse'];
	const fields: DraftField[] = ['number', 'title', field];
	const rows = [headings, ['1', '-', text]].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'));
	const mapping = [{ sheet: null, columns: headings.map((heading, i) => ({ heading, field: fields[i] ?? null })) }];
	const bytes = new TextEncoder().encode(`${rows.join('\n')}\n`);
	const { initiatives, problems } = await readDocument({ fileName: 'correction.csv', bytes, mapping });
	const [draft] = initiatives;
	const isUnclear = problems.some((problem) => problem.field === field && problem.severity !== 'note');
	if (!draft || isUnclear) throw new DomainError('invalid', 'import.value-unreadable', { field, text: text.slice(0, 200) });
	return draft;
}
