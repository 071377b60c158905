import { setTimeout as delay } from 'node:timers/promises';
import pLimit from 'p-limit';

export type ReadingRules = {
	/** Pages that are made at the same time. */
	readonly atOnce: number;
	/** Milliseconds after which a page makes room for the next: what lasts longer waits for something else than this process. */
	readonly roomAfter: number;
	/** Pages that may wait. */
	readonly mostWaiting: number;
};

export type ReadingSlots = {
	/** True when as many wait as may. */
	isFull(): boolean;
	/** Makes a page when it is its turn. */
	take<Result>(make: () => Promise<Result>): Promise<Result>;
};

/**
 * Lets few pages at once be made, in the order they were asked for, so that what is saved goes ahead of those that wait. A page takes
 * several times the work of a save, all of it in one thread: with thirty pages under way each step of a save waits for a step of every one.
 */
export function makeReadingSlots({ atOnce, roomAfter, mostWaiting }: ReadingRules): ReadingSlots {
	const limit = pLimit(atOnce);
	return {
		isFull: () => limit.pendingCount >= mostWaiting,
		take: <Result>(make: () => Promise<Result>) =>
			new Promise<Result>((resolve) => {
				void limit(async () => {
					const made = Promise.try(make);
					resolve(made);
					const over = new AbortController();
					const ended = made.then(() => undefined).catch(() => undefined);
					await Promise.race([ended, delay(roomAfter, undefined, { signal: over.signal }).catch(() => undefined)]);
					over.abort();
				});
			}),
	};
}
