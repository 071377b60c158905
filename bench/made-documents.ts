import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { DraftInitiative } from '#domain/followup/draft-initiative.ts';
import { root } from './measure.ts';

const { initiatives } = JSON.parse(readFileSync(path.join(root, 'examples/soroe/plan.json'), 'utf8')) as { initiatives: DraftInitiative[] };

const headings = [
	'Indsats',
	'Navn',
	'Sektor',
	'Startdato',
	'Status',
	'Prioritering',
	'Planmæssig fremdrift',
	'Målopfyldelse',
	'Bemærkning',
	'Budgetrelation',
	'Hovedansvarlig aktør',
	'CO2-relation',
	'Deadline',
] as const;

function cellsOf(draft: DraftInitiative, number: string): (string | null)[] {
	const words = draft.source.cells;
	return [
		number,
		draft.title,
		draft.sector,
		words.startDate ?? null,
		draft.stateText,
		draft.priorityText,
		words.progress ?? null,
		words.fulfilment ?? draft.fulfilmentText,
		draft.remark,
		draft.budget,
		draft.responsible,
		draft.co2RelationText,
		draft.deadline,
	];
}

function* listRows(count: number): Generator<(string | null)[]> {
	for (let row = 0; row < count; row++) {
		const draft = initiatives[row % initiatives.length];
		if (draft) yield cellsOf(draft, String(row + 1));
	}
}

/** A workbook with a heading row and `count` initiatives: the example's rows over and over, numbered from 1. */
export async function writeStatusWorkbook(count: number): Promise<Uint8Array> {
	return await writeXlsx({ sheets: [{ name: 'Status', rows: [[...headings], ...listRows(count)] }] });
}

/** The example as tab-separated text, its remarks repeated until the text is as long as Sorø's document (57 kB). */
export function writeStatusText(bytes = 57_000): string {
	const plain = (cell: string | null) => (cell ?? '').replaceAll(/\s+/g, ' ');
	const table = (times: number) =>
		[
			headings.join('\t'),
			...initiatives.map((draft) =>
				cellsOf(
					{
						...draft,
						remark: Array(times)
							.fill(draft.remark ?? '')
							.join(' '),
					},
					draft.number,
				)
					.map(plain)
					.join('\t'),
			),
		].join('\n');
	let times = 1;
	while (Buffer.byteLength(table(times)) < bytes) times++;
	return table(times);
}
