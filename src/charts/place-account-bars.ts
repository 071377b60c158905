import { accountSectors, type AccountSector } from '#domain/account/account.ts';

/** A year as it is drawn: tonnes by sector, and its total; null is not stated and not drawn. */
export type BarYear = {
	readonly year: number;
	readonly total: number | null;
	readonly sectors: Readonly<Partial<Record<AccountSector, number | null>>>;
};

/** One sector's stretch of a bar. */
export type AccountStretch = { readonly sector: AccountSector; readonly tonnes: number; readonly x: number; readonly width: number };
export type PlacedAccountBars = {
	/** Where zero stands; right of the left edge when a sector is below zero. */
	readonly zero: number;
	readonly bars: readonly { readonly year: number; readonly total: number | null; readonly stretches: readonly AccountStretch[] }[];
};

/** Lays each year's sectors end to end on one scale: what is emitted to the right of zero, what is below zero to the left. */
export function placeAccountBars(years: readonly BarYear[], width: number): PlacedAccountBars {
	const sum = ({ sectors }: BarYear, keep: (tonnes: number) => boolean) =>
		Object.values(sectors).reduce<number>((total, tonnes) => total + (tonnes !== null && keep(tonnes) ? tonnes : 0), 0);
	const most = Math.max(0, ...years.map((year) => sum(year, (tonnes) => tonnes > 0)));
	const least = Math.min(0, ...years.map((year) => sum(year, (tonnes) => tonnes < 0)));
	const scale = most > least ? width / (most - least) : 0;
	const zero = rounded(Math.abs(least) * scale);
	const bars = years.map(({ year, total, sectors }) => {
		let [right, left] = [zero, zero];
		const stretches = accountSectors.flatMap((sector): AccountStretch[] => {
			const tonnes = sectors[sector] ?? null;
			if (tonnes === null || tonnes === 0) return [];
			const size = Math.abs(tonnes) * scale;
			const x = tonnes > 0 ? right : left - size;
			if (tonnes > 0) right += size;
			else left -= size;
			return [{ sector, tonnes, x: rounded(x), width: rounded(size) }];
		});
		return { year, total, stretches };
	});
	return { zero, bars };
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
