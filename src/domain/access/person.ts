import type { CalendarDate } from '../shared/calendar-date.ts';

/** What a person is to a municipality. An owner answers for initiatives; a unit lead also sees the own unit's. */
export const personRoles = ['owner', 'unit lead', 'coordinator', 'administrator', 'alliance secretary'] as const;
export type PersonRole = (typeof personRoles)[number];

/** A part of the municipality's organisation, or an outside body, that answers for initiatives. */
export type OrganisationUnit = {
	readonly id: string;
	readonly name: string;
	/** Unit it belongs under. */
	readonly parentId: string | null;
	readonly version: number;
};

/** Somebody who answers, reviews or runs the round. */
export type Person = {
	readonly id: string;
	readonly name: string;
	/** Null when erased. Unique in the municipality, compared without case. */
	readonly email: string | null;
	readonly role: PersonRole;
	readonly unitId: string | null;
	/** Why mail to the address does not arrive; null while it does. */
	readonly bounce: { readonly at: Date; readonly reason: string } | null;
	readonly leftAt: Date | null;
	readonly erasedAt: Date | null;
	readonly version: number;
};

/** Somebody who acts in another's place for a time; `until` null is until further notice. Both days count. */
export type StandIn = {
	readonly personId: string;
	readonly standInId: string;
	readonly from: CalendarDate;
	readonly until: CalendarDate | null;
};
