import { asc, eq } from 'drizzle-orm';
import type { AccountFigure } from '#domain/account/account-figure.ts';
import { accountFigure } from './schema/municipality.ts';
import type { PublicTx, ReadTx, WriteTx } from './transactions.ts';

const figure = {
	year: accountFigure.year,
	subject: accountFigure.subject,
	total: accountFigure.total,
	unit: accountFigure.unit,
	perInhabitant: accountFigure.perInhabitant,
	population: accountFigure.population,
	populationYear: accountFigure.populationYear,
	source: accountFigure.source,
};

/** The climate account's figures of the transaction's municipality, by year and subject. */
export async function listAccountFigures(tx: ReadTx): Promise<AccountFigure[]> {
	const order = [asc(accountFigure.year), asc(accountFigure.subject)];
	return tx.db
		.select(figure)
		.from(accountFigure)
		.where(eq(accountFigure.municipalityCode, tx.tenant))
		.orderBy(...order);
}

/** The figures of every municipality, by its code. */
export async function listAllAccountFigures(tx: PublicTx): Promise<Map<string, AccountFigure[]>> {
	const rows = await tx.db
		.select({ code: accountFigure.municipalityCode, figure })
		.from(accountFigure)
		.orderBy(asc(accountFigure.municipalityCode), asc(accountFigure.year), asc(accountFigure.subject));
	const figures = new Map<string, AccountFigure[]>();
	for (const row of rows) {
		const own = figures.get(row.code);
		if (own) own.push(row.figure);
		else figures.set(row.code, [row.figure]);
	}
	return figures;
}

/** Adds figures that are not there yet and gives their number; a figure that is there stays as it is. */
export async function addAccountFigures(tx: WriteTx, figures: readonly AccountFigure[]): Promise<number> {
	if (figures.length === 0) return 0;
	const rows = figures.map((one) => ({ ...one, municipalityCode: tx.tenant }));
	const { rowCount } = await tx.db.insert(accountFigure).values(rows).onConflictDoNothing();
	return rowCount ?? 0;
}
