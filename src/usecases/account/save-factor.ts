import { gwpSets } from '#domain/account/account.ts';
import { hasGwpSet, mayBeNegative, type EmissionFactor, type FactorOverride } from '#domain/account/emission-factor.ts';
import { parseDanishNumber } from '#domain/shared/danish-number.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { appendChanges } from '#storage/changes.ts';
import { listFactorOverrides, removeFactorOverride, saveFactorOverride } from '#storage/factor-overrides.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readYear } from '../targets/typed-values.ts';
import { getShippedFactors } from './reference-tables.ts';

export type SaveFactorInput = {
	readonly municipality: string;
	readonly factorId: string;
	/** As typed, the Danish way; empty takes the own value away. */
	readonly value: string;
	readonly source: string;
	/** First and last year it is for, as typed; empty is no limit. */
	readonly validFrom: string;
	readonly validTo: string;
	/** One of the GWP sets; anything else is not stated. Read for a factor in CO2e only. */
	readonly gwpSet: string;
	/** Version of what was read; 0 where there was no own value. */
	readonly version: number;
};

/**
 * Sets a municipality's own value of a factor with its years and its GWP set, or takes it away. The history keeps who, when and where it
 * came from.
 * @throws DomainError not-found `factor.unknown`; invalid `factor.value-form`, `factor.negative`, `factor.source-missing`,
 * `target.year-form`, `factor.years-order`; conflict `factor.changed-meanwhile`
 */
export async function saveFactor(context: Context, input: SaveFactorInput): Promise<void> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	const { factorId, version } = input;
	const factor = (await getShippedFactors()).find(({ id }) => id === factorId);
	if (!factor) throw new DomainError('not-found', 'factor.unknown');
	const own = readOwn(input, factor);
	const [who, at] = [context.actor.id, context.now()];
	await context.database.write(code, async (tx) => {
		const found = (await listFactorOverrides(tx)).find((each) => each.factorId === factorId);
		if (!own && !found) return;
		if (own) await saveFactorOverride(tx, { factorId, version, who, at, ...own });
		else await removeFactorOverride(tx, factorId, version);
		const before = found ? { value: found.value, standing: found.standing, source: found.source } : null;
		const action = own ? (before ? 'changed' : 'added') : 'removed';
		await appendChanges(tx, { who, at, reason: 'edit', note: null, importId: null }, [
			{ entity: 'factor', action, planId: null, entityId: factorId, year: null, before, after: own },
		]);
	});
}

function readOwn(input: SaveFactorInput, factor: EmissionFactor): Pick<FactorOverride, 'value' | 'standing' | 'source'> | null {
	const { value, source } = input;
	if (value.trim() === '') return null;
	const number = parseDanishNumber(value);
	if (number === undefined) throw new DomainError('invalid', 'factor.value-form', { text: value.slice(0, 40) });
	if (number < 0 && !mayBeNegative(factor)) throw new DomainError('invalid', 'factor.negative', { text: value.slice(0, 40) });
	const [validFrom, validTo] = [readYear(input.validFrom, 'validFrom'), readYear(input.validTo, 'validTo')];
	if (validFrom !== null && validTo !== null && validFrom > validTo) throw new DomainError('invalid', 'factor.years-order');
	if (source.trim() === '') throw new DomainError('invalid', 'factor.source-missing');
	const gwpSet = hasGwpSet(factor) ? (gwpSets.find((set) => set === input.gwpSet) ?? null) : factor.gwpSet;
	return { value: number, standing: { validFrom, validTo, gwpSet }, source: source.trim().slice(0, 500) };
}
