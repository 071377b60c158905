import { expect, test } from 'vitest';
import { describeAddition, describeCandidateOrigin, describeReplacement } from './addition-words.ts';

test('what one measure more saves is told in each way, and where the path falls by more', () => {
	const told = { kind: 'plan', year: 2030, last: 342, inOrder: 3852, displaced: [], standing: 'counted', without: null } as const;
	expect(describeAddition({ ...told, path: 3805 }, 'da')).toMatch(/342 ton.*2030.*3\.850 ton.*Stien falder med 3\.810 ton/);
	expect(describeAddition({ ...told, path: 3805 }, 'da')).toContain('oven på stien som den står nu');
	expect(describeAddition({ ...told, path: 3805, kind: 'what if' }, 'da')).toMatch(/oven på scenariets øvrige virkemidler: 342/);
	expect(describeAddition({ ...told, path: 342.4 }, 'da')).toContain('rækkefølgen siger kun, hvor tonnene tælles');
	expect(describeAddition({ ...told, last: null, path: null, standing: 'not calculated' }, 'da')).toContain('– i 2030');
	const say = (more: Partial<Parameters<typeof describeAddition>[0]>) =>
		describeAddition({ ...told, path: 342, ...more }, 'da').replaceAll('\u00a0', ' ');
	expect(say({ path: 200 })).toContain('Stien falder kun med 200 ton CO2e');
	expect(say({ path: -200 })).toContain('Stien stiger med 200 ton CO2e');
	expect(say({ path: -658, displaced: ['Varmepumper'] })).toBe(
		'Med det i stien tæller Varmepumper ikke længere selv: stien stiger med 658 ton CO2e i 2030. På sin plads i rækkefølgen: 3.850 ton CO2e.',
	);
	expect(say({ path: 658, displaced: ['Varmepumper'] })).toContain('stien falder med 658 ton CO2e i 2030');
	expect(say({ path: 0, displaced: ['Varmepumper'] })).toContain('stien er den samme i 2030');
	expect(say({ standing: 'alternative' })).toMatch(/^Tæller ikke selv: /);
	const without = { measure: 'x', title: 'X', initiative: '1', state: 'on hold', decidedStart: 2027, start: null, whatIf: null } as const;
	expect(say({ path: 0, standing: 'dropped', without: { ...without, reason: 'on hold', statement: null, takenIn: 2023 } })).toBe(
		'Indsatsen er sat i bero: ingen effekt, før den genoptages. Det sparer derfor intet, som det står nu. Ellers ville det, lagt til sidst, spare 342 ton CO2e i 2030.',
	);
});

test('a candidate says where it comes from, and is no initiative of the plan where it has none', () => {
	expect(describeCandidateOrigin({ from: 'Sorø' }, 'da')).toBe('Sorø');
	expect(describeCandidateOrigin({ from: null }, 'da')).toBe('planen, ikke prioriteret');
	expect(describeCandidateOrigin({ from: null, isOutsidePlan: true }, 'da')).toBe('kommunen, uden indsats i planen');
});

test('a candidate says why it saves nothing, or less than it states', () => {
	const found = { measure: 'x', title: 'X', standing: 'counted', tonnes: 100, without: null, displaced: [], instead: [] } as const;
	const say = (more: Partial<Parameters<typeof describeReplacement>[0]>) =>
		describeReplacement({ ...found, ...more }, { standing: null, year: 2030 }, 'da');
	expect(say({})).toBeNull();
	expect(say({ standing: 'alternative', tonnes: 0, instead: ['Varmepumper'] })).toBe('alternativ til Varmepumper, der tæller med');
	expect(say({ without: 'not in effect', tonnes: 0 })).toBe('virker ikke i 2030');
	expect(say({ without: 'nothing left', tonnes: 0 })).toBe('der er intet tilbage at spare af');
	expect(say({ displaced: ['Varmepumper'], tonnes: -658 })).toBe('stien stiger, med det i stien tæller Varmepumper ikke længere selv');
	const onHold = {
		measure: 'x',
		title: 'X',
		initiative: '1',
		state: 'on hold',
		reason: 'on hold',
		decidedStart: 2027,
		start: null,
	} as const;
	const standing = { ...onHold, whatIf: { measure: 'x', isDropped: true }, statement: null, takenIn: 2023 };
	expect(describeReplacement({ ...found, standing: 'dropped', tonnes: 0 }, { standing, year: 2030 }, 'da')).toBe(
		'Indsatsen er sat i bero: ingen effekt, før den genoptages.',
	);
});
