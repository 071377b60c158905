import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readSoroeFollowUp } from '../../test/soroe-follow-up.ts';
import { freezeRound } from './freeze-round.ts';
import { printFile } from './print-file.ts';
import { renderFile } from './render-file.ts';

const frozen = freezeRound({ followUp: readSoroeFollowUp(), comparison: null, findings: [], version: 1 });
const form = { format: 'pdf', layout: 'landscape', locale: 'da', sheet: 'report' } as const;

describe('a file made in a process of its own', () => {
	it('has the very bytes that it would have here, also when several are asked for at once', async () => {
		const forms = [form, { ...form, format: 'docx' }, { ...form, locale: 'en', format: 'csv' }] as const;
		const made = await Promise.all(forms.map((one) => printFile(frozen, one)));
		for (const [place, one] of forms.entries()) expect(Buffer.from(made[place] ?? []).equals(await renderFile(frozen, one))).toBe(true);
	});

	it('lets this process go on with other work meanwhile', async () => {
		const makings = Promise.all(['da', 'en'].map((locale) => printFile(frozen, { ...form, locale: locale as 'da' | 'en' })));
		let turns = 0;
		const clock = setInterval(() => (turns += 1), 1);
		await makings;
		clearInterval(clock);
		// Made here, the files would let it run twice or so.
		expect(turns).toBeGreaterThan(20);
	});

	it('is given up when it takes too long or too much memory, and the next one is made', async () => {
		await expect(printFile(frozen, form, { timeoutMs: 20 })).rejects.toMatchObject({ code: 'report.too-slow', details: { seconds: 0 } });
		await expect(printFile(frozen, form, { mostBytes: 10_000_000 })).rejects.toMatchObject({ code: 'report.too-large' });
		expect((await printFile(frozen, form)).length).toBeGreaterThan(100_000);
	});

	it('is made by another process while the one that has rested enough is ending', async () => {
		const small = { ...form, format: 'csv' } as const;
		for (const pause of [0, 5, 20]) {
			expect((await printFile(frozen, small, { idleMs: 1 })).length).toBeGreaterThan(1000);
			await delay(pause);
		}
		expect((await printFile(frozen, small)).length).toBeGreaterThan(1000);
	});

	it('says what was wrong with content that cannot be set', async () => {
		await expect(printFile({ ...frozen, texts: {} as never }, form)).rejects.toThrow(/cannot be made/);
	});
});
