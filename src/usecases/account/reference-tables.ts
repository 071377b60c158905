import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { EmissionFactor } from '#domain/account/emission-factor.ts';
import type { GpcMapping } from '#domain/account/gpc.ts';
import { readFactors, readGpcMapping } from '#importers/read-account-reference.ts';

// The server runs from a bundle, and `reference/` always stands in its working directory.
const read = (name: string) => readFile(resolve('reference', name), 'utf8');
let factors: Promise<readonly EmissionFactor[]> | undefined;
let mapping: Promise<readonly GpcMapping[]> | undefined;

/** The shipped factors, read once. */
export function getShippedFactors(): Promise<readonly EmissionFactor[]> {
	return (factors ??= read('emission-factors.csv').then(readFactors));
}

/** The shipped mapping to GPC, read once. */
export function getGpcMapping(): Promise<readonly GpcMapping[]> {
	return (mapping ??= read('gpc-mapping.csv').then(readGpcMapping));
}
