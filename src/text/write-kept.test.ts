import { expect, test } from 'vitest';
import { emptyDraft } from '#domain/followup/answer-rules.ts';
import { writeKept } from './write-kept.ts';

test('what was chosen and written stands one under the other, and nothing where nothing was', () => {
	expect(writeKept(emptyDraft, null, 'da')).toBeNull();
	expect(writeKept({}, '', 'da')).toBeNull();
	expect(writeKept({ ...emptyDraft, state: 'in progress', fulfilment: 'yellow', remark: 'Taget er klar.' }, 'Uændret grund', 'da')).toBe(
		'Igangsat: I gang\nMålopfyldelse: Gul\n\nTaget er klar.\n\nUændret grund',
	);
});
