import { isHttpError } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { DomainError } from '#domain/shared/domain-error.ts';
import { chooseScenario, handBackWhenGone } from './choose-scenario.ts';

const scenarios = [{ id: 'plan' }, { id: 'other' }];
const choose = (query: string, of = scenarios) => chooseScenario(of, new URLSearchParams(query));

it('takes the path of the plan where none is named, and never another one than is named', () => {
	expect(choose('')).toEqual({ id: 'plan' });
	expect(choose('scenarie=other')).toEqual({ id: 'other' });
	expect(choose('', [])).toBeNull();
	for (const of of [scenarios, []]) expect(() => choose('scenarie=gone', of)).toThrow(new DomainError('not-found', 'scenario.unknown'));
});

it('hands back what was typed for a scenario that is gone, and leaves other refusals to the form', async () => {
	const about = { locale: 'da', listTitles: () => Promise.resolve(new Map([['net', 'Fjernvarmenet']])) } as const;
	const run = (code: string) =>
		handBackWhenGone(about, { title: 'Varmepumper', source: '', scenarioVersion: '3', carriers: 'gas\nolie', requires: 'net' }, () => {
			throw new DomainError('not-found', code);
		}).catch((caught: unknown) => caught);
	const gone = await run('scenario.unknown');
	expect(isHttpError(gone) && gone.body).toMatchObject({
		kept: 'Navn: Varmepumper\nKilder: gas; olie\nForudsætter et andet: Fjernvarmenet',
	});
	expect(isHttpError(gone, 404)).toBe(true);
	expect(await run('measure.unknown')).toMatchObject({ code: 'measure.unknown' });
});
