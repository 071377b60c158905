import type { ColumnMapping } from '#domain/followup/draft-initiative.ts';
import { DomainError } from '#domain/shared/domain-error.ts';

/**
 * A field comes from one column of a table: of two, the reader would have to leave one out in silence.
 * @throws DomainError invalid `import.same-field` (field, headings of the two columns, or their places where they have none)
 */
export function checkMapping(mapping: readonly ColumnMapping[]): void {
	for (const { columns } of mapping) {
		for (const [index, { field, heading }] of columns.entries()) {
			const first = columns.findIndex((column) => column.field === field);
			if (field === null || first === index) continue;
			const firstHeading = columns[first]?.heading || String(first + 1);
			throw new DomainError('invalid', 'import.same-field', { field, first: firstHeading, second: heading || String(index + 1) });
		}
	}
}
