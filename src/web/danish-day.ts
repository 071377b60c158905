// The Swedish form of a date is the ISO one. Made once: a register asks for a hundred days.
const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Copenhagen' });
let last: { readonly time: number; readonly day: string } | undefined;

/** The day of a moment as the calendar shows in Denmark, as `2023-05-01`. */
export function writeDanishDay(moment: Date): string {
	const time = moment.getTime();
	// What is imported together is changed together: most lines of a register share one moment.
	if (last?.time !== time) last = { time, day: format.format(moment) };
	return last.day;
}
