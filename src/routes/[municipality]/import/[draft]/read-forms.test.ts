import { describe, expect, it } from 'vitest';
import { readApplyForm } from './read-apply-form.ts';
import { nameBefore, nameValue, readCorrections, readTexts } from './read-corrections.ts';
import { nameChoice, readMapping } from './read-mapping.ts';

function fill(fields: Readonly<Record<string, string>>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

describe('readCorrections', () => {
	it('gives only what was changed, and null where a field was emptied', () => {
		const form = fill({
			[nameValue('title')]: 'Elbiler i plejen',
			[nameBefore('title')]: 'Elbiler',
			[nameValue('sector')]: 'Transport',
			[nameBefore('sector')]: 'Transport',
			[nameValue('remark')]: ' ',
			[nameBefore('remark')]: 'Ti biler.',
		});
		expect(readCorrections(form, '2')).toEqual([
			{ number: '2', field: 'title', text: 'Elbiler i plejen' },
			{ number: '2', field: 'remark', text: null },
		]);
	});
});

describe('readTexts', () => {
	it('gives all that stands in the form, changed or not', () => {
		const form = fill({ [nameValue('remark')]: 'Ti biler. ', [nameBefore('remark')]: '', [nameValue('startDate')]: 'snart' });
		expect(readTexts(form)).toEqual({ remark: 'Ti biler.', startDate: 'snart' });
	});
});

describe('readApplyForm', () => {
	it('takes years that are years and leaves out what was left empty', () => {
		const { plan, unreadable } = readApplyForm(fill({ planTitle: ' Klimaplan ', periodStart: '1995', periodEnd: '' }));
		expect(plan).toEqual({ title: 'Klimaplan', periodStart: 1995, periodEnd: undefined });
		expect(unreadable).toBeNull();
	});

	it('names the year it cannot read, and keeps all that was typed', () => {
		const { typed, unreadable } = readApplyForm(
			fill({ planTitle: 'Klimaplan', periodStart: '2020', periodEnd: '203o', missing: 'remove' }),
		);
		expect(unreadable).toBe('periodEnd');
		expect(typed).toEqual({
			roundTitle: '',
			statusDate: '',
			planTitle: 'Klimaplan',
			periodStart: '2020',
			periodEnd: '203o',
			missing: 'remove',
		});
		expect(readApplyForm(fill({ periodStart: '1066' })).unreadable).toBe('periodStart');
	});
});

describe('readApplyForm, of the round', () => {
	it('takes title and day, also as people write it, and an emptied day as none', () => {
		const day = (statusDate: string) => readApplyForm(fill({ roundTitle: 'Årsstatus', statusDate })).round;
		expect(day('2023-12-31')).toEqual({ title: 'Årsstatus', statusDate: '2023-12-31' });
		expect(day('31.12.2023')).toEqual({ title: 'Årsstatus', statusDate: '2023-12-31' });
		expect(day('')).toEqual({ title: 'Årsstatus', statusDate: null });
		expect(readApplyForm(fill({})).round).toBeUndefined();
	});

	it('names a day it cannot read', () => {
		for (const statusDate of ['ultimo 2023', '31-02-2023']) {
			expect(readApplyForm(fill({ roundTitle: 'x', statusDate })).unreadable).toBe('statusDate');
		}
	});
});

describe('readMapping', () => {
	const mappings = [
		{
			sheet: 'Ark1',
			columns: [
				{ heading: 'Nr.', field: 'number' as const },
				{ heading: 'Penge', field: null },
			],
		},
	];

	it('takes a choice, leaves a column out, and keeps what the form does not mention', () => {
		expect(readMapping(fill({ [nameChoice(0, 1)]: 'budget' }), mappings)[0]?.columns).toEqual([
			{ heading: 'Nr.', field: 'number' },
			{ heading: 'Penge', field: 'budget' },
		]);
		expect(readMapping(fill({ [nameChoice(0, 0)]: '' }), mappings)[0]?.columns[0]).toEqual({ heading: 'Nr.', field: null });
	});

	it('takes nothing that is not a field', () => {
		expect(readMapping(fill({ [nameChoice(0, 0)]: 'password' }), mappings)[0]?.columns[0]?.field).toBeNull();
	});
});
