import { describe, expect, it } from 'vitest';
import { compareRounds } from '#domain/followup/compare-rounds.ts';
import type { Finding } from '#domain/followup/finding.ts';
import { makeFollowUp, makeManyLines } from '../../test/made-up-follow-up.ts';
import { buildStatusReport } from './status-report.ts';

const danish = { locale: 'da', version: 1 } as const;

describe('buildStatusReport', () => {
	it('says on the first page where the plan stands, what is red, what is missing and what to decide', () => {
		const followUp = makeFollowUp([
			{
				number: '1',
				progress: 'green',
				fulfilment: 'yellow',
				state: 'in progress',
				remark: 'Godt i gang.',
				budget: 'Egen ramme',
				responsible: 'Teknik',
			},
			{ number: '2', title: 'Termonet', progress: 'red', state: 'on hold', remark: 'I bero.', budget: 'Egen ramme' },
		]);
		const { summary } = buildStatusReport(followUp, null, [], danish);
		expect(summary.sentence).toBe('2 indsatser. 1 er grøn og 1 rød.');
		expect(summary.progress.alternative).toBe('Planmæssig fremdrift: 1 grøn og 1 rød.');
		expect(summary.attention).toEqual([
			{ kind: 'red progress', heading: 'Røde på planmæssig fremdrift', lines: [{ number: '2', title: 'Termonet', responsible: null }] },
		]);
		expect(summary.missing.map(({ sentence }) => sentence)).toEqual([
			'1 uden målopfyldelse (indsats 2)',
			'1 i gang uden startdato (indsats 1)',
			'1 uden hovedansvarlig (indsats 2)',
		]);
		expect(summary.changes).toBe('Første opfølgning. Der er ingen tidligere runde at sammenligne med.');
		expect(summary.asks).toEqual([
			'tager status for 2023 til efterretning',
			'drøfter, hvordan den røde indsats (2) kommer videre',
			'beder de ansvarlige om at oplyse det, der mangler, inden næste opfølgning',
		]);
	});

	it('names what slipped since the round before', () => {
		const earlier = makeFollowUp(
			[
				{ number: '1', progress: 'green' },
				{ number: '2', progress: 'yellow' },
			],
			{ year: 2022 },
		);
		const later = makeFollowUp([
			{ number: '1', title: 'Ladestandere', progress: 'yellow' },
			{ number: '2', progress: 'green' },
			{ number: '3' },
		]);
		const report = buildStatusReport(later, compareRounds(earlier, later), [], danish);
		expect(report.summary.changes).toBe('Siden 2022: 1 er gået frem, 1 er gået tilbage og 1 er ny.');
		expect(report.summary.attention.at(-1)).toMatchObject({
			kind: 'slipped',
			heading: 'Gået tilbage siden 2022, helt eller delvist',
			lines: [{ number: '1' }],
		});
		expect(report.changes?.lines.map(({ number, kind }) => [number, kind])).toEqual([
			['1', 'worse'],
			['2', 'better'],
			['3', 'new'],
		]);
		expect(report.changes?.lines[0]).toMatchObject({ before: { progress: { word: 'Grøn' } }, after: { progress: { word: 'Gul' } } });
		expect(report.sections[0]?.rows[0]?.shown.change).toBe('Gået tilbage');
	});

	it('names what lost or gained a colour, moved without one, or was not assessed at all', () => {
		const before = makeFollowUp([
			{ number: '1', progress: 'green' },
			{ number: '2', progress: null },
			{ number: '3', progress: 'white', state: 'not started' },
			{ number: '4', progress: 'red' },
			{ number: '5', progress: 'green', budget: '-' },
		]);
		const later = makeFollowUp([
			{ number: '1', progress: null },
			{ number: '2', progress: 'red' },
			{ number: '3', progress: 'white', state: 'in progress' },
			{ number: '4', progress: 'red' },
			{ number: '5', progress: 'green', budget: '-' },
		]);
		const after = { ...later, lines: later.lines.map((line) => (line.initiative.number === '4' ? { ...line, assessment: null } : line)) };
		const { changes, summary } = buildStatusReport(after, compareRounds(before, after), [], danish);
		expect(changes?.lines.map(({ number, word, before: was, after: is }) => [number, word, was?.progress.word, is?.progress.word])).toEqual(
			[
				['3', 'Gået frem (Igangsat: Ikke igangsat → I gang)', 'Hvid', 'Hvid'],
				['1', 'Ændret', 'Grøn', 'Ikke oplyst'],
				['2', 'Ændret', 'Ikke oplyst', 'Rød'],
				['4', 'Ikke vurderet denne gang', 'Rød', undefined],
			],
		);
		expect(summary.changes).toContain('1 er ikke vurderet denne gang');
		// A dash says no more than an empty cell, here as in the plan check.
		expect(summary.missing.find(({ field }) => field === 'budget')?.numbers).toContain('5');
	});

	it('counts what the plan check found', () => {
		const finding = (severity: Finding['severity']): Finding => ({
			rule: 'missing-remark',
			severity,
			number: '1',
			others: [],
			text: null,
			details: {},
			key: severity,
		});
		const { summary } = buildStatusReport(
			makeFollowUp([{ number: '1' }]),
			null,
			['wrong', 'missing', 'missing'].map((one) => finding(one as Finding['severity'])),
			danish,
		);
		expect(summary.planCheck).toEqual({ wrong: 1, unclear: 0, missing: 2 });
		expect(summary.planCheckSentence).toBe('Plantjekket fandt 1 modsigelse og 2 manglende oplysninger.');
	});

	it('keeps what is not stated as null and shows prose where a colour was expected', () => {
		const report = buildStatusReport(
			makeFollowUp([
				{ number: '7', fulfilmentText: 'Afventer måling', co2Relation: 'calculated', co2RelationText: 'Beregnet.\nBemærkning: 1.250 ton' },
			]),
			null,
			[],
			danish,
		);
		const row = report.sections[0]?.rows[0];
		expect(report.sections[0]?.title).toBeNull();
		expect(row).toMatchObject({ state: null, progress: null, remark: null, budget: null });
		expect(row?.shown).toMatchObject({
			progress: { mark: 'none', word: 'Ikke oplyst' },
			fulfilment: { mark: 'text', word: 'Afventer måling' },
			co2Relation: 'Beregnet',
			co2Remark: 'Bemærkning: 1.250 ton',
			state: null,
		});
	});

	it('has a report to show when the plan has no initiatives', () => {
		const report = buildStatusReport(makeFollowUp([]), null, [], danish);
		expect(report.sections).toEqual([]);
		expect(report.summary.sentence).toBe('Planen har ingen indsatser i denne opfølgning.');
	});

	it('is complete in English', () => {
		const report = buildStatusReport(makeFollowUp(makeManyLines(83)), null, [], { locale: 'en', version: 2 });
		expect(report.municipality.name).toBe('Prøvested Municipality');
		expect(report.summary.sentence).toMatch(/^83 initiatives\. \d+ are green, \d+ yellow, \d+ red and \d+ white; \d+ have no colour\.$/);
		expect(report.sections[0]?.rows[0]?.shown.startDate).toBe('01/01/2021');
	});
});
