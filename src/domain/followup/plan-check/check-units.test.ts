import { describe, expect, it } from 'vitest';
import { makeFollowUp } from '../../../../test/made-up-follow-up.ts';
import { checkPlan } from './check-plan.ts';
import { findMixedUnits } from './check-units.ts';

const read = (text: string) => findMixedUnits(text).map((one) => one.text);

describe('units that are mixed', () => {
	it('are power told per year beside energy', () => {
		expect(read('Backup: 1,11 kW = 9.723,60 kWh pr. år. Telefoni: 0,270 kW = 2.365,20 kW pr. år.')).toEqual(['2.365,20 kW']);
		expect(read('Spart 500 kWh i 2022. Miljø: mellem 1 og 2 kW pr. år')).toEqual(['2 kW']);
	});

	it('are a result without the unit that its likes have', () => {
		expect(read('A: 1 kW = 8.760 kWh pr. år.\nB: 0,5 kW = 4.380')).toEqual(['4.380']);
	});

	it.each([
		'Et anlæg på 5 kW giver 5.000 kWh pr. år.',
		'Vi udskifter 3 kW pr. år.',
		'A: 1 kW = 8.760 kWh. B: 0,5 kW = 4.380 kWh.',
		'1 + 1 = 2',
		'12 kg CO2e/m2/år for nybyg over 1.000 m2',
		'700 ha i nord og 2 km sti',
	])('are none in %j', (text) => {
		expect(read(text)).toEqual([]);
	});

	it('are one finding for an initiative', () => {
		const followUp = makeFollowUp([{ number: '57', remark: 'A: 1 kW = 8.760 kWh pr. år. B: 2 kW = 17.520 kW pr. år. C: 3 kW = 26.280' }]);
		expect(checkPlan(followUp).filter((finding) => finding.rule === 'units-mixed')).toMatchObject([
			{ severity: 'wrong', number: '57', details: { powers: '17.520 kW', bare: '26.280' } },
		]);
	});
});
