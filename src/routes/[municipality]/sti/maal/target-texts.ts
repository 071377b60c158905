import type { BaseYear, ClimateTarget, ReferenceLevel } from '#domain/account/target.ts';
import { writeDanish } from '#domain/pathway/development.ts';
import type { TargetCount } from '#domain/pathway/model.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { TypedFrame } from '#usecases/targets/save-target-frame.ts';
import type { TypedTarget } from '#usecases/targets/save-target.ts';
import { readText } from '#web/read-form.ts';

/** Asks for the municipality as an enterprise. */
export const enterpriseQuery = '?virksomhed';

const frameFields = [
	'referenceYear',
	'referenceTonnes',
	'referenceGases',
	'referenceGwpSet',
	'referenceMethod',
	'referenceSource',
	'referenceUncertainty',
	'baseAccount',
	'baseYear',
	'baseSource',
	'counts',
] as const satisfies readonly (keyof TypedFrame)[];
const targetFields = ['step', 'year', 'perCent', 'tonnes', 'gases', 'boundary', 'source'] as const satisfies readonly (keyof TypedTarget)[];

/** What is typed of reference level and base year. */
export function readFrame(form: FormData): TypedFrame {
	return Object.fromEntries(frameFields.map((field) => [field, readText(form, field)])) as TypedFrame;
}

/** What is typed of a target. */
export function readTarget(form: FormData): TypedTarget {
	return Object.fromEntries(targetFields.map((field) => [field, readText(form, field)])) as TypedTarget;
}

/** Reference level and base year as they stand in the form, and whether uptake counts where a path has targets. */
export function writeFrame(reference: ReferenceLevel | null, base: BaseYear | null, counts: TargetCount | null): TypedFrame {
	return {
		referenceYear: writeNumber(reference?.year ?? null),
		referenceTonnes: writeNumber(reference?.tonnes ?? null),
		referenceGases: reference?.gases ?? 'CO2e',
		referenceGwpSet: reference?.gwpSet ?? '',
		referenceMethod: reference?.method ?? '',
		referenceSource: reference?.source ?? '',
		referenceUncertainty: writeNumber(reference?.uncertainty ?? null),
		baseAccount: base?.accountId ?? '',
		baseYear: base && base.accountId === null ? String(base.year) : '',
		baseSource: base?.source ?? '',
		counts: counts ?? '',
	};
}

/** A target as it stands in the form; the empty form of a new one without it. */
export function writeTarget(target: ClimateTarget | null): TypedTarget {
	return {
		step: target?.step ?? 'main',
		year: writeNumber(target?.year ?? null),
		perCent: writeNumber(target?.perCent ?? null),
		tonnes: writeNumber(target?.tonnes ?? null),
		gases: target?.gases ?? 'CO2e',
		boundary: target?.boundary ?? '',
		source: target?.source ?? '',
	};
}

function writeNumber(value: number | null): string {
	return value === null ? '' : writeDanish(value);
}

/** The word for a step on the way: delmål, hovedmål, netto nul. */
export function stepLabel(step: ClimateTarget['step'], locale: Locale): string {
	if (step === 'interim') return m.target_step_interim({}, { locale });
	return step === 'main' ? m.target_step_main({}, { locale }) : m.target_step_net_zero({}, { locale });
}
