import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { accountSectors, type Account, type AccountRow } from '#domain/account/account.ts';
import { orderVintages } from '#domain/account/order-vintages.ts';
import { parseCalendarDate } from '#domain/shared/calendar-date.ts';
import { account, accountImport, accountRow } from './schema/account.ts';
import type { PublicTx, ReadTx, WriteTx } from './transactions.ts';

/** An account with who added it, when, and from which file. */
export type StoredAccount = Account & { readonly addedAt: Date; readonly who: string; readonly importId: string | null };

/** What is added: everything but the id, which the database gives. */
export type NewAccount = Omit<Account, 'id' | 'municipalityCode'>;

const totalsSchema = z.array(z.object({ label: z.string(), sector: z.enum(accountSectors).nullable(), tonnes: z.number() }));
const keyFiguresSchema = z.array(
	z.object({ subject: z.string(), value: z.number().nullable(), unit: z.string().nullable(), perInhabitant: z.number().nullable() }),
);
const inOrder = [asc(account.municipalityCode), asc(account.kind), asc(account.year), asc(account.addedAt), asc(account.release)];
const rowsInOrder = [asc(accountRow.municipalityCode), asc(accountRow.accountId), asc(accountRow.position)];

/** Every account of the municipality by kind and year, the vintages of a year in the order of `orderVintages`: the last is the newest. */
export async function listAccounts(tx: ReadTx): Promise<StoredAccount[]> {
	const heads = await tx.db
		.select()
		.from(account)
		.where(eq(account.municipalityCode, tx.tenant))
		.orderBy(...inOrder);
	const rows = await tx.db
		.select()
		.from(accountRow)
		.where(eq(accountRow.municipalityCode, tx.tenant))
		.orderBy(...rowsInOrder);
	return orderVintages(join(heads, rows));
}

/** The accounts of every municipality, by its code, in the same order. */
export async function listAllAccounts(tx: PublicTx): Promise<Map<string, StoredAccount[]>> {
	const heads = await tx.db
		.select()
		.from(account)
		.orderBy(...inOrder);
	const rows = await tx.db
		.select()
		.from(accountRow)
		.orderBy(...rowsInOrder);
	const byCode = Map.groupBy(join(heads, rows), ({ municipalityCode }) => municipalityCode);
	return new Map([...byCode].map(([code, own]) => [code, orderVintages(own)]));
}

/** Codes of municipalities that have an account. */
export async function listCodesWithAccount(tx: PublicTx): Promise<Set<string>> {
	const rows = await tx.db.selectDistinct({ code: account.municipalityCode }).from(account);
	return new Set(rows.map(({ code }) => code));
}

/** Adds an account with its lines and gives its id. Throws conflict `account.vintage-exists`. */
export async function addAccount(
	tx: WriteTx,
	{ rows, ...head }: NewAccount,
	by: { readonly who: string; readonly at: Date; readonly importId: string | null },
): Promise<string> {
	const { who, at, importId } = by;
	const added = await tx.db
		.insert(account)
		.values({ ...head, importId, who, addedAt: at, municipalityCode: tx.tenant })
		.returning({ id: account.id });
	const accountId = String(added[0]?.id);
	const lines = rows.map((row, position) => ({ ...row, accountId, position, municipalityCode: tx.tenant }));
	for (let i = 0; i < lines.length; i += 1000) await tx.db.insert(accountRow).values(lines.slice(i, i + 1000));
	return accountId;
}

/** An import of accounts, with how many of them are still here. */
export type AccountImport = typeof accountImport.$inferSelect;

/** The files accounts were taken in from, oldest first. */
export async function listAccountImports(tx: ReadTx): Promise<AccountImport[]> {
	return tx.db.select().from(accountImport).where(eq(accountImport.municipalityCode, tx.tenant)).orderBy(asc(accountImport.at));
}

/** Adds an import and gives its id. */
export async function addAccountImport(tx: WriteTx, file: Pick<AccountImport, 'fileName' | 'sha256' | 'who' | 'at'>): Promise<string> {
	const added = await tx.db
		.insert(accountImport)
		.values({ ...file, municipalityCode: tx.tenant })
		.returning({ id: accountImport.id });
	return String(added[0]?.id);
}

/** Marks an import as undone; false when it is not there, or undone already. */
export async function markImportUndone(tx: WriteTx, id: string, by: { readonly who: string; readonly at: Date }): Promise<boolean> {
	const own = and(eq(accountImport.municipalityCode, tx.tenant), eq(accountImport.id, id), isNull(accountImport.undoneAt));
	const { rowCount } = await tx.db.update(accountImport).set({ undoneAt: by.at, undoneBy: by.who }).where(own);
	return rowCount === 1;
}

/** Takes accounts away with their lines. */
export async function removeAccounts(tx: WriteTx, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await tx.db.delete(account).where(and(eq(account.municipalityCode, tx.tenant), inArray(account.id, [...ids])));
}

function join(heads: readonly (typeof account.$inferSelect)[], rows: readonly (typeof accountRow.$inferSelect)[]): StoredAccount[] {
	const byAccount = Map.groupBy(rows, ({ municipalityCode, accountId }) => `${municipalityCode} ${accountId}`);
	return heads.map((head) => ({
		...head,
		releaseDate: head.releaseDate === null ? null : (parseCalendarDate(head.releaseDate) ?? null),
		totals: totalsSchema.parse(head.totals),
		keyFigures: keyFiguresSchema.parse(head.keyFigures),
		rows: (byAccount.get(`${head.municipalityCode} ${head.id}`) ?? []).map(toRow),
	}));
}

function toRow({ municipalityCode: _, accountId: __, position: ___, ...row }: typeof accountRow.$inferSelect): AccountRow {
	return row;
}
