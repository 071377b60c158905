import { afterAll, beforeAll, expect, test } from 'vitest';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import type { Context } from '../context.ts';
import { checkPlan } from '../followup/check-plan.ts';
import { dismissFinding } from '../followup/dismiss-finding.ts';
import { restoreFinding } from '../followup/restore-finding.ts';
import { viewMunicipality } from '../plan/view-municipality.ts';
import { applyImport } from './apply-import.ts';
import { previewImport } from './preview-import.ts';
import { undoImport } from './undo-import.ts';

/* What was done since may stand on an import; then it cannot be undone before that is. */
let server: TestDatabase;
let context: Context;
const municipality = 'ishoej';

beforeAll(async () => {
	server = await createExampleDatabase();
	const database = await server.open();
	context = makeContext(database, { ...actors.coordinator, municipalityCode: '0183' });
});
afterAll(() => server.close());

async function takeIn(year: number, rows: readonly string[]): Promise<string> {
	const bytes = new TextEncoder().encode(['Nr.;Indsats;Afsnit;Tilstand;Fremdrift', ...rows].join('\n'));
	const { draftId } = await previewImport(context, { municipality, year, fileName: 'status.csv', bytes });
	return (await applyImport(context, { municipality, draftId })).importId;
}
const undo = (importId: string) => undoImport(context, { municipality, importId });

test('a section that an import added stays while a later one has put a line under it', async () => {
	const first = await takeIn(2022, ['1;Et;Energi;Igangsat;Grøn']);
	const second = await takeIn(2023, ['2;To;Transport;Igangsat;Grøn']);
	const third = await takeIn(2024, ['3;Tre;Transport;Igangsat;Grøn']);
	await expect(undo(second)).rejects.toMatchObject({ kind: 'conflict', code: 'import.changed-later' });
	for (const importId of [third, second, first]) await undo(importId);
	expect((await viewMunicipality(context, { municipality })).plan).toBeNull();
});

test('a finding dismissed in its plan holds an import up, and no more once it is taken back', async () => {
	const importId = await takeIn(2023, ['1;Et;Energi;Igangsat;']);
	const key = (await checkPlan(context, { municipality })).findings[0]?.key ?? '';
	await dismissFinding(context, { municipality, key, reason: 'Drøftet' });
	await expect(undo(importId)).rejects.toMatchObject({ code: 'import.changed-later' });
	await restoreFinding(context, { municipality, key });
	await undo(importId);
	expect((await viewMunicipality(context, { municipality })).plan).toBeNull();
});
