import { describe, expect, it } from 'vitest';
import type { MunicipalityEntry } from '#usecases/plan/list-municipalities.ts';
import { describeFrontPage } from './front-page.ts';

const account = (subject: 'energy' | 'transport' | 'agriculture', total: number | null): MunicipalityEntry['account'][number] => ({
	year: 2023,
	subject,
	total,
	unit: 't CO2e',
	notations: [],
	isDerived: true,
	isFromPopulation: true,
	perInhabitant: total === null ? null : total / 1000,
	population: 1000,
	populationYear: 2026,
	source: 'Klimaregnskabet',
});

const entry = (part: Partial<MunicipalityEntry>): MunicipalityEntry => ({
	code: '0001',
	name: 'Prøve',
	slug: 'proeve',
	region: 'Region A',
	population: 1000,
	populationYear: 2026,
	regionFrom2027: 'Region A',
	kind: 'Landkommuner',
	populationPrevious: null,
	populationPreviousYear: null,
	source: 'Folketal',
	plan: null,
	round: null,
	account: [account('energy', 10), account('transport', 20), account('agriculture', 30)],
	...part,
});

describe('describeFrontPage', () => {
	const plan = { title: 'Plan', periodStart: 2022, periodEnd: 2025, total: 83 };

	it('puts those with a plan apart from the others, which stand by region', () => {
		const front = describeFrontPage([
			entry({ code: '0001', plan }),
			entry({ code: '0002', slug: 'b', region: 'Region B' }),
			entry({ code: '0003', slug: 'c' }),
		]);
		expect(front.participants.map(({ code }) => code)).toEqual(['0001']);
		expect(front.regions.map(({ name, municipalities }) => [name, municipalities.length])).toEqual([
			['Region A', 1],
			['Region B', 1],
		]);
		expect(front.common).toMatchObject({ plans: 1, initiatives: 83, followedUp: 0 });
	});

	it('gives no sum where one of the figures is missing, for a sum of some would look like a sum of all', () => {
		const front = describeFrontPage([
			entry({ plan }),
			entry({ code: '0002', account: [account('energy', null), account('transport', 5)] }),
		]);
		expect(front.common.sectors.find(({ sector }) => sector === 'energy')).toEqual({ sector: 'energy', participants: 10, all: null });
		expect(front.common.sectors.find(({ sector }) => sector === 'transport')).toEqual({ sector: 'transport', participants: 20, all: 25 });
	});

	it('gives a notation key instead of a figure, for that is more than nothing stated', () => {
		const hidden = { ...account('energy', null), notations: ['C' as const] };
		const front = describeFrontPage([entry({ account: [hidden, account('transport', 20)] })]);
		expect(front.regions[0]?.municipalities[0]?.account).toEqual({
			energy: { perInhabitant: null, notations: ['C'] },
			transport: { perInhabitant: 0.02, notations: [] },
			agriculture: { perInhabitant: null, notations: [] },
		});
	});

	it('names each source once', () => {
		expect(describeFrontPage([entry({}), entry({ code: '0002' })]).sources).toEqual(['Folketal', 'Klimaregnskabet']);
	});
});
