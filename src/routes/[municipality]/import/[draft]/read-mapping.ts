import { draftFields, type ColumnMapping } from '#domain/followup/draft-initiative.ts';
import { readText } from '#web/read-form.ts';

/** The name of the choice for one column of one table in the mapping form. */
export function nameChoice(table: number, column: number): string {
	return `kolonne-${table}-${column}`;
}

/** Reads a person's choice for every column; a column that the form does not mention keeps what it had. */
export function readMapping(form: FormData, mappings: readonly ColumnMapping[]): ColumnMapping[] {
	return mappings.map((mapping, table) => ({
		...mapping,
		columns: mapping.columns.map((column, index) => {
			const name = nameChoice(table, index);
			if (!form.has(name)) return column;
			const chosen = readText(form, name);
			return { ...column, field: draftFields.find((field) => field === chosen) ?? null };
		}),
	}));
}
