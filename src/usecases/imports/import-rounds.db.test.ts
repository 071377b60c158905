import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTable } from '../../../test/import-desk.ts';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { acceptAnswers } from '../round/accept-answers.ts';
import { addComment } from '../round/add-comment.ts';
import { assignPersons } from '../round/assign-persons.ts';
import { saveDraft } from '../round/save-draft.ts';
import { fullAnswer } from '../../../test/round-desk.ts';
import { applyImport } from './apply-import.ts';
import { listImports } from './list-imports.ts';
import { previewImport } from './preview-import.ts';
import { undoImport } from './undo-import.ts';

/* Documents and rounds that are run here: an Excel file from a department may come in the middle of a round. */
let desk: RoundDesk;
let anna = '';
let early = '';

beforeAll(async () => {
	desk = await openRoundDesk();
	anna = await desk.addOwner('Prøveperson Anna', ['1', '2', '3']);
	early = await takeIn(2023, ['90;Kom med et dokument;Energi;I gang;Grøn;Fra i fjor;Drift']);
	await desk.open();
});
afterAll(() => desk.server.close());

async function takeIn(round: number, rows: readonly string[]): Promise<string> {
	const bytes = writeTable(rows);
	const shown = await previewImport(desk.coordinator(), { municipality, year: round, fileName: `status-${round}.csv`, bytes });
	return (await applyImport(desk.coordinator(), { municipality, draftId: shown.draftId, basis: shown.basis })).importId;
}
const undo = (importId: string) => undoImport(desk.coordinator(), { municipality, importId });
const canUndo = async (importId: string) =>
	(await listImports(desk.coordinator(), { municipality })).imports.find(({ id }) => id === importId)?.canUndo;

test('an import that a round was opened on is not undone', async () => {
	await expect(undo(early)).rejects.toMatchObject({ kind: 'conflict', code: 'import.round-opened-later', details: { year: 2024 } });
	expect(await canUndo(early)).toBe(false);
});

test('a document of a later round waits until the one that runs is published', async () => {
	await expect(takeIn(2025, ['1;Solceller;Energi;I gang;Grøn;;Drift'])).rejects.toMatchObject({ code: 'round.another-running' });
});

test('what a document says into the round counts as answered, and waits again when it is undone', async () => {
	const before = await desk.getRow('20a');
	const { title } = before.initiative;
	const id = await takeIn(year, [`20a;${title};Transport;I gang;Grøn;Stationerne er klar;Drift`, '91;Helt ny;Energi;I gang;Grøn;Ny;Drift']);
	expect(await desk.getRow('20a')).toMatchObject({
		answer: { status: 'answered', answeredBy: 'coordinator', version: 2 },
		assessment: { remark: 'Stationerne er klar' },
	});
	expect(await desk.getRow('91')).toMatchObject({ answer: { status: 'answered' }, change: 'new' });
	expect(await canUndo(id)).toBe(true);
	await undo(id);
	expect(await desk.getRow('20a')).toMatchObject({ answer: { status: 'waiting', answeredBy: null, version: 3 }, assessment: null });
	await expect(desk.getRow('91')).rejects.toThrow('no row 91');
});

test('what somebody works on since is not taken away', async () => {
	const asked = await takeIn(year, ['92;Bliver spurgt om;Energi;;;;Drift']);
	await assignPersons(desk.coordinator(), { municipality, year, numbers: ['92'], personIds: [anna] });
	await expect(undo(asked)).rejects.toMatchObject({ kind: 'conflict' });
	const typed = await takeIn(year, ['93;Bliver skrevet på;Energi;I gang;Grøn;Fra filen;Drift']);
	await saveDraft(desk.coordinator(), { municipality, year, number: '93', version: await desk.getVersion('93'), draft: fullAnswer });
	await expect(undo(typed)).rejects.toMatchObject({ code: 'import.used-in-round' });
	const discussed = await takeIn(year, ['94;Bliver talt om;Energi;I gang;Grøn;Fra filen;Drift']);
	await addComment(desk.coordinator(), { municipality, year, number: '94', text: 'Passer det?' });
	await expect(undo(discussed)).rejects.toMatchObject({ code: 'import.used-in-round' });
	expect(await canUndo(discussed)).toBe(false);
	expect(await desk.getRow('94')).toMatchObject({ assessment: { remark: 'Fra filen' } });
});

test('the preview and the result name the accepted answers that must be accepted again', async () => {
	const content = (remark: string) => [`1;${title};Energi;I gang;Grøn;${remark};Drift`, `2;${second};Energi;I gang;Grøn;Uændret her;Drift`];
	const [title, second] = [(await desk.getRow('1')).initiative.title, (await desk.getRow('2')).initiative.title];
	await takeIn(year, content('Først'));
	const answers = await Promise.all(['1', '2'].map(async (number) => ({ number, version: await desk.getVersion(number) })));
	await acceptAnswers(desk.coordinator(), { municipality, year, answers });
	const bytes = writeTable(content('Siden'));
	const shown = await previewImport(desk.coordinator(), { municipality, year, fileName: 'igen.csv', bytes });
	expect(shown.lapsing).toEqual(['1']);
	const applied = await applyImport(desk.coordinator(), { municipality, draftId: shown.draftId, basis: shown.basis });
	expect(applied.lapsed).toEqual(['1']);
	expect(await desk.getRow('1')).toMatchObject({ answer: { status: 'answered' } });
	expect(await desk.getRow('2')).toMatchObject({ answer: { status: 'accepted' } });
	await undo(applied.importId);
});

test('a round that is approved takes no document, and a published one takes none and gives none back', async () => {
	const late = await takeIn(year, ['95;Sidste;Energi;I gang;Grøn;Fra filen;Drift']);
	await desk.step('review');
	await desk.step('approved');
	const row = ['95;Sidste;Energi;I gang;Grøn;Rettet;Drift'];
	await expect(takeIn(year, row)).rejects.toMatchObject({ code: 'round.closed-for-editing' });
	await desk.server.sql(
		`insert into status_report (municipality_code, plan_id, year, version, content, sha256, layout_version, who, at)
		values ('0340', $1, 2024, 1, '{}', encode(sha256('{}'), 'hex'), 1, 'test', now())`,
		[desk.planId],
	);
	await expect(takeIn(year, row)).rejects.toMatchObject({ kind: 'conflict', code: 'round.published' });
	await expect(undo(late)).rejects.toMatchObject({ kind: 'conflict', code: 'round.published' });
	expect(await canUndo(late)).toBe(false);
});
