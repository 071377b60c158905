import { calendarDate, parseCalendarDate, type CalendarDate } from '#domain/shared/calendar-date.ts';
import { parseYear } from '#domain/shared/year.ts';
import { readText } from '#web/read-form.ts';

/** What a person typed before storing, as typed: shown again when it is refused. */
export type TypedApply = {
	readonly roundTitle: string;
	readonly statusDate: string;
	readonly planTitle: string;
	readonly periodStart: string;
	readonly periodEnd: string;
	readonly missing: 'remove' | 'keep';
};
const yearFields = ['periodStart', 'periodEnd'] as const;
export type YearField = (typeof yearFields)[number];
/** A field whose text may be refused. */
export type RefusedField = YearField | 'statusDate';

/**
 * The form that stores an upload: what was typed, and the first year or day that is not one. Left empty it is no answer, and
 * none is needed. A form without the round's fields says nothing of the round.
 */
export function readApplyForm(form: FormData) {
	const typed: TypedApply = {
		roundTitle: readText(form, 'roundTitle'),
		statusDate: readText(form, 'statusDate'),
		planTitle: readText(form, 'planTitle'),
		periodStart: readText(form, 'periodStart'),
		periodEnd: readText(form, 'periodEnd'),
		missing: readText(form, 'missing') === 'remove' ? 'remove' : 'keep',
	};
	const plan = {
		title: typed.planTitle || undefined,
		periodStart: parseYear(typed.periodStart),
		periodEnd: parseYear(typed.periodEnd),
	};
	const day = readDay(typed.statusDate);
	const round = form.has('roundTitle') ? { title: typed.roundTitle, statusDate: day ?? null } : undefined;
	const wrongDay = typed.statusDate !== '' && day === undefined ? ('statusDate' as const) : null;
	const wrongYear = yearFields.find((field) => typed[field] !== '' && plan[field] === undefined);
	const unreadable: RefusedField | null = wrongDay ?? wrongYear ?? null;
	return { typed, plan, round, unreadable };
}

/** A day as a browser's calendar sends it, or as people write it where there is no calendar. */
function readDay(text: string): CalendarDate | undefined {
	const [, day, month, year] = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/.exec(text) ?? [];
	return year ? calendarDate(Number(year), Number(month), Number(day)) : parseCalendarDate(text);
}
