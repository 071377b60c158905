import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaksGuide } from '#domain/followup/answer-rules.ts';
import { compareRounds } from '#domain/followup/compare-rounds.ts';
import type { FollowUp } from '#domain/followup/status-round.ts';
import { tagKinds } from '#domain/plan/initiative.ts';
import { anyLines } from '../../test/any-lines.ts';
import { makeFollowUp, makeManyLines } from '../../test/made-up-follow-up.ts';
import { readSoroeFollowUp } from '../../test/soroe-follow-up.ts';
import { hashContent, writeCanonicalJson } from './canonical-json.ts';
import { freezeRound, type LineFacts } from './freeze-round.ts';
import { hashFrozenRound } from './frozen-round.ts';
import { parseFrozenRound } from './frozen-round-schema.ts';
import { renderJson } from './render-json.ts';
import { writeStatusReport } from './status-report.ts';

const freeze = (earlier: FollowUp, later: FollowUp, facts?: ReadonlyMap<string, LineFacts>) =>
	freezeRound({
		followUp: later,
		comparison: compareRounds(earlier, later),
		findings: [],
		version: 1,
		...(facts ? { facts } : {}),
	});

describe('a frozen round', () => {
	it('comes back from its canonical JSON as it was, whatever it says', () => {
		const tag = fc.record({ kind: fc.constantFrom(...tagKinds), value: fc.string({ minLength: 1, unit: 'grapheme' }) });
		const fact = fc.record({
			tags: fc.array(tag, { maxLength: 3 }),
			unit: fc.option(fc.string({ unit: 'grapheme' })),
			colourReason: fc.option(fc.string()),
		});
		const facts = fc.dictionary(fc.string(), fact);
		fc.assert(
			fc.property(anyLines, anyLines, facts, (one, two, known) => {
				const later = { ...makeFollowUp([], { year: 2024 }), lines: two };
				const frozen = freeze({ ...makeFollowUp([]), lines: one }, later, new Map(Object.entries(known)));
				const content = writeCanonicalJson(frozen);
				const back = parseFrozenRound(content);
				expect(writeCanonicalJson(back)).toBe(content);
				expect(hashFrozenRound(back)).toBe(hashContent(content));
				for (const locale of ['da', 'en'] as const) expect(writeStatusReport(back, locale).hash).toBe(hashContent(content));
			}),
			{ numRuns: 60 },
		);
	});

	it('says why a colour is another than the guide’s, and where it was presented', () => {
		const followUp = readSoroeFollowUp();
		const reason = 'Fristen er flyttet';
		const input = { followUp, comparison: null, findings: [], version: 1 } as const;
		const facts = new Map(followUp.lines.map(({ initiative }) => [initiative.id, { tags: [], unit: null, colourReason: reason }]));
		const meeting = { body: 'Klimaudvalget', date: '2024-06-03', caseNumber: '24/117' };
		const frozen = freezeRound({ ...input, facts, meeting });
		const breaking = followUp.lines
			.filter(({ initiative, assessment }) => assessment && breaksGuide({ legend: followUp.legend, ...initiative }, assessment))
			.map(({ initiative }) => initiative.number);
		expect(breaking.length).toBeGreaterThan(0);
		expect(frozen.lines.flatMap(({ initiative, colourReason }) => (colourReason ? initiative.number : []))).toEqual(breaking);
		const report = writeStatusReport(frozen, 'da');
		expect(report.meeting).toBe('Klimaudvalget 3. juni 2024, sag 24/117');
		const shown = report.sections.flatMap(({ rows }) => rows.flatMap((row) => row.shown.colourReason ?? []));
		expect(shown).toEqual(breaking.map(() => `Anden farve end læsevejledningen siger: ${reason}`));
		// What was frozen before these were said still opens, with its own hash.
		const older = writeCanonicalJson({ ...freezeRound(input), layoutVersion: 1 });
		expect(older).not.toMatch(/colourReason|meeting/);
		expect(hashFrozenRound(parseFrozenRound(older))).toBe(hashContent(older));
	});

	it('has one hash in both languages, and it is that of its JSON file', () => {
		const frozen = freeze(makeFollowUp(makeManyLines(5)), makeFollowUp(makeManyLines(7), { year: 2024 }));
		const [danish, english] = [writeStatusReport(frozen, 'da'), writeStatusReport(frozen, 'en')];
		expect(danish.hash).toBe(english.hash);
		expect(danish.title).not.toBe(english.title);
		expect(danish.hash).toBe(hashContent(renderJson(frozen)));
		expect(danish.hash).toMatch(/^[0-9a-f]{64}$/);
	});

	it('has the same hash whatever the order of the keys, the form of the letters and the counts of edits', () => {
		const followUp = makeFollowUp(makeManyLines(5));
		const frozen = freezeRound({ followUp, comparison: null, findings: [], version: 1 });
		const turned = Object.fromEntries(Object.entries(frozen).toReversed()) as typeof frozen;
		const decomposed = { ...frozen, round: { ...frozen.round, title: frozen.round.title.normalize('NFD') } };
		const edited = { ...followUp, lines: followUp.lines.map((line) => ({ ...line, initiative: { ...line.initiative, version: 9 } })) };
		const again = freezeRound({ followUp: edited, comparison: null, findings: [], version: 1 });
		for (const other of [turned, decomposed, again]) expect(hashFrozenRound(other)).toBe(hashFrozenRound(frozen));
		const renamed = { ...followUp, round: { ...followUp.round, title: 'Andet' } };
		expect(hashFrozenRound(freezeRound({ followUp: renamed, comparison: null, findings: [], version: 1 }))).not.toBe(
			hashFrozenRound(frozen),
		);
		expect(hashFrozenRound(freezeRound({ followUp, comparison: null, findings: [], version: 2 }))).not.toBe(hashFrozenRound(frozen));
	});

	it('names no person: who owned an initiative before and after stays in the history', () => {
		const followUp = makeFollowUp([{ number: '1' }], { year: 2024 });
		const id = followUp.lines[0]?.initiative.id ?? '';
		const event = {
			otherId: null,
			decision: null,
			caseNumber: null,
			who: 'some-id',
			at: new Date(0),
			initiativeId: id,
			year: 2024,
		} as const;
		const events = [
			{ ...event, kind: 'new owner' as const, before: 'Eksempel Eksempelsen', after: 'Prøve Prøvesen' },
			{ ...event, kind: 'renumbered' as const, before: '1a', after: '1' },
			{ ...event, year: 2023, kind: 'renumbered' as const, before: '0', after: '1a' },
		];
		const content = writeCanonicalJson(freezeRound({ followUp, comparison: null, findings: [], events, version: 1 }));
		expect(content).not.toMatch(/Eksempelsen|Prøvesen|some-id/);
		expect(parseFrozenRound(content).events.map(({ before }) => before)).toEqual([null, '1a']);
	});

	it('tells of nothing that was taken back, and of what was not', () => {
		const [earlier, later] = [makeFollowUp(makeManyLines(3)), makeFollowUp(makeManyLines(3), { year: 2024 })];
		const [one, two] = later.lines.map(({ initiative }) => initiative);
		const event = { otherId: null, caseNumber: null, who: 'some-id', at: new Date(0), year: 2024, after: null } as const;
		const events = [
			{ ...event, kind: 'taken out', initiativeId: String(one?.id), before: '1', decision: 'Ved en fejl' },
			{ ...event, kind: 'added', initiativeId: String(one?.id), before: '1', after: '1', decision: null },
			{ ...event, kind: 'renumbered', initiativeId: String(two?.id), before: '2a', after: '2', decision: 'Byrådet' },
		] as const;
		const frozen = freezeRound({ followUp: later, comparison: compareRounds(earlier, later), findings: [], events, version: 1 });
		expect(frozen.events).toMatchObject([{ kind: 'renumbered', initiativeId: two?.id }]);
		expect(JSON.stringify(writeStatusReport(frozen, 'da'))).not.toContain('Ved en fejl');
	});

	it('is not read from anything else', () => {
		expect(() => parseFrozenRound('{"schema":1}')).toThrow();
	});
});

describe('docs/report-json.md', () => {
	it('names every field of the data and of a line', async () => {
		const page = await readFile(new URL('../../docs/report-json.md', import.meta.url), 'utf8');
		const frozen = freeze(makeFollowUp(makeManyLines(3)), makeFollowUp(makeManyLines(3), { year: 2024 }));
		const line = frozen.lines[0];
		const fields = [frozen, frozen.texts.da, frozen.texts.da.summary, frozen.figures, frozen.comparison, line, line?.initiative].flatMap(
			(part) => Object.keys(part ?? {}),
		);
		expect(fields.length).toBeGreaterThan(40);
		for (const field of [...fields, ...Object.keys(line?.assessment ?? {})]) expect(page, field).toContain(`\`${field}\``);
		expect(page).toContain(`\`schema\` is ${frozen.schema}.`);
	});
});
