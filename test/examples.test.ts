import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DraftInitiative } from '#domain/followup/draft-initiative.ts';
import { readDocument } from '#importers/read-document.ts';

type Example = { municipality: string; round: { year: number } | null; sections: string[]; initiatives: DraftInitiative[] };

function readExample(name: string): Example {
	return JSON.parse(readFileSync(new URL(`../examples/${name}/plan.json`, import.meta.url), 'utf8')) as Example;
}

function countOf(initiatives: readonly DraftInitiative[], field: keyof DraftInitiative): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const initiative of initiatives) {
		const value = initiative[field];
		const key = value === null ? 'none' : typeof value === 'string' ? value : JSON.stringify(value);
		counts[key] = (counts[key] ?? 0) + 1;
	}
	return counts;
}

describe('the example Sorø', () => {
	const { initiatives, sections } = readExample('soroe');
	const find = (number: string) => initiatives.find((initiative) => initiative.number === number);
	const numbers = (keep: (initiative: DraftInitiative) => boolean) => initiatives.filter(keep).map((initiative) => initiative.number);

	it('has 83 initiatives, 1 to 82 with 20a and 20b, in ten sections', () => {
		const expected = Array.from({ length: 82 }, (_, index) => String(index + 1)).flatMap((number) =>
			number === '20' ? ['20a', '20b'] : [number],
		);
		expect(initiatives.map((initiative) => initiative.number)).toEqual(expected);
		expect(sections).toHaveLength(10);
		expect(new Set(initiatives.map((initiative) => initiative.section))).toEqual(new Set(sections));
	});

	it('has the counts of the document', () => {
		expect(countOf(initiatives, 'priority')).toEqual({ 'planned prioritised': 41, prioritised: 38, 'not prioritised': 4 });
		expect(countOf(initiatives, 'progress')).toEqual({ green: 29, yellow: 26, white: 23, red: 2, none: 3 });
		expect(countOf(initiatives, 'fulfilment')).toEqual({ yellow: 27, red: 3, green: 2, none: 51 });
		expect(initiatives.filter((initiative) => initiative.startDate !== null)).toHaveLength(25);
		expect(countOf(initiatives, 'responsible')).toEqual({
			'Teknik, miljø og drift': 46,
			'Teknik, miljø og drift - Planafdeling': 2,
			'Økonomi og stab': 25,
			'Børn og Familier': 6,
			Ekstern: 3,
			Energistyrelsen: 1,
		});
	});

	it('leaves empty what the document leaves empty', () => {
		expect(numbers((initiative) => initiative.progress === null)).toEqual(['19', '20b', '48']);
		expect(numbers((initiative) => initiative.fulfilmentText !== null)).toEqual(['25', '26', '28']);
		expect(numbers((initiative) => initiative.remark === null)).toEqual(['66', '70']);
		expect(numbers((initiative) => initiative.budget === null)).toEqual(['14', '27', '28', '70', '75', '77', '78', '80']);
		expect(numbers((initiative) => initiative.co2Relation === null)).toEqual(['77', '82']);
		expect(find('52')?.budget).toBe('-');
	});

	it('says where only one colour was printed and was taken for progress', () => {
		const oneColour = (initiative: DraftInitiative) =>
			initiative.progress !== null && initiative.fulfilment === null && initiative.fulfilmentText === null;
		expect(numbers((initiative) => initiative.source.inferred?.includes('progress') ?? false)).toEqual(numbers(oneColour));
	});

	it('keeps who answers for which initiative', () => {
		expect(numbers((initiative) => initiative.responsible === 'Ekstern')).toEqual(['5', '18', '76']);
		expect(numbers((initiative) => initiative.responsible === 'Teknik, miljø og drift - Planafdeling')).toEqual(['1', '2']);
		expect(find('82')?.responsible).toBe('Energistyrelsen');
	});

	it('keeps the original words beside every normalised value', () => {
		for (const initiative of initiatives) {
			const cells = initiative.source.cells;
			expect(Boolean(cells.progress), initiative.number).toBe(initiative.progress !== null);
			expect(Boolean(cells.fulfilment), initiative.number).toBe(initiative.fulfilment !== null);
			expect(Boolean(cells.startDate), initiative.number).toBe(initiative.startDate !== null);
			expect(cells.state, initiative.number).toBe(initiative.stateText);
			expect(cells.priority, initiative.number).toBe(initiative.priorityText);
		}
	});
});

// The documents are not part of the project; where they lie beside it, the example's facts are held against them.
const document = new URL('../../shared/sources/000_5ec8f7dd595304e4.txt', import.meta.url);

describe('the example Sorø against its document', () => {
	const facts = [
		'section',
		'title',
		'sector',
		'startDate',
		'state',
		'stateText',
		'priority',
		'progress',
		'fulfilment',
		'responsible',
		'co2Relation',
	] as const;

	it.skipIf(!existsSync(document))('has the facts of the document (skipped where ../shared/sources is missing)', async () => {
		const { initiatives } = readExample('soroe');
		const read = await readDocument({ fileName: 'status.txt', bytes: readFileSync(document) });
		for (const field of facts)
			expect(
				initiatives.map((one) => one[field]),
				field,
			).toEqual(read.initiatives.map((one) => one[field]));
		expect(initiatives.map((one) => one.source.row)).toEqual(read.initiatives.map((one) => one.source.row));
		const empty = (one: DraftInitiative) => [
			one.remark === null,
			one.budget === null,
			one.fulfilmentText === null,
			one.co2RelationText === null,
		];
		expect(initiatives.map(empty)).toEqual(read.initiatives.map(empty));
	});

	it.skipIf(!existsSync(document))('copies no long sentence of the document (skipped where ../shared/sources is missing)', () => {
		const fold = (text: string) =>
			text
				.toLowerCase()
				.replace(/[^\p{L}\p{N}]+/gu, ' ')
				.trim();
		const original = fold(readFileSync(document, 'utf8'));
		const copied = readExample('soroe').initiatives.flatMap((one) =>
			[one.remark, one.co2RelationText, one.fulfilmentText]
				.flatMap((text) => (text ?? '').split(/(?<=[.;!?])\s/))
				// Relations keep their words, so that the plan check has the document's to read.
				.filter((sentence) => !/indsats \d/.test(sentence) && sentence.split(/\s+/).length > 7 && original.includes(fold(sentence)))
				.map((sentence) => `${one.number}: ${sentence}`),
		);
		expect(copied).toEqual([]);
	});
});

describe('the example Ballerup', () => {
	const { initiatives, sections, round } = readExample('ballerup');

	it('has 101 sub-goals under seven pillars and no follow-up', () => {
		expect(initiatives).toHaveLength(101);
		expect(new Set(initiatives.map((initiative) => initiative.number)).size).toBe(101);
		expect(countOf(initiatives, 'section')).toEqual(
			Object.fromEntries(sections.map((section, index) => [section, [10, 9, 17, 20, 23, 14, 8][index]])),
		);
		expect(round).toBeNull();
		expect(initiatives.every((initiative) => initiative.state === null && initiative.progress === null)).toBe(true);
	});

	it('has the targets of the document, and no figure for 1990', () => {
		const { plan } = JSON.parse(readFileSync(new URL('../examples/ballerup/plan.json', import.meta.url), 'utf8')) as {
			plan: { reference: object; targets: { year: number; perCent: number | null; tonnes: number | null }[] };
		};
		expect(plan.reference).not.toHaveProperty('tonnes');
		expect(plan.targets.map(({ year, perCent, tonnes }) => [year, perCent, tonnes])).toEqual([
			[2030, 85, null],
			[2045, null, 0],
		]);
	});

	it('has sphere, deadline and quantity where the document states them', () => {
		expect(countOf(initiatives, 'sphere')).toEqual({ operator: 66, owner: 19, facilitator: 16 });
		const charging = initiatives.find((initiative) => initiative.quantity?.unit === 'ladestandere');
		expect(charging).toMatchObject({ quantity: { value: 125 }, deadline: '2025-12-31', sphere: 'operator' });
		expect(initiatives.filter((initiative) => initiative.quantity !== null)).toHaveLength(16);
		for (const initiative of initiatives) {
			const word = initiative.source.cells.deadline;
			expect(initiative.deadline, initiative.number).toBe(word === undefined ? null : `${/\d{4}/.exec(word)?.[0]}-12-31`);
		}
	});
});
