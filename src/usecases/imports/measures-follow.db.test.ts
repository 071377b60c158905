import { afterAll, beforeAll, expect, test } from 'vitest';
import { openImportDesk, type ImportDesk } from '../../../test/import-desk.ts';
import { viewPath } from '../pathway/view-path.ts';
import { applyImport } from './apply-import.ts';

const municipality = 'soroe';
let desk: ImportDesk;

beforeAll(async () => {
	desk = await openImportDesk(municipality);
});
afterAll(() => desk.server.close());

async function takeIn(year: number, rows: readonly string[]): Promise<void> {
	const { draftId, basis } = await desk.preview(year, rows);
	await applyImport(desk.coordinator(), { municipality, draftId, basis, missing: 'remove' });
}

test('measures do not go to another initiative that a later document gives the number of one that was left out', async () => {
	const find = async () => {
		const { report } = await viewPath(desk.coordinator(), { municipality });
		return {
			initiative: report?.document.scenario.measures.find(({ id }) => id === 'lavbund')?.initiative,
			reason: report?.standings.find(({ measure }) => measure === 'lavbund')?.reason,
		};
	};
	const { initiative: number } = await find();
	const rows = ['1;Solceller på kommunale bygninger;Energi;I gang;Grøn;Fra filen;Drift'];
	await takeIn(2024, rows);
	expect((await find()).reason).toBe('withdrawn');
	await takeIn(2025, [...rows, `${number};Ladestandere ved skoler;Transport;I gang;Grøn;Ny;Drift`]);
	expect(await find()).toEqual({ initiative: null, reason: 'withdrawn' });
});
