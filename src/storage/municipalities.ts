import { and, eq, or, sql } from 'drizzle-orm';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { compareWords } from '#domain/shared/natural-order.ts';
import { municipality, municipalityRevision } from './schema/municipality.ts';
import { ownTenant, type Statement } from './statements.ts';
import type { PublicTx, ReadTx, WriteTx } from './transactions.ts';

const profile = {
	code: municipality.code,
	name: municipality.name,
	slug: municipality.slug,
	region: municipality.region,
	population: municipality.population,
	populationYear: municipality.populationYear,
	regionFrom2027: municipality.regionFrom2027,
	kind: municipality.kind,
	populationPrevious: municipality.populationPrevious,
	populationPreviousYear: municipality.populationPreviousYear,
	source: municipality.source,
};

type ProfileRow = { profile: MunicipalityProfile; changedAt: Date };

const ownProfile: Statement<Record<string, never>, ProfileRow[]> = {
	name: 'own municipality',
	build: (db) =>
		db
			.select({ profile, changedAt: municipalityRevision.changedAt })
			.from(municipality)
			.innerJoin(municipalityRevision, eq(municipalityRevision.municipalityCode, municipality.code))
			.where(eq(municipality.code, ownTenant)),
};

/** The transaction's own municipality with when its content last changed; undefined when it is not known. */
export async function findMunicipality(tx: ReadTx): Promise<ProfileRow | undefined> {
	return (await tx.ask(ownProfile, {}))[0];
}

const ownName: Statement<{ name: string }, { code: string }[]> = {
	name: 'municipality of this name',
	build: (db, value) =>
		db
			.select({ code: municipality.code })
			.from(municipality)
			.where(and(eq(municipality.code, ownTenant), or(eq(municipality.code, value('name')), eq(municipality.slug, value('name'))))),
};

/** True when the transaction's municipality has this code ("0340") or slug ("soroe"). */
export async function isNamed(tx: ReadTx, name: string): Promise<boolean> {
	return (await tx.ask(ownName, { name: name.replaceAll('\u0000', '') })).length > 0;
}

/** Every municipality, in Danish order of names (Aarhus stands among å). */
export async function listMunicipalityProfiles(tx: PublicTx): Promise<MunicipalityProfile[]> {
	const rows = await tx.db.select(profile).from(municipality);
	return rows.sort((left, right) => compareWords(left.name, right.name));
}

/** A text that is another one after any committed change in any municipality: revisions only ever grow. */
export async function getOverallRevision(tx: PublicTx): Promise<string> {
	const all = sql<string>`count(*) || ' ' || coalesce(sum(${municipalityRevision.revision}), 0) || ' ' || coalesce(max(${municipalityRevision.changedAt})::text, '')`;
	const rows = await tx.db.select({ all }).from(municipalityRevision);
	return rows[0]?.all ?? '';
}

/** Adds the transaction's municipality unless it is there. True when it was added. */
export async function addMunicipality(tx: WriteTx, row: MunicipalityProfile): Promise<boolean> {
	const { rowCount } = await tx.db.insert(municipality).values(row).onConflictDoNothing({ target: municipality.code });
	return rowCount === 1;
}
