/** A mail that was put aside instead of sent. */
export type OutboxMail = {
	/** Name of its file. */
	readonly name: string;
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	readonly at: Date;
};

/** Where mails lie that no mail server was given. */
export type Outbox = {
	/** Puts a mail aside. The same key again takes the place of the first. */
	add(key: string, message: Uint8Array): Promise<void>;
	/** The mails whose keys begin so (a municipality's code and a full stop), newest first, at most `limit`. */
	list(prefix: string, limit: number): Promise<OutboxMail[]>;
	/** The keys that begin so, of all mails. */
	listKeys(prefix: string): Promise<string[]>;
	/** Takes a mail away for good; nothing when it is not there. */
	remove(key: string): Promise<void>;
};
