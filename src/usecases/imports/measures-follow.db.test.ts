import { afterAll, beforeAll, expect, test } from 'vitest';
import { openImportDesk, type ImportDesk } from '../../../test/import-desk.ts';
import { viewPath } from '../pathway/view-path.ts';
import { applyImport } from './apply-import.ts';
import { undoImport } from './undo-import.ts';

const municipality = 'soroe';
let desk: ImportDesk;

beforeAll(async () => {
	desk = await openImportDesk(municipality);
});
afterAll(() => desk.server.close());

async function takeIn(year: number, rows: readonly string[]): Promise<string> {
	const { draftId, basis } = await desk.preview(year, rows);
	return (await applyImport(desk.coordinator(), { municipality, draftId, basis, missing: 'remove' })).importId;
}

test('measures do not go to another initiative that a later document gives the number of one that was left out', async () => {
	const find = async () => {
		const { report } = await viewPath(desk.coordinator(), { municipality });
		return {
			initiative: report?.document.scenario.measures.find(({ id }) => id === 'lavbund')?.initiative,
			reason: report?.gap.standings.find(({ measure }) => measure === 'lavbund')?.reason,
		};
	};
	const before = await find();
	const { initiative: number } = before;
	const rows = ['1;Solceller på kommunale bygninger;Energi;I gang;Grøn;Fra filen;Drift'];
	const first = await takeIn(2024, rows);
	expect((await find()).reason).toBe('withdrawn');
	const second = await takeIn(2025, [...rows, `${number};Ladestandere ved skoler;Transport;I gang;Grøn;Ny;Drift`]);
	expect(await find()).toEqual({ initiative: null, reason: 'withdrawn' });
	// Undone, the plan's lines are what they were, and so is what the measures belong to.
	for (const importId of [second, first]) await undoImport(desk.coordinator(), { municipality, importId });
	expect(await find()).toEqual(before);
	const stored = await desk.server.sql(`select document from scenario where municipality_code = '0340' and kind = 'plan'`);
	expect(JSON.stringify(stored)).toContain(`"initiative":"${number}"`);
});

test('a measure keeps the number of a line that an undone import had added, and belongs to the line of the corrected one', async () => {
	const added = '99;Ny indsats med virkemiddel;Energi;I gang;Grøn;Ny;Drift';
	const importId = await takeIn(2026, [added]);
	await desk.server.sql(
		`update scenario set initiative_ids = null, document = jsonb_set(document, '{scenario,measures,0,initiative}', '"99"') where municipality_code = '0340' and kind = 'plan'`,
	);
	await undoImport(desk.coordinator(), { municipality, importId });
	await takeIn(2026, [added]);
	const { report } = await viewPath(desk.coordinator(), { municipality });
	const [standing] = report?.gap.standings.filter(({ initiative }) => initiative === '99') ?? [];
	expect(standing?.reason).toBe('as decided');
});
