import { expect, test } from 'vitest';
import { readDone } from './done.ts';
import { listLeft, type LeftSentence } from './list-left.ts';

const tell = (address: string) => {
	const done = readDone(new URLSearchParams(address));
	return done ? listLeft(done, 'da') : [];
};
const write = ({ start, numbers, more, end }: LeftSentence) => `${start}${numbers.join(', ')}${more ?? ''}${end}`;

test('of those that are not confirmed as unchanged the ones that something has to be done about are named, each for its reason', () => {
	const address = new URLSearchParams({ sket: 'uaendret', antal: '5', ladt: '4', ufyldte: '15a', begrund: '20\n21' });
	expect(tell(address.toString()).map(write)).toEqual([
		expect.stringMatching(/^1 er ladt, som den var/),
		expect.stringMatching(/: 15a\.$/),
		'2 kan ikke bekræftes, fordi deres farve er en anden end læsevejledningens, og ingen har begrundet det: 20, 21.',
	]);
});

test('of more than a sentence bears it is said how many are not named', () => {
	const numbers = Array.from({ length: 23 }, (_, place) => String(place + 1));
	const [told] = tell(new URLSearchParams({ sket: 'uaendret', antal: '0', ladt: '23', begrund: numbers.join('\n') }).toString());
	expect([told?.numbers.length, told?.more]).toEqual([20, ' og 3 flere']);
});

test('of what was put back it is said whose persons are asked about the other still', () => {
	expect(tell('sket=indsat&antal=1&nummer=49&spoerges=50').map(write)).toEqual([
		'De, der blev spurgt om den, spørges stadig om 50. Ret det på dens side, hvis de ikke skal.',
	]);
});

test('of those that were accepted the ones that lack something are named, and those that were left are counted beside them', () => {
	const address = new URLSearchParams({ sket: 'godkendt', antal: '3', ladt: '1', ufyldte: '15a', begrund: '20\n21' });
	expect(tell(address.toString()).map(write).slice(1)).toEqual([
		'1 af dem mangler noget, som runden spørger om, eller er for langt: 15a.',
		'2 af dem har en anden farve end læsevejledningens, og ingen har begrundet det: 20, 21.',
	]);
});

test('those that had a colour and have none are named', () => {
	expect(tell('sket=rettet&antal=4&ufarvet=7%0A9').map(write)).toEqual([
		'2 har ingen farve mere, fordi den fulgte læsevejledningen, og den har ingen til den nye status: 7, 9. Vælg farver til dem.',
	]);
});
