const words = ['rettet', 'uaendret', 'godkendt', 'sendt', 'tildelt', 'fortrudt', 'kommenteret', 'trin', 'frist', 'plan', 'aabnet'] as const;
type DoneWord = (typeof words)[number];

/** What has just been done, as the address of the page that follows it tells. */
export type Done = {
	readonly what: DoneWord;
	readonly count: number;
	/** How many were left as they were. */
	readonly left: number;
	/** Takes it back. */
	readonly undo: string | null;
	/** How many a mail has told already of what was taken back. */
	readonly mailed: number;
};

/** Reads what has just been done from an address; null when nothing has. */
export function readDone(search: URLSearchParams): Done | null {
	const what = words.find((word) => word === search.get('sket'));
	const count = (name: string) => readCount(search.get(name));
	return what ? { what, count: count('antal'), left: count('ladt'), undo: search.get('fortryd'), mailed: count('mail') } : null;
}

/** The fields of the address that tell what has been done. */
export function writeDone({
	what,
	count,
	left = 0,
	undo = null,
	mailed = 0,
}: Pick<Done, 'what' | 'count'> & Partial<Done>): Record<string, string | null> {
	return {
		sket: what,
		antal: String(count),
		ladt: left > 0 ? String(left) : null,
		fortryd: undo,
		mail: mailed > 0 ? String(mailed) : null,
	};
}

function readCount(text: string | null): number {
	return /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0;
}
