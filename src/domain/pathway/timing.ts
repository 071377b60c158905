import type { Ramp, Step, Timing } from './model.ts';

/**
 * Share of full effect in a year, 0 to 1. `start` is the first year with effect and `full` the first with all of it, so a ramp from
 * 2026 to 2030 gives a fifth in 2026. With a lifetime, what came in a year is gone that many years later.
 */
export function getEffectShare(timing: Timing, year: number): number {
	const { end, lifetime } = timing;
	if (end !== null && year > end) return 0;
	const placed = getPlacedShare(timing, year);
	return lifetime === null ? placed : Math.max(0, placed - getPlacedShare(timing, year - lifetime));
}

function getPlacedShare({ start, full, ramp }: Timing, year: number): number {
	if (year < start) return 0;
	return ramp.kind === 'steps' ? getStep(ramp, year) : bend(ramp, Math.min(1, (year - start + 1) / (full - start + 1)));
}

function getStep(ramp: Extract<Ramp, { kind: 'steps' }>, year: number): number {
	return ramp.steps.findLast((step) => step.year <= year)?.share ?? 0;
}

function bend(ramp: Ramp, part: number): number {
	return ramp.kind === 'S-curve' ? part * part * (3 - 2 * part) : part;
}

/** The same course begun another year: everything with a date moves along, the lifetime stays. */
export function moveStart(timing: Timing, start: number): Timing {
	const by = start - timing.start;
	const ramp: Ramp =
		timing.ramp.kind === 'steps'
			? { kind: 'steps', steps: timing.ramp.steps.map((step) => ({ ...step, year: step.year + by })) }
			: timing.ramp;
	return { ...timing, start, full: timing.full + by, ramp, end: timing.end === null ? null : timing.end + by };
}

/** The same course with years of no effect in it; afterwards it goes on where it stopped. Steps say any course, up to `lastYear`. */
export function pauseCourse(
	timing: Timing,
	pauses: readonly { readonly from: number; readonly to: number | null }[],
	lastYear: number,
): Timing {
	const isPaused = (year: number) => pauses.some(({ from, to }) => year >= from && (to === null || year <= to));
	const steps: Step[] = [];
	let lost = 0;
	for (let year = timing.start; year <= lastYear; year++) {
		if (isPaused(year)) lost++;
		steps.push({ year, share: isPaused(year) ? 0 : getEffectShare(timing, year - lost) });
	}
	return { ...timing, ramp: { kind: 'steps', steps }, end: null, lifetime: null };
}

/** The same course begun another year and with full effect in another: on a longer or shorter way the steps keep their part of it. */
export function setCourse(timing: Timing, { start, full }: Pick<Timing, 'start' | 'full'>): Timing {
	const moved = moveStart(timing, start);
	if (moved.ramp.kind !== 'steps' || moved.full === full) return { ...moved, full };
	const way = moved.full - start;
	const place = (year: number) => (way === 0 ? full : start + Math.round(((year - start) * (full - start)) / way));
	// Steps that come to stand in one year: the last of them holds from then on.
	const shares = new Map(moved.ramp.steps.map(({ year, share }) => [place(year), share]));
	return { ...moved, full, ramp: { kind: 'steps', steps: [...shares].map(([year, share]) => ({ year, share })) } };
}
