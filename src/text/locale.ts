/** The languages of the program; Danish first. */
export const locales = ['da', 'en'] as const;
export type Locale = (typeof locales)[number];
