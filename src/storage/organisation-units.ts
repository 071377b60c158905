import { and, eq } from 'drizzle-orm';
import type { OrganisationUnit } from '#domain/access/person.ts';
import { compareWords } from '#domain/shared/natural-order.ts';
import { initiativeUnit, organisationUnit, person } from './schema/people.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import { checkChanged } from './versions.ts';

/** What is typed about a unit. */
export type UnitFields = Pick<OrganisationUnit, 'name' | 'parentId'>;

/** Every unit of the municipality in Danish order of names. */
export async function listUnits(tx: ReadTx): Promise<OrganisationUnit[]> {
	const { id, name, parentId, version } = organisationUnit;
	const rows = await tx.db
		.select({ id, name, parentId, version })
		.from(organisationUnit)
		.where(eq(organisationUnit.municipalityCode, tx.tenant));
	return rows.sort((left, right) => compareWords(left.name, right.name));
}

/** Adds a unit and gives its id. Throws conflict `unit.duplicate-name`. */
export async function addUnit(tx: WriteTx, fields: UnitFields, at: Date): Promise<string> {
	const rows = await tx.db
		.insert(organisationUnit)
		.values({ ...fields, municipalityCode: tx.tenant, changedAt: at })
		.returning({ id: organisationUnit.id });
	return String(rows[0]?.id);
}

/** Replaces what is typed about a unit. Throws conflict `unit.changed-meanwhile`, `unit.duplicate-name`. */
export async function saveUnit(
	tx: WriteTx,
	{ id, version }: Pick<OrganisationUnit, 'id' | 'version'>,
	fields: UnitFields,
	at: Date,
): Promise<void> {
	const { rowCount } = await tx.db
		.update(organisationUnit)
		.set({ ...fields, version: version + 1, changedAt: at })
		.where(and(isUnit(tx, id), eq(organisationUnit.version, version)));
	checkChanged(rowCount, 'unit', fields.name);
}

/** How many persons, initiatives (of any plan) and units below belong to a unit. */
export async function countUnitUses(tx: ReadTx, id: string): Promise<number> {
	const people = await tx.db.$count(person, and(eq(person.municipalityCode, tx.tenant), eq(person.unitId, id)));
	const initiatives = await tx.db.$count(
		initiativeUnit,
		and(eq(initiativeUnit.municipalityCode, tx.tenant), eq(initiativeUnit.unitId, id)),
	);
	const below = await tx.db.$count(
		organisationUnit,
		and(eq(organisationUnit.municipalityCode, tx.tenant), eq(organisationUnit.parentId, id)),
	);
	return people + initiatives + below;
}

/** Takes a unit away. PostgreSQL refuses while anybody or anything belongs to it. */
export async function removeUnit(tx: WriteTx, id: string): Promise<void> {
	await tx.db.delete(organisationUnit).where(isUnit(tx, id));
}

function isUnit(tx: ReadTx, id: string) {
	return and(eq(organisationUnit.municipalityCode, tx.tenant), eq(organisationUnit.id, id));
}
