import { z } from 'zod';
import { accountSectors, subSectors, type SubSector } from '#domain/account/account.ts';
import {
	factorKinds,
	factorRestrictions,
	readGwpSet,
	readValidity,
	type EmissionFactor,
	type FactorRestriction,
} from '#domain/account/emission-factor.ts';
import { gpcLevels, gpcSupplies, type GpcMapping } from '#domain/account/gpc.ts';
import { readReferenceTable } from './read-reference-table.ts';

const none = z.literal('').transform(() => null);
const figure = z.union([
	none,
	z
		.string()
		.regex(/^-?\d+(\.\d+)?$/)
		.transform(Number),
]);
const known: readonly string[] = factorRestrictions;
const restrictions = z
	.string()
	.transform((text) => text.split(' ').filter(Boolean))
	.refine((codes) => codes.every((code) => known.includes(code)))
	.transform((codes) => codes as FactorRestriction[]);

const factorRow = z.object({
	id: z.string().regex(/^[a-z0-9-]+$/),
	name_da: z.string().min(1),
	name_en: z.string().min(1),
	fuel_or_activity: z.string(),
	unit: z.string().min(1),
	value: figure,
	value_low: figure,
	value_high: figure,
	year_or_validity: z.string().min(1),
	gas_basis: z.string().min(1),
	scope_note: z.string(),
	source_title: z.string().min(1),
	source_url: z.string(),
	kind: z.enum(factorKinds),
	biogenic: z.enum(['yes', 'no']),
	evidence: z.enum(['page', 'transcription']),
	not_for: restrictions,
});

/** Checks the shipped list of factors; its form is ours, so a fault in it throws. */
export function readFactors(text: string): EmissionFactor[] {
	return readReferenceTable(text).map((cells): EmissionFactor => {
		const row = factorRow.parse(cells);
		return {
			id: row.id,
			nameDa: row.name_da,
			nameEn: row.name_en,
			subject: row.fuel_or_activity,
			unit: row.unit,
			value: row.value,
			low: row.value_low,
			high: row.value_high,
			validity: row.year_or_validity,
			...readValidity(row.year_or_validity),
			gasBasis: row.gas_basis,
			gwpSet: readGwpSet(row.gas_basis),
			note: row.scope_note,
			sourceTitle: row.source_title,
			sourceUrl: row.source_url,
			kind: row.kind,
			isBiogenic: row.biogenic === 'yes',
			evidence: row.evidence,
			notFor: row.not_for,
		};
	});
}

const allParts = Object.values(subSectors).flat() as SubSector[];
const mappingRow = z.object({
	sector: z.enum(accountSectors),
	sub_sector: z.union([none, z.enum(allParts as [SubSector, ...SubSector[]])]),
	supply: z.union([none, z.enum(gpcSupplies)]),
	gpc_ref: z.string().min(1),
	level: z.enum(gpcLevels),
	coarse: z.enum(['yes', 'no']),
});

/** Checks the shipped mapping to GPC's references. */
export function readGpcMapping(text: string): GpcMapping[] {
	return readReferenceTable(text).map((cells): GpcMapping => {
		const { sector, sub_sector, supply, gpc_ref, level, coarse } = mappingRow.parse(cells);
		return { sector, subSector: sub_sector, supply, reference: gpc_ref, level, isCoarse: coarse === 'yes' };
	});
}
