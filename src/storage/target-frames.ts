import { and, asc, eq } from 'drizzle-orm';
import type { AccountKind } from '#domain/account/account.ts';
import type { BaseYear, ClimateTarget, ReferenceLevel, TargetFrame } from '#domain/account/target.ts';
import { climateTarget, targetFrame } from './schema/target.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import { checkChanged } from './versions.ts';

type By = { readonly who: string; readonly at: Date };

/** What is stated for each kind of account; a kind nobody has said anything about is not there. */
export async function listTargetFrames(tx: ReadTx): Promise<TargetFrame[]> {
	const rows = await tx.db.select().from(targetFrame).where(eq(targetFrame.municipalityCode, tx.tenant)).orderBy(asc(targetFrame.kind));
	return rows.map(toFrame);
}

/** Targets as decided, by year. */
export async function listClimateTargets(tx: ReadTx): Promise<ClimateTarget[]> {
	const { id, kind, step, year, perCent, tonnes, gases, boundary, source, municipalityCode } = climateTarget;
	return tx.db
		.select({ id, kind, step, year, perCent, tonnes, gases, boundary, source })
		.from(climateTarget)
		.where(eq(municipalityCode, tx.tenant))
		.orderBy(asc(kind), asc(year), asc(id));
}

/**
 * Replaces what is stated for a kind of account; `version` is that of what was read, 0 where there was nothing. Its targets have no
 * version of their own: whoever changes one saves the frame as well. Throws conflict `target.changed-meanwhile`.
 */
export async function saveTargetFrame(tx: WriteTx, { kind, reference, baseYear, version }: TargetFrame, { who, at }: By): Promise<void> {
	const row = { ...toColumns(reference, baseYear), who, changedAt: at, version: version + 1 };
	const { rowCount } =
		version === 0
			? await tx.db
					.insert(targetFrame)
					.values({ ...row, kind, municipalityCode: tx.tenant })
					.onConflictDoNothing()
			: await tx.db
					.update(targetFrame)
					.set(row)
					.where(and(eq(targetFrame.municipalityCode, tx.tenant), eq(targetFrame.kind, kind), eq(targetFrame.version, version)));
	checkChanged(rowCount, 'target', kind);
}

/** Adds a target, with its id where it replaces another, and gives the id. */
export async function addClimateTarget(
	tx: WriteTx,
	target: Omit<ClimateTarget, 'id'> & { readonly id: string | null },
	{ who, at }: By,
): Promise<string> {
	const { id, ...fields } = target;
	const rows = await tx.db
		.insert(climateTarget)
		.values({ ...fields, ...(id === null ? {} : { id }), who, changedAt: at, municipalityCode: tx.tenant })
		.returning({ id: climateTarget.id });
	return String(rows[0]?.id);
}

/** Takes a target away. */
export async function removeClimateTarget(tx: WriteTx, id: string): Promise<void> {
	await tx.db.delete(climateTarget).where(and(eq(climateTarget.municipalityCode, tx.tenant), eq(climateTarget.id, id)));
}

function toColumns(reference: ReferenceLevel | null, baseYear: BaseYear | null) {
	return {
		referenceYear: reference?.year ?? null,
		referenceTonnes: reference?.tonnes ?? null,
		referenceGases: reference?.gases ?? null,
		referenceGwpSet: reference?.gwpSet ?? null,
		referenceMethod: reference?.method ?? null,
		referenceSource: reference?.source ?? null,
		referenceUncertainty: reference?.uncertainty ?? null,
		baseYear: baseYear?.year ?? null,
		baseAccountId: baseYear?.accountId ?? null,
		baseSource: baseYear?.source ?? null,
	};
}

function toFrame(row: typeof targetFrame.$inferSelect): TargetFrame {
	return { kind: row.kind, reference: toReference(row.kind, row), baseYear: toBaseYear(row.kind, row), version: row.version };
}

// Year, source and gases stand together or not at all: the table says so too.
function toReference(kind: AccountKind, row: typeof targetFrame.$inferSelect): ReferenceLevel | null {
	const { referenceYear: year, referenceSource: source, referenceGases: gases } = row;
	if (year === null || source === null || gases === null) return null;
	const { referenceTonnes, referenceGwpSet, referenceMethod, referenceUncertainty } = row;
	return {
		...{ kind, year, source, gases, tonnes: referenceTonnes, gwpSet: referenceGwpSet },
		...{ method: referenceMethod, uncertainty: referenceUncertainty },
	};
}

function toBaseYear(kind: AccountKind, { baseYear: year, baseAccountId, baseSource: source }: typeof targetFrame.$inferSelect) {
	return year === null || source === null ? null : { kind, year, accountId: baseAccountId, source };
}
