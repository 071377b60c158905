import { afterAll, beforeAll, expect, test } from 'vitest';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { viewRound } from '../followup/view-round.ts';
import { editAssessments } from '../round/edit-assessments.ts';
import { setStatusDate } from '../round/set-status-date.ts';
import { viewBoard } from '../round/view-board.ts';
import { correctRound, previewCorrection } from './correct-round.ts';
import { publishRound } from './publish-round.ts';
import { viewPublishing } from './view-publishing.ts';

/* A round that was run here, with a reading guide: its corrections follow the rules that its answers followed. */
const place = { municipality, year };
let desk: RoundDesk;

beforeAll(async () => {
	desk = await openRoundDesk();
	await desk.open('review');
	const change = { state: 'in progress', fulfilment: 'yellow', remark: 'Godt i gang' } as const;
	const edits = [{ number: '1', version: await desk.getVersion('1'), change }];
	await editAssessments(desk.coordinator(), { ...place, edits });
	await desk.step('approved');
	await desk.step('presented');
});
afterAll(() => desk.server.close());

const publishing = () => viewPublishing(desk.coordinator(), { ...place, locale: 'da' });

test('the day that a report describes is set until it is published, also when the answers lie fast', async () => {
	await setStatusDate(desk.coordinator(), { ...place, statusDate: '2099-01-01' });
	expect(await publishing()).toMatchObject({ statusDate: '2099-01-01', isAhead: true });
	await expect(setStatusDate(desk.coordinator(), { ...place, statusDate: 'i maj' })).rejects.toMatchObject({
		code: 'round.status-date-form',
	});
	await expect(setStatusDate(desk.reader(), { ...place, statusDate: null })).rejects.toMatchObject({ code: 'access.denied' });
	await setStatusDate(desk.coordinator(), { ...place, statusDate: '2026-02-01' });
	expect(await publishing()).toMatchObject({ statusDate: '2026-02-01', isAhead: false });
	await publishRound(desk.coordinator(), place);
	await expect(setStatusDate(desk.coordinator(), { ...place, statusDate: '2026-03-01' })).rejects.toMatchObject({
		code: 'round.published',
	});
});

test('a corrected colour against the guide needs a reason, which the new version tells', async () => {
	const row = await desk.getRow('1');
	expect(row.guide).toMatchObject({ kind: 'colour' });
	const correction = { ...place, version: 1, reason: 'Farven var forkert', plan: 'as published' } as const;
	const colour = row.assessment?.progress === 'red' ? 'green' : 'red';
	const correct = (change: object) => correctRound(desk.coordinator(), { ...correction, corrections: [{ number: '1', change }] });
	await expect(correct({ progress: colour })).rejects.toMatchObject({ code: 'report.colour-reason-missing', details: { number: '1' } });
	await expect(correct({ progress: colour, colourReason: ' ' })).rejects.toMatchObject({ code: 'report.colour-reason-missing' });
	await expect(correct({ remark: 'x'.repeat(601) })).rejects.toMatchObject({ code: 'report.remark-too-long', details: { limit: 600 } });
	expect((await viewRound(desk.reader(), place)).report.version).toBe(1);
	await correct({ progress: colour, colourReason: 'Leverandøren er gået konkurs' });
	const { content } = await viewRound(desk.reader(), place);
	expect(content.version).toBe(2);
	expect(content.lines.find(({ initiative }) => initiative.number === '1')).toMatchObject({
		assessment: { progress: colour },
		colourReason: 'Leverandøren er gået konkurs',
	});
	expect((await publishing()).colourReasons.size).toBe(1);
	// Back to the guide's colour, the reason explains nothing.
	const back = [{ number: '1', change: { progress: row.assessment?.progress ?? null } }];
	await correctRound(desk.coordinator(), { ...correction, version: 2, corrections: back });
	expect((await publishing()).colourReasons.size).toBe(0);
});

test('the day, the meeting and the case number can be corrected, alone', async () => {
	const correction = { ...place, version: 3, reason: 'Forkert sagsnummer', plan: 'as published', corrections: [] } as const;
	const meeting = { body: 'Klimaudvalget', date: '2026-05-21', caseNumber: '24/117' };
	await expect(
		previewCorrection(desk.coordinator(), { ...correction, facts: { meeting: { ...meeting, body: '' } } }),
	).rejects.toMatchObject({
		code: 'round.meeting-missing',
	});
	await expect(previewCorrection(desk.coordinator(), { ...correction, facts: { statusDate: 'nu' } })).rejects.toMatchObject({
		code: 'round.status-date-form',
	});
	const facts = { statusDate: '2026-02-15', meeting };
	const preview = await previewCorrection(desk.coordinator(), { ...correction, facts });
	expect(preview.facts).toEqual([
		{ field: 'statusDate', before: '2026-02-01', after: '2026-02-15' },
		{ field: 'meetingDate', before: '2026-05-20', after: '2026-05-21' },
		{ field: 'caseNumber', before: '24/123', after: '24/117' },
	]);
	await correctRound(desk.coordinator(), { ...correction, facts, sha256: preview.sha256 });
	const { report } = await viewRound(desk.reader(), place);
	expect(report.meeting).toBe('Klimaudvalget 21. maj 2026, sag 24/117');
	expect(report.correction?.differences).toEqual([
		'Statusdato: »1. februar 2026« → »15. februar 2026«',
		'Mødets dato: »20. maj 2026« → »21. maj 2026«',
		'Sagsnummer: »24/123« → »24/117«',
	]);
	expect((await viewBoard(desk.coordinator(), place)).statusDate).toBe('2026-02-15');
	// The next correction keeps what this one corrected.
	const next = { ...correction, version: 4, corrections: [{ number: '2', change: { remark: 'Ny bemærkning' } }] };
	await correctRound(desk.coordinator(), next);
	expect((await viewRound(desk.reader(), place)).report.meeting).toBe('Klimaudvalget 21. maj 2026, sag 24/117');
});
