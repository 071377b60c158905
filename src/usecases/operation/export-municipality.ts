import type { Writable } from 'node:stream';
import { hideAnswerLink } from '#domain/followup/mail-content.ts';
import { writeArchive, type ArchiveFile } from '#storage/backup/write-archive.ts';
import {
	listTenantTables,
	readTenantFiles,
	readTenantRows,
	type DescribedColumn,
	type DescribedTable,
	type TenantRow,
} from '#storage/tenant-rows.ts';
import type { ReadTx } from '#storage/transactions.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { writeCsvLine } from './csv-line.ts';
import { exportRules } from './export-rules.ts';

/** What was exported. */
export type Exported = { readonly municipality: string; readonly tables: number; readonly rows: number };

/**
 * Writes all of a municipality's data into a zip: each table as JSON and as CSV, the files it holds, and a description of every
 * column. All of one moment. Secrets are left out, and the description says which. It is noted in the audit log before it begins.
 */
export async function exportMunicipality(context: Context, input: { municipality: string; out: Writable }): Promise<Exported> {
	const { code } = await requireMay(context, 'tenant.export', input.municipality);
	const at = context.now();
	await context.database.write(code, (tx) => appendAudit(tx, { event: 'tenant exported', who: context.actor.id, at }));
	return context.database.read(code, async (tx) => {
		const told = { municipality: code, tables: 0, rows: 0 };
		await writeArchive(listFiles(tx, told), { out: input.out, at });
		return told;
	});
}

type Told = { municipality: string; tables: number; rows: number };
type ExportedTable = DescribedTable & { readonly shown: readonly DescribedColumn[]; readonly leftOut: readonly string[] };

async function* listFiles(tx: ReadTx, told: Told): AsyncGenerator<ArchiveFile> {
	const tables = (await listTenantTables(tx)).map(applyRule);
	yield { name: 'description.json', read: () => writeDescription(tables, told) };
	for (const table of tables) {
		yield { name: `json/${table.name}.json`, read: () => writeJson(readRows(tx, table)) };
		yield { name: `csv/${table.name}.csv`, read: () => writeCsv(table, countRows(readRows(tx, table), told)) };
		for (const column of table.shown.filter(({ type }) => type === 'bytea')) yield* listOwnFiles(tx, table, column.name);
		told.tables += 1;
	}
}

function applyRule(table: DescribedTable): ExportedTable {
	const rule = exportRules[table.name];
	if (!rule) throw new Error(`no rule says how to export ${table.name}`);
	const leftOut = rule.leftOut ?? [];
	return { ...table, leftOut, shown: table.columns.filter(({ name }) => !leftOut.includes(name)) };
}

async function* readRows(tx: ReadTx, table: ExportedTable): AsyncGenerator<TenantRow> {
	const withoutLinks = exportRules[table.name]?.withoutLinks ?? [];
	for await (const row of readTenantRows(tx, table)) {
		yield Object.fromEntries(
			table.shown.map(({ name, type }) => {
				const value = row[name];
				if (type === 'bytea') return [name, value === null ? null : nameFile(table, name, row)];
				return [name, withoutLinks.includes(name) && typeof value === 'string' ? hideAnswerLink(value) : value];
			}),
		);
	}
}

async function* listOwnFiles(tx: ReadTx, table: ExportedTable, column: string): AsyncGenerator<ArchiveFile> {
	const namedBy = exportRules[table.name]?.ending?.column;
	for await (const { names, bytes } of readTenantFiles(tx, table, { column, namedBy: namedBy ? [namedBy] : [] })) {
		yield { name: nameFile(table, column, names), read: () => bytesOnce(bytes) };
	}
}

async function* bytesOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield await Promise.resolve(bytes);
}

function nameFile({ name, key }: DescribedTable, column: string, row: TenantRow): string {
	const parts = key.filter((each) => each !== 'municipality_code').map((each) => String(row[each]).replace(/[^\w.-]+/g, '-'));
	const { ending: rule } = exportRules[name] ?? {};
	const ending = rule?.find(String(row[rule.column]));
	return `files/${name}/${column}/${[parts.join('_'), ending].filter(Boolean).join('.')}`;
}

async function* countRows(rows: AsyncIterable<TenantRow>, told: Told): AsyncGenerator<TenantRow> {
	for await (const row of rows) {
		told.rows += 1;
		yield row;
	}
}

async function* writeJson(rows: AsyncIterable<TenantRow>): AsyncGenerator<string> {
	let before = '[\n';
	for await (const row of rows) {
		yield `${before}${JSON.stringify(row)}`;
		before = ',\n';
	}
	yield before === '[\n' ? '[]\n' : '\n]\n';
}

async function* writeCsv({ shown }: ExportedTable, rows: AsyncIterable<TenantRow>): AsyncGenerator<string> {
	yield `\uFEFF${writeCsvLine(shown.map(({ name }) => name))}`;
	for await (const row of rows) yield writeCsvLine(shown.map(({ name }) => row[name]));
}

async function* writeDescription(tables: readonly ExportedTable[], { municipality }: Told): AsyncGenerator<string> {
	const described = tables.map(({ name, description, key, shown, leftOut }) => ({
		name,
		description,
		key,
		columns: shown,
		leftOutBecauseSecret: leftOut,
		secretsInLinksReplaced: exportRules[name]?.withoutLinks ?? [],
	}));
	const notHere =
		'Sessions, passkeys, second factors and passwords belong to the installation and to the persons, not to the municipality.';
	yield await Promise.resolve(
		`${JSON.stringify({ format: 'fremdrift export', formatVersion: 1, municipality, notHere, tables: described }, null, 2)}\n`,
	);
}
