import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPerhapsSeveral, splitTags, writeTags } from './tag-texts.ts';

describe('the committees that a text names', () => {
	it.each([
		['Teknisk Udvalg', ['Teknisk Udvalg']],
		['Teknisk Udvalg; Økonomiudvalget', ['Teknisk Udvalg', 'Økonomiudvalget']],
		['Teknisk Udvalg, Økonomiudvalget', ['Teknisk Udvalg', 'Økonomiudvalget']],
		['Teknisk Udvalg\nØkonomiudvalget', ['Teknisk Udvalg', 'Økonomiudvalget']],
		['Børneudvalget og Kulturudvalget', ['Børneudvalget', 'Kulturudvalget']],
		['Klima-, Miljø- og Teknikudvalget', ['Klima-, Miljø- og Teknikudvalget']],
		['Klima-, miljø- og\nteknikudvalget', ['Klima-, miljø- og teknikudvalget']],
		['Klima-, Miljø- og Teknikudvalget, Økonomiudvalget', ['Klima-, Miljø- og Teknikudvalget', 'Økonomiudvalget']],
		['Økonomiudvalget, Klima-, Miljø- og Teknikudvalget', ['Økonomiudvalget', 'Klima-, Miljø- og Teknikudvalget']],
		['Udvalget for Børn, Unge og Uddannelse', ['Udvalget for Børn, Unge og Uddannelse']],
		['Kultur, Fritid og Idrætsudvalget', ['Kultur, Fritid og Idrætsudvalget']],
		['TMU', ['TMU']],
		[' ; - ;', []],
	])('%j', (text, values) => {
		expect(splitTags('committee', text)).toEqual(values);
	});
});

describe('the themes that a text names', () => {
	it.each([
		['Energi', ['Energi']],
		['Energi, transport', ['Energi', 'transport']],
		['Energi\nTransport', ['Energi', 'Transport']],
		['Energi; Transport; Energi', ['Energi', 'Transport']],
		['Energi, transport;', ['Energi, transport']],
		['Grøn, social og digital omstilling', ['Grøn, social og digital omstilling']],
		['Land-, skov- og havbrug', ['Land-, skov- og havbrug']],
		['Klimatilpasning og\nvand', ['Klimatilpasning og vand']],
	])('%j', (text, values) => {
		expect(splitTags('theme', text)).toEqual(values);
	});

	it('are told of where a comma was not taken to part them', () => {
		expect(isPerhapsSeveral('Energi, transport og affald')).toBe(true);
		expect(isPerhapsSeveral('Energi, transport')).toBe(false);
		expect(isPerhapsSeveral('Energi, transport og affald;')).toBe(false);
	});
});

describe('tags written as one text', () => {
	it('come in one order, goals as people count', () => {
		expect(writeTags('sdg', ['13', '7', '11'])).toBe('7, 11, 13');
		expect(writeTags('theme', ['Natur', 'Energi, transport'])).toBe('Energi, transport; Natur');
		expect(writeTags('theme', ['Energi, transport'])).toBe('Energi, transport;');
		expect(writeTags('committee', [])).toBeNull();
	});

	it('are the same when they are read again, whatever their names', () => {
		const name = fc.oneof(
			fc.constantFrom('Teknisk Udvalg', 'Økonomiudvalget, Byrådet', 'Energi, transport', 'Børne-, Unge- og Kulturudvalget', 'A og B'),
			fc.string({ minLength: 1, maxLength: 20 }).map((text) => `x ${text}`.replace(/[;\s]+/g, ' ').trim()),
		);
		fc.assert(
			fc.property(
				fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
				fc.constantFrom('committee' as const, 'theme' as const),
				(values, kind) => {
					expect(splitTags(kind, writeTags(kind, values) ?? '').toSorted()).toEqual(values.toSorted());
				},
			),
		);
	});
});
