import { describe, expect, it } from 'vitest';
import type { EmissionFactor } from './emission-factor.ts';
import { getFactorTopic, groupFactors } from './factor-topics.ts';

const factor = (id: string, kind: EmissionFactor['kind'] = 'emission_factor') => ({ id, kind }) as EmissionFactor;

describe('what a factor is about', () => {
	it('is told by the table it comes from, and by its kind', () => {
		expect(getFactorTopic(factor('el-energinet-125-2019'))).toBe('electricity and heat');
		expect(getFactorTopic(factor('ipcc2006-ch4-road-diesel'))).toBe('transport');
		expect(getFactorTopic(factor('ipcc2006-ch4-energy-wood'))).toBe('other gases');
		expect(getFactorTopic(factor('ipcc2006-ncv-wood', 'net_calorific_value'))).toBe('calorific values');
		expect(getFactorTopic(factor('gwp100-ar5-ch4', 'gwp'))).toBe('gwp');
	});

	it('is a fuel where nothing says otherwise, and no factor is lost', () => {
		const factors = [factor('seges-1'), factor('evida-2023'), factor('br18-el'), factor('new-table')];
		expect(groupFactors(factors).map(({ topic, factors: own }) => [topic, own.map(({ id }) => id)])).toEqual([
			['electricity and heat', ['br18-el']],
			['fuels', ['evida-2023', 'new-table']],
			['land', ['seges-1']],
		]);
	});
});
