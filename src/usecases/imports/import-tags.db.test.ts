import { afterAll, beforeAll, expect, test } from 'vitest';
import { openImportDesk, type ImportDesk } from '../../../test/import-desk.ts';
import { listTags } from '../plan-changes/list-tags.ts';
import { viewInitiative } from '../plan/view-initiative.ts';
import { renderRegister } from '../reports/render-register.ts';
import { setTags } from '../reports/set-tags.ts';
import { applyImport } from './apply-import.ts';
import { previewImport } from './preview-import.ts';
import { undoImport } from './undo-import.ts';

const municipality = 'soroe';
let desk: ImportDesk;
beforeAll(async () => {
	desk = await openImportDesk(municipality);
});
afterAll(() => desk.server.close());

const headings = 'Nr.;Indsats;Udvalg;Tema;Afsnit;Verdensmål';
const listSaid = async (number: string) =>
	(await listTags(desk.coordinator(), { municipality, number })).map(({ kind, value }) => `${kind} ${value}`).sort();

async function readRow(number: string) {
	const { initiative, section } = await viewInitiative(desk.coordinator(), { municipality, number });
	return `${number};${initiative.title};"Teknisk Udvalg, Økonomiudvalget";Energi;${section?.title ?? ''};"7, 11 og 13"`;
}

test('committees, themes and goals of a document are shown, stored, kept in the history and undone', async () => {
	const context = desk.coordinator();
	await setTags(context, { municipality, numbers: ['1'], kind: 'sdg', values: ['2', '7'], how: 'replace' });
	await setTags(context, { municipality, numbers: ['1'], kind: 'theme', values: ['Energi'], how: 'replace' });
	const shown = await desk.preview(2023, [await readRow('1'), '84;Nyt tiltag;;Natur;;15'], headings);
	expect(shown.proposal.rows[0]?.cells.filter(({ kind }) => kind === 'added' || kind === 'changed')).toEqual([
		{ field: 'committee', before: null, after: 'Teknisk Udvalg; Økonomiudvalget', kind: 'added' },
		{ field: 'sdg', before: '2, 7', after: '7, 11, 13', kind: 'changed' },
	]);

	const applied = await applyImport(context, { municipality, draftId: shown.draftId, basis: shown.basis });
	expect(applied.counts).toMatchObject({ added: 1, changed: 1, unchanged: 0 });
	expect(await listSaid('1')).toEqual([
		'committee Teknisk Udvalg',
		'committee Økonomiudvalget',
		'sdg 11',
		'sdg 13',
		'sdg 7',
		'theme Energi',
	]);
	expect(await listSaid('84')).toEqual(['sdg 15', 'theme Natur']);
	const { changes } = await viewInitiative(context, { municipality, number: '1' });
	expect(changes[0]).toMatchObject({ reason: 'import', importId: applied.importId });
	expect(changes[0]?.fields).toContainEqual({ field: 'sdg', before: ['2', '7'], after: ['7', '11', '13'] });

	for (const format of ['xlsx', 'csv'] as const) {
		const { bytes, fileName } = await renderRegister(context, { municipality, format, locale: 'da' });
		const { proposal, initiatives } = await previewImport(context, { municipality, year: 2023, fileName, bytes });
		expect(proposal.counts).toMatchObject({ new: 0, missing: 0 });
		expect(proposal.rows.flatMap(({ cells }) => cells.filter(({ kind }) => kind !== 'unchanged' && kind !== 'kept'))).toEqual([]);
		expect(initiatives.find(({ number }) => number === '1')).toMatchObject({ sdg: ['7', '11', '13'], theme: ['Energi'] });
	}

	await undoImport(context, { municipality, importId: applied.importId });
	expect(await listSaid('1')).toEqual(['sdg 2', 'sdg 7', 'theme Energi']);
});

test('a document without such columns leaves them, and one with empty cells takes them away', async () => {
	const context = desk.coordinator();
	await setTags(context, { municipality, numbers: ['2'], kind: 'theme', values: ['Natur'], how: 'replace' });
	const { initiative } = await viewInitiative(context, { municipality, number: '2' });
	const silent = await desk.preview(2023, [`2;${initiative.title}`], 'Nr.;Indsats');
	expect(silent.proposal.rows[0]?.kind).toBe('unchanged');
	const emptied = await desk.preview(2023, [`2;${initiative.title};`, '3;Tre;Energi'], 'Nr.;Indsats;Temaer');
	expect(emptied.proposal.rows[0]?.cells).toContainEqual({ field: 'theme', before: 'Natur', after: null, kind: 'cleared' });
});

test('tags changed after the preview are noticed, and after the import keep it from being undone', async () => {
	const context = desk.coordinator();
	const tag = (value: string) => setTags(context, { municipality, numbers: ['1'], kind: 'theme', values: [value], how: 'replace' });
	const shown = await desk.preview(2023, [await readRow('1')], headings);
	await tag('Vand');
	const stale = applyImport(context, { municipality, draftId: shown.draftId, basis: shown.basis });
	await expect(stale).rejects.toMatchObject({ code: 'import.changed-since-preview' });
	const again = await desk.preview(2023, [await readRow('1')], headings);
	const { importId } = await applyImport(context, { municipality, draftId: again.draftId, basis: again.basis });
	await tag('Luft');
	await expect(undoImport(context, { municipality, importId })).rejects.toMatchObject({ code: 'import.changed-later' });
});

test('the register as JSON says them', async () => {
	const { bytes } = await renderRegister(desk.coordinator(), { municipality, format: 'json', locale: 'da' });
	const { initiatives } = JSON.parse(Buffer.from(bytes).toString('utf8'));
	expect(initiatives[0]).toMatchObject({ committee: expect.any(Array), theme: ['Luft'], sdg: expect.any(Array) });
});
