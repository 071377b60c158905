import { afterAll, beforeAll, expect, test } from 'vitest';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { actors, makeContext } from '../../../test/context.ts';
import { prepareShortPlan, shortPlanLength } from '../../../test/example-database.ts';
import { viewRound } from '../followup/view-round.ts';
import { applyImport } from '../imports/apply-import.ts';
import { previewImport } from '../imports/preview-import.ts';
import { undoImport } from '../imports/undo-import.ts';
import { verifyInstallation } from '../operation/verify-installation.ts';
import { editInitiative } from '../plan-changes/edit-initiative.ts';
import { listInitiatives } from '../plan/list-initiatives.ts';
import { viewInitiative } from '../plan/view-initiative.ts';
import { assignPersons } from '../round/assign-persons.ts';
import { listOwnAnswers } from '../round/list-own-answers.ts';
import { openRound } from '../round/open-round.ts';
import { correctRound, previewCorrection } from './correct-round.ts';
import { publishRound } from './publish-round.ts';
import { renderReport } from './render-report.ts';
import { viewPublishing } from './view-publishing.ts';

/* The year after: a published round stands, and the next one begins. */
let desk: RoundDesk;
beforeAll(async () => {
	desk = await openRoundDesk(await prepareShortPlan());
	await desk.open('presented');
	await publishRound(desk.coordinator(), { municipality, year });
});
afterAll(() => desk.server.close());

/** What everybody sees of the published round, without the counts of edits. */
async function readPublished() {
	const place = { municipality, year };
	const { report, hash } = await viewRound(desk.reader(), place);
	const { bytes } = await renderReport(desk.reader(), { ...place, format: 'pdf', layout: 'landscape', locale: 'da' });
	const { lines } = await listInitiatives(desk.reader(), place);
	const { breaches } = await verifyInstallation(makeContext(desk.database, actors.installer, desk.now));
	const kept = lines.map(({ initiative: { version: _, ...initiative }, assessment }) => ({ initiative, assessment }));
	return { report, hash, file: Buffer.from(bytes).toString('base64'), kept, breaches };
}

const openNext = () =>
	openRound(desk.coordinator(), {
		...{ municipality, year: 2025, deadline: '2027-05-01', askedFields: ['state'], remarkLimit: 600, contact: null },
	});

test('a document of the year after is taken in and taken back again', async () => {
	const before = await readPublished();
	const place = { municipality, year: 2025 };
	const takeIn = async () => {
		const bytes = new TextEncoder().encode('Nr.;Indsats;Status\n1;Et andet navn;Igangsat\n84;En ny indsats;Igangsat');
		const shown = await previewImport(desk.coordinator(), { ...place, fileName: 'status.csv', bytes });
		return applyImport(desk.coordinator(), { municipality, draftId: shown.draftId, basis: shown.basis });
	};
	const { importId } = await takeIn();
	expect(await readPublished()).toEqual(before);
	expect((await listInitiatives(desk.reader(), place)).lines[0]?.initiative.title).toBe('Et andet navn');
	await undoImport(desk.coordinator(), { municipality, importId });
	expect(await readPublished()).toEqual(before);
});

test('a round is opened after one that is published, and what was published stays as it is', async () => {
	const before = await readPublished();
	expect(before.breaches).toEqual([]);
	expect(await openNext()).toMatchObject({ year: 2025, unassigned: shortPlanLength });
	expect(await readPublished()).toEqual(before);
	const coordinator = desk.coordinator();
	const { version } = (await viewInitiative(coordinator, { municipality, number: '4', year: 2025 })).initiative;
	await editInitiative(coordinator, { municipality, number: '4', version, fields: { title: 'Et andet navn' } });
	expect(await readPublished()).toEqual(before);
	const correction = { municipality, year, version: 1, reason: 'Farven var forkert', plan: 'as published' } as const;
	// What the form says of it: the later round's words are not this one's, whichever plan is chosen.
	expect(await viewPublishing(coordinator, { municipality, year, locale: 'da' })).toMatchObject({ keepsPlan: true });
	const corrections = [{ number: '1', change: { progress: 'green' } }] as const;
	const { differences } = await previewCorrection(coordinator, { ...correction, plan: 'as it is now', corrections });
	expect(differences.filter(({ field }) => field === 'title')).toEqual([]);
	await correctRound(coordinator, { ...correction, corrections });
	expect((await viewRound(desk.reader(), { municipality, year })).report.version).toBe(2);
});

test('who comes to the published round by an old mail is told of the one that runs', async () => {
	const anna = await desk.addOwner('Prøveperson', []);
	const list = async (of: number) => (await listOwnAnswers(desk.as(anna), { municipality, year: of })).newer;
	expect(await list(year)).toBeNull();
	await assignPersons(desk.coordinator(), { municipality, year: 2025, numbers: ['1', '2'], personIds: [anna] });
	expect([await list(year), await list(2025)]).toEqual([{ year: 2025, total: 2 }, null]);
});

test('nothing is moved out of a published round, into it, or out of what it kept of the plan', async () => {
	for (const statement of [
		`update assessment set year = 2025 where year = 2024`,
		`update assessment set year = 2024 where year = 2023`,
		`update round_line set year = 2025 where year = 2024`,
		`update round_line set content = content || '{"title": "x"}' where year = 2024`,
		`delete from round_line where year = 2024`,
	]) {
		await expect(desk.server.sql(statement), statement).rejects.toMatchObject({ code: 'FR001' });
	}
});
