import { describe, expect, it } from 'vitest';
import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import { draftFields, type DraftField, type DraftInitiative } from '#domain/followup/draft-initiative.ts';
import { co2Relations, priorities, spheres } from '#domain/plan/initiative.ts';
import { recogniseHeading } from '#importers/headings.ts';
import { readDocument } from '#importers/read-document.ts';
import { co2RelationLabel, colourLabel, fieldLabel, priorityLabel, sphereLabel, stateLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';

/** The fields that hold one of a few values, with every value and the word that our files and pages write for it. */
const fields: readonly [DraftField & keyof DraftInitiative, readonly string[], (value: never, locale: Locale) => string][] = [
	['state', states, stateLabel],
	['priority', priorities, priorityLabel],
	['progress', progressColours, colourLabel],
	['fulfilment', fulfilmentColours, colourLabel],
	['co2Relation', co2Relations, co2RelationLabel],
	['sphere', spheres, sphereLabel],
];

describe.each(['da', 'en'] as const)('our own words (%s), read by our own importer', (locale) => {
	it.each(fields)('give back every value of %s, and nothing for none', async (field, values, label) => {
		const words = [...values.map((value) => label(value as never, locale)), label(null as never, locale)];
		const headings = [fieldLabel('number', locale), fieldLabel('title', locale), fieldLabel(field, locale)];
		const rows = words.map((word, place) => [String(place + 1), `Indsats ${place + 1}`, word]);
		const bytes = new TextEncoder().encode([headings, ...rows].map((cells) => cells.join(';')).join('\n'));
		const { initiatives, problems } = await readDocument({ fileName: 'own.csv', bytes });
		expect(initiatives.map((draft) => draft[field])).toEqual([...values, null]);
		expect(problems).toEqual([]);
	});

	it.each(draftFields)('head the column of %s', (field) => {
		expect(recogniseHeading(fieldLabel(field, locale)).field).toBe(field);
	});
});
