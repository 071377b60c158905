import { describe, expect, it } from 'vitest';
import { makeReadingSlots } from './reading-slots.ts';

/** Pages that are done when the test says so, and the order in which they were begun. */
function makePages() {
	const begun: string[] = [];
	const done = new Map<string, PromiseWithResolvers<string>>();
	const make = (name: string) => () => {
		begun.push(name);
		done.set(name, Promise.withResolvers<string>());
		return done.get(name)!.promise;
	};
	return { begun, done, make };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('makeReadingSlots', () => {
	it('begins no more than it may, the rest in their order', async () => {
		const { begun, done, make } = makePages();
		const slots = makeReadingSlots({ atOnce: 2, roomAfter: 60_000, mostWaiting: 2 });
		const pages = ['a', 'b', 'c', 'd'].map((name) => slots.take(make(name)));
		await soon();
		expect(begun).toEqual(['a', 'b']);
		expect(slots.isFull()).toBe(true);
		done.get('b')?.resolve('page b');
		await expect(pages[1]).resolves.toBe('page b');
		await soon();
		expect(begun).toEqual(['a', 'b', 'c']);
		expect(slots.isFull()).toBe(false);
		done.get('a')?.resolve('page a');
		done.get('c')?.resolve('page c');
		await soon();
		done.get('d')?.resolve('page d');
		await expect(Promise.all(pages)).resolves.toEqual(['page a', 'page b', 'page c', 'page d']);
	});

	it('makes room when one fails, and gives its failure to who asked', async () => {
		const { begun, done, make } = makePages();
		const { take } = makeReadingSlots({ atOnce: 1, roomAfter: 60_000, mostWaiting: 9 });
		const [first, second] = [take(make('a')), take(make('b'))];
		await soon();
		done.get('a')?.reject(new Error('the page failed'));
		await expect(first).rejects.toThrow('the page failed');
		await soon();
		expect(begun).toEqual(['a', 'b']);
		done.get('b')?.resolve('page b');
		await expect(second).resolves.toBe('page b');
	});

	it('makes room beside one that lasts, which goes on', async () => {
		const { begun, done, make } = makePages();
		const { take } = makeReadingSlots({ atOnce: 1, roomAfter: 1, mostWaiting: 9 });
		const [file, page] = [take(make('file')), take(make('page'))];
		await expect.poll(() => begun).toEqual(['file', 'page']);
		done.get('page')?.resolve('a page');
		await expect(page).resolves.toBe('a page');
		done.get('file')?.resolve('a file');
		await expect(file).resolves.toBe('a file');
	});
});
