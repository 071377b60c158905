import { describe, expect, it } from 'vitest';
import { nameBefore, nameValue, readCorrections } from './read-corrections.ts';
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
