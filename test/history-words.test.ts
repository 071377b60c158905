import { describe, expect, it } from 'vitest';
import { assessmentContentSchema, initiativeContentSchema } from '#storage/content-schemas.ts';
import { changeEntities } from '#storage/schema/history.ts';
import { describeValue, nameField } from '#text/describe-value.ts';
import { changedThings } from '../src/routes/[municipality]/log/log-words.ts';
import { toChangeEntry } from '../src/usecases/plan/change-entry.ts';

const occasion = { who: 'test', at: new Date(0), reason: 'edit', note: null, importId: null } as const;
const key = { action: 'changed', planId: 'plan', entityId: 'id', year: 2024 } as const;
// Of every field the schemas know, what an initiative's page would show of a change of it.
const shapes = { initiative: initiativeContentSchema, assessment: assessmentContentSchema } as const;
const tags = ['committee', 'theme', 'sdg'];
const shown = Object.entries(shapes).flatMap(([entity, schema]) => {
	const names = Object.keys((schema as unknown as { readonly shape: object }).shape).concat(entity === 'initiative' ? tags : []);
	const before = Object.fromEntries(names.map((name) => [name, null]));
	const after = Object.fromEntries(names.map((name) => [name, 'x']));
	return toChangeEntry({ ...key, ...occasion, entity: entity as keyof typeof shapes, before, after }, []).fields.map(({ field }) => field);
});

describe('the history', () => {
	it('names every field that it shows, in both languages', () => {
		expect(shown.length).toBeGreaterThan(15);
		for (const field of shown) {
			for (const locale of ['da', 'en'] as const) {
				const name = nameField(field, locale);
				// A key of the program's own is no word.
				expect(name, field).not.toMatch(/[a-z][A-Z]/);
				if (locale === 'da') expect(name.toLowerCase(), field).not.toBe(field.toLowerCase());
			}
		}
	});

	it('has a word for every kind of thing that changes', () => {
		expect([...changedThings].sort()).toEqual([...changeEntities].sort());
	});

	it('says references and quantities as people write them', () => {
		expect(
			describeValue(
				'relations',
				[
					{ kind: 'see', targetNumber: '7' },
					{ kind: 'baseline', targetNumber: null },
				],
				'da',
			),
		).toBe('7');
		expect(describeValue('quantity', { value: 1200, unit: 'ha', basis: null }, 'da')).toBe('1.200 ha');
	});
});
