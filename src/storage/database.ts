/** The only way to the tables. Replaced as a whole by the implementation. */
export type Database = { readonly close: () => Promise<void> };
