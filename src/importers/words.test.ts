import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { readColour } from './colours.ts';
import { dayOf, readDate, readSerialDate } from './dates.ts';
import { readFill } from './fill-colour.ts';
import { recogniseHeading } from './headings.ts';
import { readNumber, splitNumber } from './numbers.ts';
import { readCo2Relation, readGivenUp, readPriority, readSphere, readState } from './words.ts';

describe('words of a field', () => {
	it.each([
		['I gang', 'in progress', 'whole'],
		['igang', 'in progress', 'whole'],
		['Delvis i gang', 'partly in progress', 'whole'],
		['Delvist i gang', 'partly in progress', 'whole'],
		['Delvis igang', 'partly in progress', 'whole'],
		['Planlægning\nsfase', 'planning', 'whole'],
		['Delvist i gang / Planlægningsfase', 'partly in progress', 'first-of-two'],
		['Planlægningsfase/Delvis igang', 'planning', 'first-of-two'],
		['Sat i bero', 'on hold', 'whole'],
		['Aktuelt i bero', 'on hold', 'whole'],
		['Afsluttet planmæssigt', 'completed', 'whole'],
		['IKKE IGANGSAT', 'not started', 'whole'],
		['Ikke igangsat - afventer budget', 'not started', 'start'],
		['Partly in progress', 'partly in progress', 'whole'],
		['Ej påbörjad', 'not started', 'whole'],
		['Ikke påbegynt', 'not started', 'whole'],
		['Avslutad', 'completed', 'whole'],
	])('reads the state %j as %s (%s)', (text, value, how) => {
		expect(readState(text)).toEqual({ value, how });
	});

	it('invents no state for a text it does not know', () => {
		expect(readState('Kører lidt')).toEqual({ value: null });
		expect(readState('')).toEqual({ value: null });
	});

	it('knows the words for given up, which no state has', () => {
		for (const text of ['Droppet', 'UDGÅET', 'Udgår af planen', 'Opgivet', 'Dropped']) {
			expect([text, readGivenUp(text), readState(text).value]).toEqual([text, { value: 'given up', how: 'whole' }, null]);
		}
		for (const text of ['Sat i bero', 'Afsluttet', 'I gang', '', 'Udgangspunkt', 'Indstillet til godkendelse'])
			expect([text, readGivenUp(text).value]).toEqual([text, null]);
	});

	it('tells the three priorities apart', () => {
		expect(['Prioriteret', 'Planlagt \nprioriteret', 'Ikke prioriteret', 'Høj'].map((text) => readPriority(text).value)).toEqual([
			'prioritised',
			'planned prioritised',
			'not prioritised',
			null,
		]);
	});

	it.each([
		['Beregnet.\nBemærkning: 33.980 ton', 'calculated'],
		['Understøttende - Ændret Adfærd', 'supporting'],
		['Ikke beregnet', 'not calculated'],
		['Medregnes under 20', null],
	])('reads the CO2 relation %j as %s', (text, value) => {
		expect(readCo2Relation(text).value).toBe(value);
	});

	it('reads the role of the municipality', () => {
		expect(['Det vi gør selv', 'som myndighed', 'Medejer', 'I fællesskab'].map((text) => readSphere(text).value)).toEqual([
			'operator',
			'authority',
			'owner',
			'facilitator',
		]);
	});
});

describe('colours', () => {
	it.each([
		['grøn', 'green'],
		['GUL', 'yellow'],
		['röd', 'red'],
		['hvit', 'white'],
		['lyserød', 'pink'],
		['🟢', 'green'],
		['● Grøn', 'green'],
		['Grøn: følger planen', 'green'],
		['Gul og grøn sortering er indført', null],
		['Målet er delvist opfyldt', null],
		['', null],
	])('reads the word %j as %s', (text, colour) => {
		expect(readColour(text)).toBe(colour);
	});

	const progress = ['green', 'yellow', 'red', 'white'] as const;
	const fulfilment = ['green', 'yellow', 'red', 'pink'] as const;
	it.each([
		['00B050', progress, 'green'],
		['92D050', progress, 'green'],
		['C6EFCE', progress, 'green'],
		['FFC000', progress, 'yellow'],
		['FFEB9C', progress, 'yellow'],
		['C00000', progress, 'red'],
		['FFC7CE', progress, 'red'],
		['FFC7CE', fulfilment, 'pink'],
		['FF0000', fulfilment, 'red'],
		['FFFFFF', progress, 'white'],
		['FFFFFF', fulfilment, null],
		['1F4E79', progress, null],
		['DDEBF7', progress, null],
		['D9D9D9', progress, null],
		['F5F6F7', fulfilment, null],
	] as const)('takes the background %s on the scale %j for %s', (rgb, scale, colour) => {
		expect(readFill(rgb, scale).colour).toBe(colour);
	});
});

describe('days', () => {
	it.each([
		['01-jul-21', '2021-07-01'],
		['1. juli 2021', '2021-07-01'],
		['01.07.2021', '2021-07-01'],
		['1/7-2021', '2021-07-01'],
		['2021-07-01', '2021-07-01'],
		['2021-07-01T00:00:00', '2021-07-01'],
		['den 3. maj 2022', '2022-05-03'],
		['July 1, 2021', '2021-07-01'],
		['1 mai 2022', '2022-05-01'],
		['15. oktober 1998', '1998-10-15'],
		['18-okt-98', '1998-10-18'],
	])('reads %j as %s', (text, date) => {
		expect(readDate(text)).toEqual({ kind: 'day', date });
	});

	it.each([
		['31-02-2021', 'impossible'],
		['12/31/2021', 'impossible'],
		['7/2021', 'part'],
		['juli 2021', 'part'],
		['2022', 'part'],
		['2022-2025', 'part'],
		['Q3 2023', 'part'],
		['ultimo 2021', 'part'],
		['snart', 'unreadable'],
		['1. hest 2021', 'unreadable'],
	])('does not make a day of %j (%s)', (text, kind) => {
		expect(readDate(text).kind).toBe(kind);
	});

	const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
	it('reads every day back from each way of writing it', () => {
		fc.assert(
			fc.property(day, (moment) => {
				const date = calendarDate(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
				const [year, month, dayOfMonth] = date?.split('-') ?? [];
				const named = [
					'januar',
					'februar',
					'marts',
					'april',
					'maj',
					'juni',
					'juli',
					'august',
					'september',
					'oktober',
					'november',
					'december',
				][Number(month) - 1];
				const ways = [
					`${date}`,
					`${dayOfMonth}.${month}.${year}`,
					`${Number(dayOfMonth)}. ${named} ${year}`,
					`${dayOfMonth}-${named?.slice(0, 3)}-${year?.slice(2)}`,
				];
				for (const text of ways) expect(readDate(text)).toEqual({ kind: 'day', date });
			}),
		);
	});

	it('counts days as spreadsheets do, in both systems', () => {
		expect(readSerialDate(44378)).toBe('2021-07-01');
		expect(readSerialDate(42916, 1904)).toBe('2021-07-01');
		expect(readSerialDate(59)).toBe('1900-02-28');
		expect(readSerialDate(60)).toBeUndefined();
		expect(readSerialDate(61)).toBe('1900-03-01');
		fc.assert(
			fc.property(
				fc.integer({ min: 61, max: 109_000 }),
				(serial) => readSerialDate(serial) === dayOf(new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000)),
			),
		);
	});
});

describe('numbers and quantities', () => {
	it.each([
		['20a', '20a'],
		['20\na', '20a'],
		['7.', '7'],
		['1.2.3', '1.2.3'],
		['E-03', 'E-03'],
		['Nr. 4', '4'],
		['Tema 1', null],
		['I alt', null],
		['', null],
	])('reads the number %j as %s', (text, number) => {
		expect(readNumber(text)).toBe(number);
	});

	it('splits a number from the title it stands before', () => {
		expect(splitNumber('12. Ladestandere')).toEqual({ number: '12', title: 'Ladestandere' });
		expect(splitNumber('Indsats 20a: Busser')).toEqual({ number: '20a', title: 'Busser' });
		expect(splitNumber('5 Bioenergi Sorø')).toEqual({ number: '5', title: 'Bioenergi Sorø' });
		expect(splitNumber('2030-mål for varme')).toBeNull();
		expect(splitNumber('Ladestandere')).toBeNull();
	});
});

describe('headings', () => {
	it.each([
		['Hovedansvarli\ng aktør - \nFagcenter', 'responsible'],
		['Start dato', 'startDate'],
		['Status - \nPlanmæssig \nfremdrift', 'progress'],
		['Status -  \nMålsætning og \neffekt', 'fulfilment'],
		['Fremdrift - bemærkning', 'remark'],
		['planperiode \n2022-2025', 'priority'],
		['CO₂-relation', 'co2Relation'],
		['Åtgärd', 'title'],
		['Huvudansvarig', 'responsible'],
		['Måluppfyllelse', 'fulfilment'],
		['Tiltak nr.', 'number'],
		['Progress against schedule', 'progress'],
		['Budsjett', 'budget'],
		['Hovedansvarlig aktør (fagcenter eller ekstern)', 'responsible'],
		['Yndlingsret', null],
	])('takes %j for %s', (text, field) => {
		expect(recogniseHeading(text).field).toBe(field);
	});
});
