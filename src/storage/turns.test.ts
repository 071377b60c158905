import { expect, test } from 'vitest';
import { makeTurns } from './turns.ts';

test('those under one key come one after the other, also after one that failed, and others beside them', async () => {
	const inTurn = makeTurns();
	const seen: string[] = [];
	const holds = Promise.withResolvers<void>();
	const work = (name: string, until?: Promise<void>) => async () => {
		seen.push(`${name} begins`);
		await until;
		seen.push(`${name} ends`);
		if (name === 'fails') throw new Error(name);
		return name;
	};
	const first = inTurn('a', work('first', holds.promise));
	const failing = inTurn('a', work('fails'));
	const third = inTurn('a', work('third'));
	expect(await inTurn('b', work('beside'))).toBe('beside');
	expect(seen).toEqual(['first begins', 'beside begins', 'beside ends']);
	holds.resolve();
	await expect(failing).rejects.toThrow('fails');
	expect(await Promise.all([first, third])).toEqual(['first', 'third']);
	expect(seen.slice(3)).toEqual(['first ends', 'fails begins', 'fails ends', 'third begins', 'third ends']);
	expect(await inTurn('a', work('later'))).toBe('later');
});
