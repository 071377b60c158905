import { afterAll, beforeAll, expect, test } from 'vitest';
import { openImportDesk, type ImportDesk } from '../../../test/import-desk.ts';
import { makeUnitsFromPlan } from '../people/make-units-from-plan.ts';
import { moveToUnit } from '../people/move-to-unit.ts';
import { viewOwners } from '../people/view-owners.ts';
import { viewUnits } from '../people/view-units.ts';
import { applyImport } from './apply-import.ts';
import { undoImport } from './undo-import.ts';

const municipality = 'soroe';
const headings = 'Nr.;Indsats;Hovedansvarlig';
let desk: ImportDesk;
let titles: ReadonlyMap<string, string>;

beforeAll(async () => {
	desk = await openImportDesk(municipality);
	if ((await viewUnits(desk.coordinator(), { municipality })).entries.length === 0) {
		await makeUnitsFromPlan(desk.coordinator(), { municipality });
	}
	titles = new Map((await listLines()).map(({ number, title }) => [number, title]));
});
afterAll(() => desk.server.close());

const view = () => viewOwners(desk.coordinator(), { municipality });
const listLines = async () => (await view()).lines;
const findLine = async (number: string) => (await listLines()).find((line) => line.number === number);
async function getUnit(number: string): Promise<string | null> {
	const { units, lines } = await view();
	const line = lines.find((each) => each.number === number);
	return units.find(({ id }) => id === line?.unitId)?.name ?? null;
}
const planning = 'Teknik, miljø og drift - Planafdeling';
const economy = 'Økonomi og stab';
const rows = () => [
	`1;${titles.get('1')};${economy}`,
	`2;${titles.get('2')};${planning}`,
	`3;${titles.get('3')};Et kontor, der ikke er en enhed`,
	`84;Nyt tiltag;${economy}`,
];
async function take() {
	const { draftId, basis } = await desk.preview(2023, rows(), headings);
	return applyImport(desk.coordinator(), { municipality, draftId, basis });
}

test('an initiative with another responsible body that is a unit goes there, which the preview tells, and comes back when undone', async () => {
	const other = await getUnit('3');
	const shown = await desk.preview(2023, rows(), headings);
	expect(shown.unitMoves.map(({ number, from, to }) => [number, from?.name ?? null, to.name])).toEqual([
		['84', null, economy],
		['1', planning, economy],
	]);
	expect(await getUnit('1')).toBe(planning);
	const { importId } = await applyImport(desk.coordinator(), { municipality, draftId: shown.draftId, basis: shown.basis });
	expect([await getUnit('1'), await getUnit('2'), await getUnit('3'), await getUnit('84')]).toEqual([economy, planning, other, economy]);
	// Read again it says nothing new.
	expect((await desk.preview(2023, rows(), headings)).unitMoves).toEqual([]);

	await undoImport(desk.coordinator(), { municipality, importId });
	expect([await getUnit('1'), await getUnit('2'), await getUnit('3')]).toEqual([planning, planning, other]);
	expect((await findLine('1'))?.responsible).toBe(planning);
	expect(await findLine('84')).toBeUndefined();
});

test('one that was moved again since stays where it is, and what an older document says of its year moves nobody', async () => {
	const { importId } = await take();
	const [line, { units }] = [await findLine('1'), await view()];
	const third = units.find(({ name }) => name !== economy && name !== planning);
	await moveToUnit(desk.coordinator(), { municipality, initiativeIds: [line?.id ?? ''], unitId: third?.id ?? '' });
	await undoImport(desk.coordinator(), { municipality, importId });
	expect(await getUnit('1')).toBe(third?.name);

	const old = await desk.preview(2022, [`1;${titles.get('1')};${economy};I gang`], `${headings};Status`);
	expect(old.unitMoves).toEqual([]);
	await applyImport(desk.coordinator(), { municipality, draftId: old.draftId, basis: old.basis });
	expect(await getUnit('1')).toBe(third?.name);
});
