import { expect, test } from 'vitest';
import { compileScenario } from '#domain/pathway/compile-scenario.ts';
import { explainFigure } from '#domain/pathway/explain-figure.ts';
import { makeCell, makeMeasure, makeScenario, moveHeat } from '../../test/made-scenario.ts';
import { readExamplePath } from '../../test/soroe-path.ts';
import { activityUnitLabel } from './measure-words.ts';
import { describeCalculation } from './path-calculation.ts';
import {
	describeNet,
	describeOrigin,
	describeOverlap,
	describeSharing,
	describeShortfallSum,
	describeSlip,
	describeWorst,
	describeTargetGap,
	formatRoughNumber,
	formatRoughTonnes,
	roundTonnes,
} from './path-words.ts';

test('a calculated figure has three significant digits and is written the Danish way', () => {
	expect([57_261, 999.6, 12.345, -23_040, 0].map(roundTonnes)).toEqual([57_300, 1000, 12.3, -23_000, 0]);
	expect(formatRoughTonnes(57_261, 'da')).toBe('57.300 ton CO2e');
});

test('a figure in a column is rounded once', () => {
	// 1.454,9 to whole tonnes and then to three digits would be 1.460; 99,49 to three digits and then to whole tonnes, 100.
	expect([1454.9, 99.49, 0.4, -0.4, -23_049].map((tonnes) => formatRoughNumber(tonnes, 'da'))).toEqual([
		...['1.450', '99', '0', '0', '-23.000'],
	]);
});

test('what has slipped is told net where some of it is less emitted', () => {
	const say = (sum: number, isNet = false) => describeSlip({ sum, worst: { year: 2025, tonnes: 23_000 }, isNet }, 'da');
	expect(say(23_800)).toBe(
		'Det, der er rykket eller faldet bort, betyder 23.800 ton CO2e mere udledt i perioden, mest i 2025: 23.000 ton CO2e.',
	);
	const worst = { year: 2025, tonnes: 3290, years: [2025, 2026, 2027, 2030] };
	expect(describeSlip({ sum: 23_800, worst, isNet: false }, 'da')).toMatch(/mest i 2025-2027 og 2030: 3\.290 ton CO2e hvert år\.$/);
	expect(describeWorst(worst, 'da')).toBe('2025-2027 og 2030: 3.290 hvert år');
	expect(describeWorst({ year: 2025, tonnes: 3290 }, 'da')).toBe('2025: 3.290');
	expect(say(23_800, true)).toContain('betyder netto 23.800 ton CO2e mere udledt');
	expect(say(-500, true)).toBe('Det, der er ændret, betyder netto 500 ton CO2e mindre udledt i perioden, end det er besluttet.');
	expect(say(0.2, true)).toContain('går op');
	// One cause alone has no counterweight.
	expect(say(-500)).toBe('Det, der er ændret, betyder 500 ton CO2e mindre udledt i perioden, end det er besluttet.');
	expect(say(0.2)).toBe('Det, der er ændret, ændrer ikke udledningen i perioden.');
});

test('the rows of a difference say when they are sampled, and from which seed', () => {
	expect(describeSharing(null, 'da')).not.toContain('frø');
	expect(describeSharing({ seed: 1, pairs: 64 }, 'da')).toMatch(/64 par af tilfældige rækkefølger \(frø 1\)\.$/);
});

test('the sentence says both paths, whichever side of the target they end on', () => {
	const say = (decided: number | null, standing: number | null) => describeTargetGap({ year: 2030, decided, standing }, 'da');
	expect(say(57_261, 60_000)).toBe('Med planen som besluttet mangler der 57.300 ton CO2e i 2030; som det står nu, 60.000 ton CO2e.');
	expect(say(57_261, 57_299)).toContain('som det står nu, det samme.');
	expect(say(-100, 200)).toBe(
		'Med planen som besluttet nås målet i 2030 med 100 ton CO2e til overs; som det står nu, mangler der 200 ton CO2e.',
	);
	expect(say(-100, -50)).toContain('som det står nu, med 50 ton CO2e');
	expect(say(100, -50)).toContain('nås målet med 50 ton CO2e til overs');
	expect(say(100, null)).toBe('Med planen som besluttet mangler der 100 ton CO2e i 2030.');
	expect(say(-1, null)).toContain('til overs');
	expect(say(null, null)).toContain('kan ikke regnes for 2030');
	expect(describeTargetGap(null, 'da')).toContain('intet mål');
});

test('what is short in all names the years it is summed over, and is not said where no target path reaches', () => {
	const say = (shortfall: readonly (number | null)[], sum: number | null) =>
		describeShortfallSum({ years: [2023, 2024, 2025, 2026], shortfall, sum }, 'da');
	expect(say([null, null, 100, 200], 300)).toBe('Lagt sammen over 2025-2026 mangler der 300 ton CO2e.');
	expect(say([-5, -1, 0, 0], 0)).toBe('Der er ingen manko i noget år.');
	expect(say([null, null, null, null], 0)).toContain('ikke skrevet et mål');
	expect(say([1, null, 1, 1], null)).toBeNull();
	expect(say([null, 100, null, 50], 150)).toBe('Lagt sammen over 2024 og 2026 mangler der 150 ton CO2e.');
	expect(say([null, null, 100, null], 100)).toBe('I 2025 mangler der 100 ton CO2e.');
});

const { factor } = makeCell('homes', 'gas', { activity: 100, kg: 20 });
const setHeat = { kind: 'set factor', sectors: 'all', carriers: ['gas'], factor } as const;
const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll('\u00a0', ' '));

test('a figure says its calculation, term by term', () => {
	const model = compileScenario(readExamplePath('soroe').scenario);
	expect(plain(describeCalculation(explainFigure(model, 'moerup', 2030), 'da'))).toEqual([
		'Angivne ton: 23.000 ton CO2e × realisering 100 % × indfaset 100 % i 2030 = 23.000 ton CO2e.',
		'Energi, samlet: 42.805 t × 1.000 kg pr. t = 42.805 ton CO2e uden planen.',
		'Alene sparer det 23.000 ton CO2e i 2030.',
	]);
	expect(describeCalculation(explainFigure(model, 'cykelstier', 2030), 'da').at(-1)).toContain('talt med i et andet');
	const heating = compileScenario(makeScenario({ measures: [makeMeasure('A', [moveHeat]), makeMeasure('B', [setHeat])] }));
	expect(plain(describeCalculation(explainFigure(heating, 'A', 2030), 'da'))[0]).toMatch(/ For hver TJ bruges 1,00 TJ af den nye\.$/);
	expect(plain(describeCalculation(explainFigure(heating, 'B', 2030), 'da'))[0]).toContain(
		'Ny emissionsfaktor: 20.000 kg pr. TJ, realisering',
	);
	expect(activityUnitLabel('head', 'da')).toBe('dyr');
	const ballerup = compileScenario(readExamplePath('ballerup').scenario);
	expect(plain(describeCalculation(explainFigure(ballerup, 'varme', 2030), 'da'))[0]).toContain(
		'45 % (35 % til 55 %) × realisering 90 % (70 % til 100 %)',
	);
});

test('what a reference level rests on is its method and its source, whichever is stated', () => {
	const say = (method: string | null, source?: string | null) => describeOrigin({ method, source }, 'da');
	expect(say(null, 'Klimaplanen s. 4')).toBe('Klimaplanen s. 4');
	expect(say('Skønnet fra 1990.', 'Klimaplanen s. 4.')).toBe('Skønnet fra 1990. Klimaplanen s. 4.');
	expect(say('Skønnet')).toBe('Skønnet');
	expect(say(null, null)).toBe('kilden er ikke oplyst');
});

test('measures that reinforce each other do not overlap, and those that leave each other alone add up', () => {
	const say = (sum: number, joint: number) => describeOverlap({ sum, joint, overlap: sum - joint }, 'da').replaceAll('\u00a0', ' ');
	expect(say(3247, 2826)).toContain('Tallene overlapper');
	expect(say(2826, 3247)).toContain('Virkemidlerne forstærker hinanden: summen er 2.830 ton CO2e, men tilsammen giver de 3.250 ton CO2e');
	expect(say(2826, 3247)).toContain('421 ton CO2e mere');
	expect(say(2826, 3247)).not.toContain('overlap');
	expect(say(100, 100)).toContain('det samme som summen');
});

test('what is emitted more or less than decided is the same where it is none', () => {
	expect(describeNet(0.2, [0.2], 'da')).toBe('det samme, som det er besluttet');
	expect(describeNet(-1200, [300, -1500], 'da')).toBe('netto 1.200 ton CO2e mindre, end det er besluttet');
	expect(describeNet(1200, [1500, -300], 'en')).toBe('net 1,200 tonnes CO2e more than was decided');
	// Nothing is set off against anything.
	expect(describeNet(-1500, [0, null, -1500], 'da')).toBe('1.500 ton CO2e mindre, end det er besluttet');
	expect(describeNet(1500, [1000, 500], 'en')).toBe('1,500 tonnes CO2e more than was decided');
});
