/** What a figure of a municipality's climate account is about. Sectors are tonnes CO2e; the two about energy have their own units. */
export const accountSubjects = ['agriculture', 'energy', 'transport', 'energy use', 'renewable supply'] as const;
export type AccountSubject = (typeof accountSubjects)[number];

/**
 * One figure of a climate account for the geographic area. The release states it per inhabitant; the total is
 * derived as per inhabitant x population, so both numbers stand beside it. `null` is "not stated", never zero.
 * The three sectors are not the whole account, so their sum is not the municipality's total.
 */
export type AccountFigure = {
	readonly year: number;
	readonly subject: AccountSubject;
	/** Tonnes CO2e, or for the energy subjects the unit below. Derived; null when either number is missing. */
	readonly total: number | null;
	/** `t CO2e` or `GJ`; null where the publisher names none. */
	readonly unit: string | null;
	readonly perInhabitant: number | null;
	/** Inhabitants the total was derived with, and their year, which may differ from the account's. */
	readonly population: number | null;
	readonly populationYear: number | null;
	readonly source: string;
};
