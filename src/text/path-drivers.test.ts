import { expect, it } from 'vitest';
import { readExamplePath } from '../../test/soroe-path.ts';
import { driverLabel } from './path-drivers.ts';

it('names what may turn out otherwise', () => {
	const { scenario } = readExamplePath('soroe');
	const label = (kind: Parameters<typeof driverLabel>[0]['kind'], name: string) => driverLabel({ kind, name }, scenario, 'da');
	const [measure] = scenario.measures;
	expect(label('measure', measure?.id ?? '')).toBe(measure?.title);
	expect(label('activity', 'Boliger')).toBe('Aktiviteten i Boliger');
	expect(label('factor', 'El')).toBe('Emissionsfaktoren for El');
	expect(label('reference', '1990')).toBe('Udgangspunktet 1990');
});
