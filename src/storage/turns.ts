/**
 * Lets those who come under the same key in one after the other, in the order they came. Writers of a municipality wait here for each
 * other rather than at the database's lock, where each would hold a connection that others could use.
 */
export function makeTurns(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
	const last = new Map<string, Promise<void>>();
	return async (key, work) => {
		const before = last.get(key);
		const { promise, resolve } = Promise.withResolvers<void>();
		last.set(key, promise);
		try {
			await before;
			return await work();
		} finally {
			resolve();
			if (last.get(key) === promise) last.delete(key);
		}
	};
}
