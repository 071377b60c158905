import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partKinds } from '#domain/followup/report-part.ts';
import { readReportQuery, writeReportQuery, type ReportQuery } from './report-query.ts';

describe('the query of a report', () => {
	it('comes back as it was written', () => {
		const value = fc.string({ minLength: 1 }).filter((text) => text.trim() === text);
		const query = fc.record(
			{ version: fc.integer({ min: 1, max: 9999 }), part: fc.record({ kind: fc.constantFrom(...partKinds), value }) },
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(query, (one) => {
				expect(readReportQuery(new URLSearchParams(writeReportQuery(one as ReportQuery)))).toEqual(one);
			}),
		);
	});

	it.each([
		['?version=0', {}],
		['?version=1x', {}],
		['?udvalg=+', {}],
		['?verdensmaal=13&format=staaende', { part: { kind: 'sdg', value: '13' } }],
	])('%s is read as %j', (text, query) => {
		expect(readReportQuery(new URLSearchParams(text))).toEqual(query);
	});
});
