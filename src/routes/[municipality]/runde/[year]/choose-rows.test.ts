import { describe, expect, it } from 'vitest';
import type { BoardRow } from '#usecases/round/views.ts';
import { readBoardQuery } from '#web/board-query.ts';
import { chooseRows, countViews } from './choose-rows.ts';

type Told = {
	readonly status?: BoardRow['answer']['status'];
	readonly progress?: 'green' | 'red' | null;
	readonly change?: BoardRow['change'];
	readonly unitId?: string | null;
	readonly persons?: readonly string[];
	readonly remark?: string;
	readonly isOverTime?: boolean;
};

/** A row of which only what the choice looks at is told. */
function makeRow(number: string, told: Told = {}): BoardRow {
	const { status = 'waiting', progress = null, change = 'new', unitId = null, persons = [], remark = null, isOverTime = false } = told;
	const assessment = status === 'waiting' ? null : { progress, fulfilment: null, state: null, remark };
	const row: unknown = {
		initiative: { id: `id-${number}`, number, position: Number.parseInt(number), title: `Indsats ${number}`, responsible: 'Teknik' },
		assessment,
		change,
		unitId,
		isOverTime,
		breaksGuide: false,
		answer: { status },
		persons: persons.map((name) => ({ name })),
		problems: [],
		comments: [],
		findings: [],
	};
	return row as BoardRow;
}

const rows = [
	makeRow('1', { status: 'accepted', progress: 'green', change: 'better', unitId: 'teknik' }),
	makeRow('2', { status: 'answered', progress: 'red', change: 'worse', persons: ['Prøveperson Ét'], remark: 'Ti nye ladestandere' }),
	makeRow('10', { status: 'sent back', progress: null, change: 'unchanged' }),
	makeRow('3', { isOverTime: true }),
];
const choose = (query: string) => chooseRows(rows, readBoardQuery(new URLSearchParams(query))).map(({ initiative }) => initiative.number);

describe('the rows of a board', () => {
	it('stand in the order of the plan', () => {
		expect(choose('')).toEqual(['1', '2', '3', '10']);
	});

	it('are counted as answered when they are answered or accepted, and as missing when they were sent back', () => {
		expect(choose('vis=svar')).toEqual(['1', '2']);
		expect(choose('vis=mangler')).toEqual(['3', '10']);
		expect(countViews(rows)).toMatchObject({ 'answered or accepted': 2, 'not answered': 2, 'over time': 1, worse: 1, unassigned: 3 });
	});

	it('are found by what is written about them, by who is asked, and by several words at once', () => {
		expect(choose('q=LADESTANDERE+teknik')).toEqual(['2']);
		expect(choose('q=prøveperson')).toEqual(['2']);
		expect(choose('q=ladestandere+skov')).toEqual([]);
	});

	it('are chosen by unit and by colour, also by having none', () => {
		expect(choose('enhed=teknik')).toEqual(['1']);
		expect(choose('fremdrift=roed')).toEqual(['2']);
		expect(choose('fremdrift=ikke-oplyst')).toEqual(['3', '10']);
	});

	it('are sorted by the worst colour first and by numbers as people count', () => {
		expect(choose('sorter=fremdrift')[0]).toBe('2');
		expect(choose('sorter=-nummer')).toEqual(['10', '3', '2', '1']);
	});
});
