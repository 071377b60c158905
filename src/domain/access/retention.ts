/** How many days what names a person is kept in a municipality. */
export type Retention = {
	/** After somebody left: name and address are then erased. */
	readonly leftDays: number;
	/** Answer links after they ended. */
	readonly linkDays: number;
};

/** What can be set. The least days leave a round time to end; the most are ten years. */
export const retentionLimits = { least: 30, most: 3650 } as const;

/**
 * Two years for persons: a yearly round and the one after it can still be asked about. Half a year for links, which are of no use
 * once they have ended. A municipality sets its own; how long mails are kept stands among the settings of mails.
 */
export const usualRetention: Retention = { leftDays: 730, linkDays: 180 };
