/** Years in a row as first and last: 2026, 2028, 2029 and 2030 become `2026` and `2028-2030`. */
export function joinYears(years: readonly number[]): string[] {
	const runs: [number, number][] = [];
	for (const year of years) {
		const last = runs.at(-1);
		if (last && last[1] === year - 1) last[1] = year;
		else runs.push([year, year]);
	}
	return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`));
}
