import { isDeepStrictEqual } from 'node:util';
import { and, desc, eq } from 'drizzle-orm';
import { legendSchema } from '#domain/followup/legend-schema.ts';
import type { Legend } from '#domain/followup/legend.ts';
import { legend } from './schema/legend.ts';
import { ownTenant, type Statement } from './statements.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** Which guide, in which of its versions. */
export type LegendKey = { readonly id: string; readonly version: number };

const inVersion: Statement<{ id: string; version: number }, { guide: unknown }[]> = {
	name: 'reading guide in a version',
	build: (db, value) =>
		db
			.select({ guide: legend.guide })
			.from(legend)
			.where(and(eq(legend.municipalityCode, ownTenant), eq(legend.id, value('id')), eq(legend.version, value('version')))),
};

/** A reading guide in one version; null where none is named. */
export async function findLegend(tx: ReadTx, key: LegendKey | null): Promise<Legend | null> {
	const [row] = key ? await tx.ask(inVersion, { id: key.id, version: key.version }) : [];
	return row ? legendSchema.parse(row.guide) : null;
}

/** Adds a guide: as a new version when one of that name says something else, not at all when it says the same. Gives its key. */
export async function addLegend(tx: WriteTx, guide: Legend, at: Date): Promise<LegendKey> {
	const own = and(eq(legend.municipalityCode, tx.tenant), eq(legend.id, guide.id));
	const [newest] = await tx.db.select().from(legend).where(own).orderBy(desc(legend.version)).limit(1);
	if (newest && isDeepStrictEqual(newest.guide, guide)) return { id: guide.id, version: newest.version };
	const version = (newest?.version ?? 0) + 1;
	await tx.db.insert(legend).values({ municipalityCode: tx.tenant, id: guide.id, version, guide, addedAt: at });
	return { id: guide.id, version };
}
