import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import { openImportDesk, writeTable, type ImportDesk } from '../../../test/import-desk.ts';
import type { Context } from '../context.ts';
import { applyImport } from './apply-import.ts';
import { correctImportDraft } from './correct-import-draft.ts';
import { listImports } from './list-imports.ts';
import { previewImport } from './preview-import.ts';
import { undoImport } from './undo-import.ts';
import { viewImportDraft } from './view-import-draft.ts';

const municipality = 'soroe';
let desk: ImportDesk;
let database: Database;
beforeAll(async () => {
	desk = await openImportDesk(municipality);
	({ database } = desk);
});
afterAll(() => desk.server.close());

const coordinator = (): Context => desk.coordinator();
const now = (): Date => desk.now();
const preview: ImportDesk['preview'] = (year, rows, headings) => desk.preview(year, rows, headings);
const readEverything = (): Promise<unknown> => desk.readEverything();

describe('between preview and confirmation', () => {
	test('a change by somebody else is a conflict, and nothing is stored', async () => {
		const mine = await preview(2023, ['3;Mit;Energi;Igangsat;Grøn;Mit;Ekstern']);
		const theirs = await preview(2023, ['3;Deres;Energi;Igangsat;Gul;Deres;Ekstern']);
		const applied = await applyImport(coordinator(), { municipality, draftId: theirs.draftId, basis: theirs.basis });
		const before = await readEverything();
		for (const basis of [mine.basis, undefined]) {
			await expect(applyImport(coordinator(), { municipality, draftId: mine.draftId, basis })).rejects.toMatchObject({
				kind: 'conflict',
				code: 'import.changed-since-preview',
			});
		}
		expect(await readEverything()).toEqual(before);
		const seenAgain = await viewImportDraft(coordinator(), { municipality, draftId: mine.draftId });
		expect(seenAgain.proposal.rows[0]?.cells.find(({ field }) => field === 'remark')).toMatchObject({ before: 'Deres', after: 'Mit' });
		const second = await applyImport(coordinator(), { municipality, draftId: mine.draftId, basis: seenAgain.basis });
		await undoImport(coordinator(), { municipality, importId: second.importId });
		await undoImport(coordinator(), { municipality, importId: applied.importId });
	});

	test('two confirmations at once store the document once, and both are told of it', async () => {
		const shown = await preview(2023, ['3;Mit;Energi;Igangsat;Grøn;Mit;Ekstern']);
		const other = makeContext(await desk.server.open(), actors.coordinator, now);
		const input = { municipality, draftId: shown.draftId, basis: shown.basis };
		const outcomes = await Promise.allSettled([applyImport(coordinator(), input), applyImport(other, input)]);
		const told = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : null));
		expect(told[0]).toMatchObject({ year: 2023, counts: { changed: 1 } });
		expect(told[1]).toEqual(told[0]);
		expect((await listImports(coordinator(), { municipality })).imports.filter(({ undone }) => !undone)).toHaveLength(1);
		await undoImport(coordinator(), { municipality, importId: told[0]?.importId ?? '' });
		await expect(applyImport(coordinator(), input)).rejects.toMatchObject({ code: 'import.draft-unknown' });
	});

	test('single values are corrected by the reader’s own rules, and the question is gone', async () => {
		const shown = await preview(2023, ['4;Titel;Energi;Noget uforståeligt;Lilla;Tekst;Ekstern']);
		const own = (view: typeof shown) => view.questions.filter(({ number }) => number === '4').map(({ field }) => field);
		expect(own(shown)).toEqual(['state', 'progress']);
		const draft = { municipality, draftId: shown.draftId };
		const values = [
			{ number: '4', field: 'progress' as const, text: 'gul' },
			{ number: '4', field: 'state' as const, text: 'Sat i bero' },
		];
		const corrected = await correctImportDraft(coordinator(), { ...draft, values });
		expect(own(corrected)).toEqual([]);
		expect(corrected.initiatives[0]).toMatchObject({ progress: 'yellow', state: 'on hold', stateText: 'Sat i bero', remark: 'Tekst' });
		expect(corrected.initiatives[0]?.source.cells).toMatchObject({ progress: 'Lilla' });
		await expect(applyImport(coordinator(), { ...draft, basis: shown.basis })).rejects.toMatchObject({
			code: 'import.changed-since-preview',
		});
		const bad = [{ number: '4', field: 'startDate' as const, text: 'snart' }];
		await expect(correctImportDraft(coordinator(), { ...draft, values: bad })).rejects.toMatchObject({ code: 'import.value-unreadable' });
		const emptied = await correctImportDraft(coordinator(), { ...draft, values: [{ number: '4', field: 'remark', text: null }] });
		expect(emptied.initiatives[0]?.remark).toBeNull();
		expect(emptied.corrections).toHaveLength(3);
	});

	test('columns are corrected, the stored document is read again, and the municipality remembers', async () => {
		const headings = 'Nr.;Indsats;Ting';
		const shown = await preview(2023, ['5;Titel;Igangsat'], headings);
		expect(shown.initiatives[0]?.state).toBeNull();
		const mapping = shown.mappings.map((each) => ({
			...each,
			columns: each.columns.map((column) => (column.heading === 'Ting' ? { ...column, field: 'state' as const } : column)),
		}));
		const draft = { municipality, draftId: shown.draftId };
		const corrected = await correctImportDraft(coordinator(), { ...draft, mapping });
		expect(corrected.initiatives[0]).toMatchObject({ state: 'in progress', stateText: 'Igangsat' });
		expect(await preview(2024, ['5;Titel;Planlægning'], headings)).toMatchObject({ mappingRemembered: false });
		await correctImportDraft(coordinator(), { ...draft, mapping, remember: true });
		const next = await preview(2024, ['5;Titel;Planlægning'], headings);
		expect(next).toMatchObject({ mappingRemembered: true });
		expect(next.initiatives[0]?.state).toBe('planning');
	});

	test('two columns for one field are refused, and nothing is changed', async () => {
		const shown = await preview(2023, ['5;Titel;Energi'], 'Nr.;Indsats;Sektor');
		const mapping = shown.mappings.map((each) => ({
			...each,
			columns: each.columns.map((column) => (column.heading === 'Sektor' ? { ...column, field: 'title' as const } : column)),
		}));
		const draft = { municipality, draftId: shown.draftId };
		await expect(correctImportDraft(coordinator(), { ...draft, mapping, remember: true })).rejects.toMatchObject({
			kind: 'invalid',
			code: 'import.same-field',
			details: { field: 'title', first: 'Indsats', second: 'Sektor' },
		});
		expect((await viewImportDraft(coordinator(), draft)).mappings).toEqual(shown.mappings);
	});

	test('columns with very many long headings are remembered too, and nothing when the correction fails', async () => {
		const names = Array.from({ length: 60 }, (_, place) => `Ting ${place} ${'meget langt navn '.repeat(6)}`.trim());
		const headings = ['Nr.', 'Indsats', ...names].join(';');
		const shown = await preview(2023, [`5;Titel;Igangsat${';x'.repeat(59)}`], headings);
		const mapping = shown.mappings.map((each) => ({
			...each,
			columns: each.columns.map((column, place) => (place === 2 ? { ...column, field: 'state' as const } : column)),
		}));
		const draft = { municipality, draftId: shown.draftId };
		const bad = [{ number: '5', field: 'startDate' as const, text: 'snart' }];
		await expect(correctImportDraft(coordinator(), { ...draft, mapping, values: bad, remember: true })).rejects.toMatchObject({
			code: 'import.value-unreadable',
		});
		const rows = [`5;Titel;Planlægning${';x'.repeat(59)}`];
		expect(await preview(2024, rows, headings)).toMatchObject({ mappingRemembered: false });
		await correctImportDraft(coordinator(), { ...draft, mapping: [...mapping, ...mapping], remember: true });
		const next = await preview(2024, rows, headings);
		expect(next).toMatchObject({ mappingRemembered: true });
		expect(next.initiatives[0]?.state).toBe('planning');
	});

	test('other columns keep the corrections whose row is found again, and tell of the others', async () => {
		const shown = await preview(2023, ['11;7;Et;Igangsat', '12;8;To;Igangsat', '13;12;Tre;Igangsat'], 'Nr.;Id;Indsats;Status');
		const draft = { municipality, draftId: shown.draftId };
		const values = [
			{ number: '11', field: 'state' as const, text: 'Sat i bero' },
			{ number: '12', field: 'title' as const, text: 'Andet' },
		];
		await correctImportDraft(coordinator(), { ...draft, values });
		const change = (number: string) =>
			shown.mappings.map((each) => ({
				...each,
				columns: each.columns.map((column) => ({
					...column,
					field: column.heading === number ? ('number' as const) : ['Nr.', 'Id'].includes(column.heading) ? null : column.field,
				})),
			}));
		const same = await correctImportDraft(coordinator(), { ...draft, mapping: change('Nr.') });
		expect(same.corrections).toEqual(values);
		expect(same.initiatives.map(({ state, title }) => [state, title])).toEqual([
			['on hold', 'Et'],
			['in progress', 'Andet'],
			['in progress', 'Tre'],
		]);
		const other = await correctImportDraft(coordinator(), { ...draft, mapping: change('Id') });
		expect(other.initiatives.map(({ number, state, title }) => [number, state, title])).toEqual([
			['7', 'in progress', 'Et'],
			['8', 'in progress', 'To'],
			// Number 12 is another row than the one that was corrected.
			['12', 'in progress', 'Tre'],
		]);
		expect(other.corrections).toEqual([]);
		expect(other.problems.filter(({ code }) => code === 'correction.dropped')).toMatchObject([
			{ severity: 'note', value: '11', field: 'state', text: 'Sat i bero' },
			{ severity: 'note', value: '12', field: 'title', text: 'Andet' },
		]);
		const renumbered = await correctImportDraft(coordinator(), { ...draft, values: [{ number: '7', field: 'number', text: '70' }] });
		expect(renumbered.initiatives.map(({ number }) => number)).toEqual(['70', '8', '12']);
		await correctImportDraft(coordinator(), { ...draft, values: [{ number: '70', field: 'remark', text: 'Rettet' }] });
		const again = await correctImportDraft(coordinator(), { ...draft, mapping: change('Id') });
		expect(again.initiatives[0]).toMatchObject({ number: '70', remark: 'Rettet' });
		expect(again.corrections).toHaveLength(2);
	});

	test('an upload is its municipality’s own, and expires', async () => {
		const shown = await preview(2023, ['6;Titel;Energi;Igangsat;Grøn;Tekst;Ekstern']);
		const neighbour = makeContext(database, actors.neighbour, now);
		await expect(viewImportDraft(neighbour, { municipality, draftId: shown.draftId })).rejects.toMatchObject({ kind: 'forbidden' });
		await expect(viewImportDraft(neighbour, { municipality: 'ballerup', draftId: shown.draftId })).rejects.toMatchObject({
			code: 'import.draft-unknown',
		});
		desk.wait(25 * 60 * 60 * 1000);
		await expect(applyImport(coordinator(), { municipality, draftId: shown.draftId })).rejects.toMatchObject({
			code: 'import.draft-unknown',
		});
		await expect(viewImportDraft(coordinator(), { municipality, draftId: 'x' })).rejects.toMatchObject({ code: 'import.draft-unknown' });
		await preview(2023, ['6;Titel;Energi;Igangsat;Grøn;Tekst;Ekstern']);
		expect(await desk.server.sql(`select count(*)::int as count from import_draft where municipality_code = '0340'`)).toEqual([
			{ count: 1 },
		]);
	});

	test('a document whose rows contradict each other is shown and not stored', async () => {
		const shown = await preview(2023, ['7;Et;Energi;Igangsat;Grøn;A;Ekstern', '7;To;Energi;Planlægning;Gul;B;Ekstern']);
		await expect(applyImport(coordinator(), { municipality, draftId: shown.draftId })).rejects.toMatchObject({
			kind: 'invalid',
			code: 'import.has-errors',
		});
	});

	test('readers may not import, and an unusable file stores nothing', async () => {
		const bytes = writeTable(['1;A;B;C;D;E;F']);
		const reader = makeContext(database, actors.reader);
		await expect(previewImport(reader, { municipality, year: 2023, fileName: 'a.csv', bytes })).rejects.toMatchObject({
			code: 'access.denied',
		});
		const count = () => desk.server.sql(`select count(*)::int as count from import_draft`);
		const before = await count();
		const empty = { municipality, year: 2023, fileName: 'a.csv', bytes: new Uint8Array() };
		await expect(previewImport(coordinator(), empty)).rejects.toMatchObject({ kind: 'invalid', code: 'document.empty' });
		await expect(previewImport(coordinator(), { ...empty, year: 12 })).rejects.toMatchObject({ code: 'round.year-form' });
		expect(await count()).toEqual(before);
	});
});
