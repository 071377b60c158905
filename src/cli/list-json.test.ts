import { describe, expect, it } from 'vitest';
import { problemSentence } from '#text/problems.ts';
import { readDocument } from '#wiring/document-reader.ts';
import { listJson } from './list-json.ts';

describe('listJson', () => {
	it('gives in portions what JSON.stringify gives in one', async () => {
		const rows = Array.from({ length: 300 }, (_, at) => `${at + 1};Indsats "${at}";Igangsat;Grøn`);
		// The last number twice, so that there is a problem to tell of.
		const text = ['Nr.;Indsats;Status;Planmæssig fremdrift', ...rows, '300;Endnu en;Igangsat;Gul'].join('\n');
		const result = await readDocument('status.csv', Buffer.from(text));
		const problems = result.problems.map((problem) => ({ ...problem, sentence: problemSentence(problem, 'da') }));
		expect([result.initiatives.length, problems.length > 0]).toEqual([300, true]);
		const portions = [...listJson(result, 'da')];
		expect(portions.length).toBeGreaterThan(2);
		expect(portions.join('')).toBe(`${JSON.stringify({ initiatives: result.initiatives, problems }, null, 2)}\n`);
	});

	it('writes empty lists as JSON.stringify does', () => {
		const nothing = { initiatives: [], problems: [] };
		expect([...listJson({ ...nothing, mappings: [], title: null }, 'da')].join('')).toBe(`${JSON.stringify(nothing, null, 2)}\n`);
	});
});
