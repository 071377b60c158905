import { describe, expect, it } from 'vitest';
import { isSameMatter } from './same-matter.ts';

describe('two titles', () => {
	it.each([
		['Leder- og medarbejder-udviklings samtaler', 'Leder- og medarbejderudviklingssamtaler'],
		['Større solcelleanlæg i Sorø/Mørup og Vedde', 'Større solcelleanlæg i Vedde'],
		['Klimakoordinator-funktion i TMD', 'Klimakoordinatorfunktion'],
		['', ''],
	])('%j and %j are about the same', (left, right) => {
		expect(isSameMatter(left, right)).toBe(true);
	});

	it.each([
		['Attraktiv kollektiv transport - attraktive stationer', 'Flere cykelstier - sammenhængende stinet'],
		['Naturfagsstrategi', 'Klimaformidling'],
		['Udtagning af lavbundsjorde', 'Skovrejsning'],
		['Solceller', ''],
		['A', 'B'],
	])('%j and %j are not', (left, right) => {
		expect(isSameMatter(left, right)).toBe(false);
	});
});
