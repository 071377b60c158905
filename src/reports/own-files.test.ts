import { describe, expect, it } from 'vitest';
import { compareRounds } from '#domain/followup/compare-rounds.ts';
import { proposeChanges } from '#domain/followup/import-proposal.ts';
import type { FollowUp } from '#domain/followup/status-round.ts';
import type { InitiativeTag, Quantity } from '#domain/plan/initiative.ts';
import { readDocument } from '#importers/read-document.ts';
import { readBallerupFollowUp, readSoroeFollowUp } from '../../test/soroe-follow-up.ts';
import { renderCsv } from './render-csv.ts';
import { renderDocx } from './render-docx.ts';
import { renderXlsx } from './render-xlsx.ts';
import type { StatusReport } from './report-content.ts';
import { buildStatusReport } from './status-report.ts';

const formats = { xlsx: renderXlsx, csv: renderCsv, docx: renderDocx } as const;
const examples: Readonly<Record<string, FollowUp>> = { soroe: readSoroeFollowUp(), ballerup: readBallerupFollowUp() };

/** Numbers that are written apart in the two languages, or could be taken for one another. */
const quantities: readonly Quantity[] = [
	[1500, 'træer', null],
	[2.5, 'MW', null],
	[2.125, 'MW', '2015'],
	[0.125, 'MW', null],
	[0.12345678, 't', null],
	[1_500_000, 't CO2e', '1990'],
	[1234.567, 'm³', null],
	[-5, '%', '1990'],
	[20_000, 'stk. "gamle"; træer', null],
	[999_999_999_999, 'kWh', null],
	[85, '%', '1990'],
].map(([value, unit, basis]) => ({ value, unit, basis }) as Quantity);

/** Names that a comma or a hyphen could part. */
const tagsInTurn: readonly (readonly InitiativeTag[])[] = [
	[
		{ kind: 'committee', value: 'Klima-, Miljø- og Teknikudvalget' },
		{ kind: 'theme', value: 'Energi, transport' },
		{ kind: 'sdg', value: '7' },
		{ kind: 'sdg', value: '13' },
	],
	[
		{ kind: 'committee', value: 'Udvalget for Børn, Unge og Uddannelse' },
		{ kind: 'committee', value: 'Økonomiudvalget' },
		{ kind: 'sdg', value: '11' },
	],
	[],
];

function makeTags({ lines }: FollowUp): Map<string, readonly InitiativeTag[]> {
	return new Map(lines.map(({ initiative }, place) => [initiative.id, tagsInTurn[place % tagsInTurn.length] ?? []]));
}

async function readAgain(
	format: keyof typeof formats,
	report: StatusReport,
	followUp: FollowUp,
	tags = new Map<string, readonly InitiativeTag[]>(),
) {
	const { initiatives, problems } = await readDocument({ fileName: `own.${format}`, bytes: await formats[format](report) });
	const { rows, counts } = proposeChanges({ ...followUp, tags }, initiatives);
	const changes = rows.flatMap(({ number, cells }) =>
		cells.filter(({ kind }) => kind !== 'unchanged' && kind !== 'kept').map((cell) => ({ number, ...cell })),
	);
	return { changes, counts, problems, initiatives };
}

describe.each(['da', 'en'] as const)('our own files (%s), taken in again', (locale) => {
	describe.each(['xlsx', 'csv', 'docx'] as const)('as %s', (format) => {
		it.each(['soroe', 'ballerup'])('change nothing in %s, whatever its quantities', async (name) => {
			const example = examples[name] as FollowUp;
			const lines = example.lines.map((line, place) => {
				const quantity = quantities[place] ?? line.initiative.quantity;
				return { ...line, initiative: { ...line.initiative, quantity } };
			});
			const followUp: FollowUp = { ...example, lines };
			const tags = makeTags(followUp);
			const facts = new Map([...tags].map(([id, own]) => [id, { tags: own, unit: null, colourReason: null }]));
			const report = buildStatusReport(followUp, null, [], { locale, version: 1, facts });
			const { changes, counts, problems, initiatives } = await readAgain(format, report, followUp, tags);
			expect(initiatives[1]).toMatchObject({
				committee: ['Udvalget for Børn, Unge og Uddannelse', 'Økonomiudvalget'],
				theme: [],
				sdg: ['11'],
			});
			expect(changes).toEqual([]);
			expect(counts).toEqual({ new: 0, changed: 0, unchanged: lines.length, missing: 0 });
			expect(problems.filter(({ code }) => /^(quantity|sphere|heading|colour|sdg|tag|theme)\./.test(code))).toEqual([]);
			// The Word file has no such column.
			if (format !== 'docx')
				expect(initiatives.map(({ quantity }) => quantity)).toEqual(lines.map(({ initiative }) => initiative.quantity));
		});
	});

	it.each(['docx', 'xlsx'] as const)('come back as they are when they also tell what changed (%s)', async (format) => {
		const followUp = readSoroeFollowUp();
		const lines = followUp.lines.slice(2).map((line) => {
			const assessment = line.assessment && { ...line.assessment, progress: 'green' as const };
			return { initiative: { ...line.initiative, deadline: null }, assessment };
		});
		const earlier: FollowUp = { ...followUp, round: { ...followUp.round, year: 2022 }, lines };
		const report = buildStatusReport(followUp, compareRounds(earlier, followUp), [], { locale, version: 1 });
		expect(report.whatChanged?.groups.map(({ kind }) => kind)).toContain('worse');
		const { changes, counts } = await readAgain(format, report, followUp);
		expect(changes).toEqual([]);
		expect(counts).toEqual({ new: 0, changed: 0, unchanged: 83, missing: 0 });
	});

	it('hold nothing of the other language beside what the plan says', () => {
		const [line] = examples.soroe?.lines ?? [];
		if (!line) throw new Error('the example has no lines');
		const quantity = { value: 85, unit: '%', basis: '1990' };
		const followUp = { ...readSoroeFollowUp(), lines: [{ ...line, initiative: { ...line.initiative, quantity } }] };
		const csv = new TextDecoder().decode(renderCsv(buildStatusReport(followUp, null, [], { locale, version: 1 })));
		expect(csv).toContain(locale === 'da' ? '85 % i forhold til 1990' : '85 % compared with 1990');
	});
});
