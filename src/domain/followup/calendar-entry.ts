import type { CalendarDate } from '../shared/calendar-date.ts';

/** A deadline in a person's calendar. */
export type CalendarEntry = {
	readonly planId: string;
	readonly year: number;
	readonly deadline: CalendarDate;
	/** Initiatives the person has yet to answer about; 0 when everything is answered. */
	readonly waiting: number;
	/** How far the round is, for those who run it; null for others. */
	readonly progress: { readonly asked: number; readonly answered: number } | null;
	/** Where one answers, or follows the round. */
	readonly link: string;
};
