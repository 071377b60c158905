import { and, asc, desc, eq } from 'drizzle-orm';
import { readPathDocument, type PathDocument, type ScenarioKind } from '#domain/followup/path-document.ts';
import { scenario } from './schema/pathway.ts';
import type { PublicTx, ReadTx, WriteTx } from './transactions.ts';
import { checkChanged } from './versions.ts';

/** What is typed about a scenario. */
export type ScenarioFields = { readonly kind: ScenarioKind; readonly title: string; readonly document: PathDocument };

export type StoredScenario = ScenarioFields & {
	readonly id: string;
	readonly version: number;
	readonly changedAt: Date;
	/** Id of the person who changed it last. */
	readonly who: string;
};

/** All scenarios of the municipality: the plan's first, then by title. */
export async function listScenarios(tx: ReadTx): Promise<StoredScenario[]> {
	const rows = await tx.db
		.select()
		.from(scenario)
		.where(eq(scenario.municipalityCode, tx.tenant))
		.orderBy(asc(scenario.kind), asc(scenario.title), asc(scenario.id));
	return rows.map(toScenario);
}

/** The path of the municipality's plan; undefined when nobody has made one. */
export async function findPlanScenario(tx: ReadTx): Promise<StoredScenario | undefined> {
	const own = and(eq(scenario.municipalityCode, tx.tenant), eq(scenario.kind, 'plan'));
	const [row] = await tx.db.select().from(scenario).where(own);
	return row && toScenario(row);
}

/** True when somebody has made the path of the plan; its document is not read. */
export async function hasPlanScenario(tx: ReadTx): Promise<boolean> {
	const own = and(eq(scenario.municipalityCode, tx.tenant), eq(scenario.kind, 'plan'));
	return (await tx.db.select({ id: scenario.id }).from(scenario).where(own)).length > 0;
}

export async function findScenario(tx: ReadTx, id: string): Promise<StoredScenario | undefined> {
	const [row] = await tx.db.select().from(scenario).where(isScenario(tx, id));
	return row && toScenario(row);
}

/** The paths of all municipalities' plans, by the municipality's code. */
export async function listPublicScenarios(tx: PublicTx): Promise<{ readonly code: string; readonly document: PathDocument }[]> {
	const rows = await tx.db
		.select({ code: scenario.municipalityCode, title: scenario.title, document: scenario.document })
		.from(scenario)
		.where(eq(scenario.kind, 'plan'))
		.orderBy(desc(scenario.changedAt), asc(scenario.municipalityCode));
	return rows.map(({ code, title, document }) => ({ code, document: nameDocument({ title, document: readPathDocument(document) }) }));
}

/** Adds a scenario and gives its id. Throws conflict `scenario.plan-exists`. */
export async function addScenario(tx: WriteTx, fields: ScenarioFields, { who, at }: { who: string; at: Date }): Promise<string> {
	const rows = await tx.db
		.insert(scenario)
		.values({ ...toColumns(fields), municipalityCode: tx.tenant, who, changedAt: at })
		.returning({ id: scenario.id });
	return String(rows[0]?.id);
}

/** Replaces what is typed about a scenario. Throws conflict `scenario.changed-meanwhile`. */
export async function saveScenario(
	tx: WriteTx,
	{ id, version }: Pick<StoredScenario, 'id' | 'version'>,
	fields: ScenarioFields,
	{ who, at }: { who: string; at: Date },
): Promise<void> {
	const { rowCount } = await tx.db
		.update(scenario)
		.set({ ...toColumns(fields), who, version: version + 1, changedAt: at })
		.where(and(isScenario(tx, id), eq(scenario.version, version)));
	checkChanged(rowCount, 'scenario', fields.title);
}

/** Takes a scenario away. Throws conflict `scenario.changed-meanwhile`. */
export async function removeScenario(tx: WriteTx, { id, version, title }: StoredScenario): Promise<void> {
	const { rowCount } = await tx.db.delete(scenario).where(and(isScenario(tx, id), eq(scenario.version, version)));
	checkChanged(rowCount, 'scenario', title);
}

function isScenario(tx: ReadTx, id: string) {
	return and(eq(scenario.municipalityCode, tx.tenant), eq(scenario.id, id));
}

function toScenario(row: typeof scenario.$inferSelect): StoredScenario {
	const { id, kind, title, who, version, changedAt } = row;
	const beside = row.initiativeIds === null ? {} : { initiativeIds: row.initiativeIds };
	const document = readPathDocument({ ...(row.document as object), ...beside });
	return { id, kind, title, document: nameDocument({ title, document }), who, version, changedAt };
}

function toColumns(fields: ScenarioFields) {
	const { initiativeIds = null, ...document } = nameDocument(fields);
	return { ...fields, document, initiativeIds };
}

/** A document carries its title as a file does; what a scenario is called decides, or a copy would take its original's name back. */
function nameDocument({ title, document }: Pick<ScenarioFields, 'title' | 'document'>): PathDocument {
	return { ...document, scenario: { ...document.scenario, title } };
}
