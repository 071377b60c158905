import { setTimeout as delay } from 'node:timers/promises';

/** Work that is begun when the answer it came with is on its way. */
export type Waiting = {
	readonly add: (work: () => Promise<unknown>) => void;
	/** Waits until all of it is done. */
	readonly finish: () => Promise<void>;
};

// Long enough for the answer to be out, and not the same each time.
const patience = () => 20 + Math.random() * 200;

/** Opens an empty list. What fails is told to `onFault`, since nobody waits for it. */
export function openWaiting(onFault: (error: unknown) => void): Waiting {
	const works = new Set<Promise<unknown>>();
	return {
		add: (work) => {
			const done = delay(patience())
				.then(work)
				.catch(onFault)
				.finally(() => works.delete(done));
			works.add(done);
		},
		finish: async () => void (await Promise.all(works)),
	};
}
