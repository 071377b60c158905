import type { Account, AccountSector, RowPart } from './account.ts';
import { sumRows } from './sum-account.ts';

/** What stands beside an account's total and may be in a source's own. */
type BesidePart = Exclude<RowPart, 'emission'>;

const ways: readonly (readonly BesidePart[])[] = [[], ['removal'], ['biogenic'], ['removal', 'biogenic']];

/** Printed figures are rounded to the tonne. */
const rounding = 1;

/**
 * What the lines behind a printed total add up to. Where the emissions alone do not come to it and the removals or the biogenic CO2
 * explain it to the tonne, these are in it: `includes` names them. `sum` is null where nothing can be added.
 * @param sector null for the whole account
 */
export function matchTotal(
	{ rows, gwpSet }: Pick<Account, 'rows' | 'gwpSet'>,
	{ sector, tonnes }: { readonly sector: AccountSector | null; readonly tonnes: number },
): { readonly sum: number | null; readonly includes: readonly BesidePart[] } {
	const add = (part: RowPart) => {
		const own = rows.filter((row) => row.part === part && (sector === null || row.sector === sector));
		return sumRows(own, gwpSet, gwpSet).tonnes;
	};
	const emissions = add('emission');
	if (emissions === null) return { sum: null, includes: [] };
	const beside = { removal: add('removal') ?? 0, biogenic: add('biogenic') ?? 0 };
	const sums = ways
		.filter((parts) => parts.every((part) => Math.abs(beside[part]) > rounding))
		.map((includes) => ({ includes, sum: includes.reduce((sum, part) => sum + beside[part], emissions) }));
	return sums.find(({ sum }) => Math.abs(tonnes - sum) <= rounding) ?? { sum: emissions, includes: [] };
}
