import type { Database } from '#storage/database.ts';
import type { Context } from '#usecases/context.ts';
import type { ImportPreview } from '#usecases/imports/import-preview.ts';
import { previewImport } from '#usecases/imports/preview-import.ts';
import { actors, makeContext } from './context.ts';
import type { TestDatabase } from './database.ts';
import { createExampleDatabase } from './example-database.ts';

/** A coordinator of Sorø with documents to import, on a database that holds the examples. */
export type ImportDesk = {
	readonly server: TestDatabase;
	readonly database: Database;
	/** Every look at this clock is a second later than the one before. */
	readonly now: () => Date;
	readonly wait: (milliseconds: number) => void;
	readonly coordinator: () => Context;
	readonly preview: (year: number, rows: readonly string[], headings?: string) => Promise<ImportPreview>;
	/** Everything stored of the municipality except versions, times, history and uploads. */
	readonly readEverything: () => Promise<unknown>;
};

export async function openImportDesk(municipality: string): Promise<ImportDesk> {
	const server = await createExampleDatabase();
	const database = await server.open();
	let time = Date.parse('2026-03-01T10:00:00Z');
	const now = () => new Date((time += 1000));
	const coordinator = () => makeContext(database, actors.coordinator, now);
	return {
		server,
		database,
		now,
		wait: (milliseconds) => void (time += milliseconds),
		coordinator,
		preview: (year, rows, headings) =>
			previewImport(coordinator(), { municipality, year, fileName: `status-${year}.csv`, bytes: writeTable(rows, headings) }),
		readEverything: () => readEverything(server),
	};
}

/** A status table as a municipality would save it, one line per row. */
export function writeTable(
	rows: readonly string[],
	headings = 'Nr.;Indsats;Sektor;Status;Fremdrift;Bemærkning;Hovedansvarlig',
): Uint8Array {
	return new TextEncoder().encode(`${[headings, ...rows].join('\n')}\n`);
}

async function readEverything(server: TestDatabase): Promise<unknown> {
	const tables = [
		'plan',
		'section',
		'initiative',
		'relation',
		'plan_figure',
		'status_round',
		'assessment',
		'round_line',
		'finding_dismissal',
	];
	const content: Record<string, unknown> = {};
	for (const table of tables) {
		content[table] = await server.sql(
			`select to_jsonb(t) - 'version' - 'changed_at' as row from ${table} t where municipality_code = '0340' order by (to_jsonb(t) - 'version' - 'changed_at')::text`,
		);
	}
	return content;
}
