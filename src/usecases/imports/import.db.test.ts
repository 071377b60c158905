import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { parseCalendarDate, type CalendarDate } from '#domain/shared/calendar-date.ts';
import { colourLabel } from '#text/labels.ts';
import { actors, makeContext } from '../../../test/context.ts';
import { openImportDesk, writeTable, type ImportDesk } from '../../../test/import-desk.ts';
import type { Context } from '../context.ts';
import { listInitiatives } from '../plan/list-initiatives.ts';
import { viewInitiative } from '../plan/view-initiative.ts';
import { viewMunicipality } from '../plan/view-municipality.ts';
import { applyImport } from './apply-import.ts';
import { listImports } from './list-imports.ts';
import { previewImport } from './preview-import.ts';
import { undoImport } from './undo-import.ts';

const municipality = 'soroe';
let desk: ImportDesk;
let database: Database;
beforeAll(async () => {
	desk = await openImportDesk(municipality);
	({ database } = desk);
});
afterAll(() => desk.server.close());

const day = (text: string): CalendarDate | null => parseCalendarDate(text) ?? null;
const coordinator = (): Context => desk.coordinator();
const preview: ImportDesk['preview'] = (year, rows, headings) => desk.preview(year, rows, headings);
const readEverything = (): Promise<unknown> => desk.readEverything();

describe('an import', () => {
	test('shows its changes cell by cell, stores exactly them, and is undone whole', async () => {
		const before = await readEverything();
		const stored = await listInitiatives(coordinator(), { municipality });
		const first = stored.lines[0];
		const shown = await preview(2023, [
			`1;${first?.initiative.title};${first?.initiative.sector};På hold;Rød;Ny bemærkning, se indsats 4;${first?.initiative.responsible}`,
			'84;Nyt tiltag;Energi;Igangsat;Grøn;Første år;Ekstern',
		]);
		expect(shown.proposal.counts).toEqual({ new: 1, changed: 1, unchanged: 0, missing: 82 });
		expect(await readEverything()).toEqual(before);
		const changed = shown.proposal.rows[0]?.cells.filter(({ kind }) => kind === 'changed').map(({ field }) => field);
		expect(changed).toEqual(expect.arrayContaining(['state', 'progress', 'remark']));

		const applied = await applyImport(coordinator(), { municipality, draftId: shown.draftId, basis: shown.basis });
		expect(applied.counts).toEqual({ added: 1, changed: 1, unchanged: 0, missing: 82, removed: 0 });
		const one = await viewInitiative(coordinator(), { municipality, number: '1' });
		expect(one.assessment).toMatchObject({ state: 'on hold', progress: 'red', remark: 'Ny bemærkning, se indsats 4' });
		expect(one.assessment?.source).toMatchObject({ file: 'status-2023.csv', row: 2, cells: { remark: 'Ny bemærkning, se indsats 4' } });
		expect(one.relations.names).toEqual([{ kind: 'see', number: '4', title: expect.any(String) }]);
		expect(one.initiative.budget).toBe(first?.initiative.budget);
		expect(one.changes[0]).toMatchObject({ reason: 'import', who: 'coordinator', action: 'changed', importId: applied.importId });
		const added = await viewInitiative(coordinator(), { municipality, number: '84' });
		expect(added.previous?.number).toBe('1');
		expect((await viewMunicipality(coordinator(), { municipality })).total).toBe(84);

		await undoImport(coordinator(), { municipality, importId: applied.importId });
		expect(await readEverything()).toEqual(before);
		expect((await listImports(coordinator(), { municipality })).imports[0]).toMatchObject({
			canUndo: false,
			undone: { who: 'coordinator' },
		});
		await expect(undoImport(coordinator(), { municipality, importId: applied.importId })).rejects.toMatchObject({
			code: 'import.already-undone',
		});
		const history = await viewInitiative(coordinator(), { municipality, number: '1' });
		expect(history.changes.slice(0, 4).map(({ reason }) => reason)).toEqual(['import undone', 'import undone', 'import', 'import']);
	});

	test('taken in twice changes nothing the second time', async () => {
		const rows = ['2;Andet navn;Energi;Igangsat;Gul;Kort;Ekstern'];
		const once = await preview(2023, rows);
		const applied = await applyImport(coordinator(), { municipality, draftId: once.draftId, basis: once.basis });
		const again = await preview(2023, rows);
		expect(again.proposal.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
		expect(again.appliedBefore?.importId).toBe(applied.importId);
		await undoImport(coordinator(), { municipality, importId: applied.importId });
	});

	test('counts as changed what is stored, and nothing for a heading in other letters', async () => {
		const headings = 'Nr.;Indsats;Afsnit;Fremdrift';
		const { lines } = await listInitiatives(coordinator(), { municipality });
		const { sections } = await viewMunicipality(coordinator(), { municipality });
		const rows = lines.slice(0, 3).map(({ initiative, assessment }, place) => {
			const title = sections.find(({ section }) => section?.id === initiative.sectionId)?.title ?? '';
			const colour = assessment?.progress && colourLabel(place === 0 ? 'red' : assessment.progress, 'da');
			return [initiative.number, initiative.title, ` ${title.toUpperCase()}`, colour ?? ''].map((cell) => `"${cell}"`).join(';');
		});
		const shown = await preview(2023, rows, headings);
		expect(shown.proposal.counts).toMatchObject({ new: 0, changed: 1, unchanged: 2 });
		const applied = await applyImport(coordinator(), { municipality, draftId: shown.draftId, basis: shown.basis });
		expect(applied.counts).toMatchObject({ added: 0, changed: 1, unchanged: 2 });
		const again = await preview(2023, rows, headings);
		expect(again.proposal.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
		const second = await applyImport(coordinator(), { municipality, draftId: again.draftId, basis: again.basis });
		expect(second.counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
		await undoImport(coordinator(), { municipality, importId: second.importId });
		await undoImport(coordinator(), { municipality, importId: applied.importId });
	});

	test('opens a new round, whose undoing waits for what was built on it', async () => {
		const before = await readEverything();
		const next = await preview(2024, ['1;Solceller;Energi;Afsluttet;Grøn;Færdig;Ekstern', '2;Andet;Energi;Igangsat;Gul;Videre;Ekstern']);
		expect(next).toMatchObject({ roundExists: false, plan: { title: expect.stringContaining('DK2020') } });
		const round = await applyImport(coordinator(), { municipality, draftId: next.draftId, basis: next.basis });
		const view = await viewMunicipality(coordinator(), { municipality });
		expect(view.rounds.map(({ year }) => year)).toEqual([2024, 2023]);
		expect(view.comparison).toMatchObject({ earlierYear: 2023, laterYear: 2024 });
		const history = await viewInitiative(coordinator(), { municipality, number: '1' });
		expect(history.history.map(({ round: { year } }) => year)).toEqual([2023, 2024]);
		expect(history.lastAssessed).toBeNull();
		const kept = await viewInitiative(coordinator(), { municipality, number: '6' });
		expect(kept).toMatchObject({ round: { year: 2024 }, assessment: null, legendAnswer: null, lastAssessed: { year: 2023 } });
		expect(kept.source?.file).toEqual(expect.any(String));
		expect(kept.source).toEqual(kept.lastAssessed?.assessment.source);

		const later = await preview(2024, ['2;Andet;Energi;På hold;Rød;Standset;Ekstern']);
		const second = await applyImport(coordinator(), { municipality, draftId: later.draftId, basis: later.basis });
		expect((await listImports(coordinator(), { municipality })).imports.map(({ canUndo }) => canUndo).slice(0, 2)).toEqual([true, false]);
		await expect(undoImport(coordinator(), { municipality, importId: round.importId })).rejects.toMatchObject({
			kind: 'conflict',
			code: 'import.changed-later',
		});
		await undoImport(coordinator(), { municipality, importId: second.importId });
		await undoImport(coordinator(), { municipality, importId: round.importId });
		expect(await readEverything()).toEqual(before);
	});

	test('names and dates the round, and gives an earlier name and date back when undone', async () => {
		const before = await readEverything();
		const rows = ['1;Et;Energi;Igangsat;Gul;Som før;Ekstern'];
		const first = await preview(2024, rows);
		expect(first.round).toMatchObject({ title: 'Status 2024', statusDate: null });
		const made = await applyImport(coordinator(), { municipality, draftId: first.draftId, round: { statusDate: day('2024-12-31') } });
		const show = async () => (await listImports(coordinator(), { municipality })).rounds.find(({ year }) => year === 2024);
		expect(await show()).toMatchObject({ title: 'Status 2024', statusDate: '2024-12-31' });

		const again = await preview(2024, rows);
		expect(again.round).toMatchObject({ title: 'Status 2024', statusDate: '2024-12-31' });
		const same = await applyImport(coordinator(), { municipality, draftId: again.draftId });
		expect(await show()).toMatchObject({ title: 'Status 2024', statusDate: '2024-12-31' });
		const third = await preview(2024, rows);
		const renamed = await applyImport(coordinator(), {
			municipality,
			draftId: third.draftId,
			round: { title: 'Årsstatus', statusDate: null },
		});
		expect(await show()).toMatchObject({ title: 'Årsstatus', statusDate: null });
		await expect(undoImport(coordinator(), { municipality, importId: made.importId })).rejects.toMatchObject({
			code: 'import.changed-later',
		});
		await undoImport(coordinator(), { municipality, importId: renamed.importId });
		expect(await show()).toMatchObject({ title: 'Status 2024', statusDate: '2024-12-31' });
		for (const { importId } of [same, made]) await undoImport(coordinator(), { municipality, importId });
		expect(await readEverything()).toEqual(before);
	});

	test('compares a new round with the one before, and stores it whole', async () => {
		const before = await readEverything();
		const rows = ['1;Et;Energi;Igangsat;Gul;Som før;Ekstern', '2;To;Energi;Igangsat;Gul;Videre;Ekstern'];
		const first = await preview(2024, rows);
		expect(first).toMatchObject({ roundExists: false, comparedYear: 2023 });
		const old = await applyImport(coordinator(), { municipality, draftId: first.draftId, basis: first.basis });
		const headings = 'Nr.;Indsats;Sektor;Status;Fremdrift;Hovedansvarlig';
		const next = await preview(2025, ['1;Et;Energi;Igangsat;Gul;Ekstern', '2;To;Energi;Igangsat;Grøn;Ekstern'], headings);
		expect(next.comparedYear).toBe(2024);
		const shown = next.proposal.rows.slice(0, 2).map(({ cells }) => cells.filter(({ kind }) => kind !== 'unchanged' && kind !== 'kept'));
		// The document has no remarks, so the new round will have none: that is shown, too.
		expect(shown[0]).toEqual([{ field: 'remark', before: 'Som før', after: null, kind: 'cleared' }]);
		expect(shown[1]?.map(({ field, kind }) => [field, kind])).toEqual([
			['progress', 'changed'],
			['remark', 'cleared'],
		]);
		const applied = await applyImport(coordinator(), { municipality, draftId: next.draftId, basis: next.basis });
		const one = await viewInitiative(coordinator(), { municipality, number: '1' });
		const stored = one.history.map(({ round, assessment }) => [round.year, assessment.state, assessment.progress, assessment.remark]);
		expect(stored.slice(1)).toEqual([
			[2024, 'in progress', 'yellow', 'Som før'],
			[2025, 'in progress', 'yellow', null],
		]);
		for (const { importId } of [applied, old]) await undoImport(coordinator(), { municipality, importId });
		expect(await readEverything()).toEqual(before);
	});

	test('that says the same as last year makes a round of unchanged lines', async () => {
		const before = await readEverything();
		const rows = ['1;Et;Energi;Igangsat;Gul;Som før;Ekstern'];
		const old = await preview(2024, rows);
		const first = await applyImport(coordinator(), { municipality, draftId: old.draftId });
		const again = await preview(2025, rows);
		expect(again.proposal.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
		const second = await applyImport(coordinator(), { municipality, draftId: again.draftId, basis: again.basis });
		const { history } = await viewInitiative(coordinator(), { municipality, number: '1' });
		expect(history.map(({ round, assessment }) => [round.year, assessment.stateText]).slice(1)).toEqual([
			[2024, 'Igangsat'],
			[2025, 'Igangsat'],
		]);
		for (const { importId } of [second, first]) await undoImport(coordinator(), { municipality, importId });
		expect(await readEverything()).toEqual(before);
	});

	test('of an older year keeps the plan as it is now', async () => {
		const before = await readEverything();
		const old = await preview(2022, ['1;Gammel titel;Gammel sektor;Planlægning;Hvid;Før;Nogen']);
		const fields = old.proposal.rows[0]?.cells.filter(({ kind }) => kind === 'added' || kind === 'changed').map(({ field }) => field);
		expect(fields).toEqual(expect.arrayContaining(['state', 'progress', 'remark']));
		expect(fields).not.toContain('title');
		const applied = await applyImport(coordinator(), { municipality, draftId: old.draftId, basis: old.basis });
		const one = await viewInitiative(coordinator(), { municipality, number: '1' });
		expect(one.initiative.title).not.toBe('Gammel titel');
		expect(one.history.map(({ round, assessment }) => [round.year, assessment.progress])).toEqual([
			[2022, 'white'],
			[2023, expect.any(String)],
		]);
		await undoImport(coordinator(), { municipality, importId: applied.importId });
		expect(await readEverything()).toEqual(before);
	});

	test('takes missing initiatives out only when told to, and old rounds keep them', async () => {
		const before = await readEverything();
		const next = await preview(2024, ['1;Solceller;Energi;Igangsat;Grøn;Godt;Ekstern']);
		const { importId, counts } = await applyImport(coordinator(), { municipality, draftId: next.draftId, missing: 'remove' });
		expect(counts).toMatchObject({ missing: 82, removed: 82 });
		expect((await viewMunicipality(coordinator(), { municipality })).total).toBe(1);
		expect((await listInitiatives(coordinator(), { municipality, year: 2023 })).total).toBe(83);
		await undoImport(coordinator(), { municipality, importId });
		expect(await readEverything()).toEqual(before);
	});

	test('makes the plan where there is none, and undoing takes it away again', async () => {
		const context = makeContext(database, { ...actors.coordinator, municipalityCode: '0330' });
		const bytes = writeTable(['1;Varmepumper;Energi;Igangsat;Grøn;I gang;Teknik', '2;Se også indsats 1;Energi;Planlægning;Hvid;;Teknik']);
		const shown = await previewImport(context, { municipality: 'slagelse', year: 2025, fileName: 'klima.csv', bytes });
		expect(shown).toMatchObject({ plan: null, proposal: { counts: { new: 2 } } });
		const plan = { title: 'Klimaplan', periodStart: 2024, periodEnd: 2028 };
		const { importId } = await applyImport(context, { municipality: 'slagelse', draftId: shown.draftId, basis: shown.basis, plan });
		expect(await viewMunicipality(context, { municipality: 'slagelse' })).toMatchObject({ total: 2, plan: { ...plan, legendId: null } });
		await undoImport(context, { municipality: 'slagelse', importId });
		expect(await viewMunicipality(context, { municipality: 'slagelse' })).toMatchObject({ plan: null });
	});

	test('of a plan without any status makes lines and no round, and reads as unchanged again', async () => {
		const context = makeContext(database, { ...actors.coordinator, municipalityCode: '0336' });
		const bytes = writeTable(['1;Varmepumper;Energi', '2;Ladestandere;Transport'], 'Nr.;Indsats;Sektor');
		const input = { municipality: 'stevns', year: 2025, fileName: 'plan.csv', bytes };
		const shown = await previewImport(context, input);
		await applyImport(context, { municipality: 'stevns', draftId: shown.draftId, basis: shown.basis });
		expect(await viewMunicipality(context, { municipality: 'stevns' })).toMatchObject({ total: 2, round: null });
		expect((await previewImport(context, input)).proposal.counts).toMatchObject({ changed: 0, unchanged: 2 });
	});
});
