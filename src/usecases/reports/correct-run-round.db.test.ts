import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareShortPlan } from '../../../test/example-database.ts';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { hashContent, writeCanonicalJson } from '#reports/canonical-json.ts';
import { parseFrozenRound } from '#reports/frozen-round-schema.ts';
import { viewRound } from '../followup/view-round.ts';
import { viewInitiative } from '../plan/view-initiative.ts';
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
	desk = await openRoundDesk(await prepareShortPlan());
	await desk.open('review');
	const change = { state: 'in progress', fulfilment: 'yellow', remark: 'Godt i gang' } as const;
	const edits = [{ number: '1', version: await desk.getVersion('1'), change }];
	await editAssessments(desk.coordinator(), { ...place, edits });
	// A remark that was carried over may be longer than the round's limit, and one initiative was never assessed.
	await desk.server.sql(`update assessment set remark = repeat('Lang ', 180) where year = 2024`);
	await desk.server.sql(`delete from assessment where year = 2023
		and initiative_id = (select id from initiative where municipality_code = '0340' and number = '82')`);
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
	const readPageReason = async () => (await viewInitiative(desk.reader(), { municipality, number: '1' })).colourReason;
	expect(await readPageReason()).toBe('Leverandøren er gået konkurs');
	expect((await publishing()).colourReasons.size).toBe(1);
	expect(content.correction?.differences.map(({ field, after }) => [field, after])).toEqual([
		['progress', colour],
		['colourReason', 'Leverandøren er gået konkurs'],
	]);
	const [kept] = await desk.server.sql<{ after: { colourReason: string }; note: string }>(
		`select after, note from change where entity = 'answer' order by id desc limit 1`,
	);
	expect(kept).toMatchObject({ after: { colourReason: 'Leverandøren er gået konkurs' }, note: 'Farven var forkert' });
	// A remark that was too long already stands in nobody's way.
	expect(content.lines.find(({ initiative }) => initiative.number === '1')?.assessment?.remark?.length).toBeGreaterThan(600);
	// Back to the guide's colour, the reason explains nothing.
	const back = [{ number: '1', change: { progress: row.assessment?.progress ?? null } }];
	await correctRound(desk.coordinator(), { ...correction, version: 2, corrections: back });
	expect((await publishing()).colourReasons.size).toBe(0);
	expect(await readPageReason()).toBeNull();
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

test('what is no matter of the correction stays as it was published, whatever has happened to earlier rounds', async () => {
	const { content: before } = await viewRound(desk.reader(), place);
	await desk.server.sql(`update assessment set state = 'on hold' where year = 2023`);
	const correction = { ...place, version: 5, reason: 'Forkert sagsnummer', plan: 'as published', corrections: [] } as const;
	const meeting = { body: 'Klimaudvalget', date: '2026-05-21', caseNumber: '24/200' };
	await correctRound(desk.coordinator(), { ...correction, facts: { meeting } });
	const { content: after } = await viewRound(desk.reader(), place);
	expect(after.path).toEqual(before.path);
	expect(after.comparison).toEqual(before.comparison);
	expect(after.correction?.facts?.map(({ field }) => field)).toEqual(['caseNumber']);
});

test('a report of before comparisons had every initiative is corrected without calling any of them new', async () => {
	const [row] = await desk.server.sql<{ content: string }>(`select content from status_report where version = 6`);
	const frozen = parseFrozenRound(row?.content ?? '');
	const silent = frozen.comparison?.changes.filter(({ kind }) => kind === 'still not assessed') ?? [];
	expect(silent).toHaveLength(1);
	const changes = frozen.comparison?.changes.filter(({ kind }) => kind !== 'still not assessed') ?? [];
	const { 'still not assessed': _silent, 'newly assessed': _newly, ...counts } = frozen.figures.changes ?? {};
	const older = writeCanonicalJson({
		...frozen,
		isRun: undefined,
		comparison: { ...frozen.comparison, changes },
		figures: { ...frozen.figures, changes: counts },
	});
	await desk.server.sql(`alter table status_report disable trigger refuse_rewriting`);
	await desk.server.sql(`update status_report set content = $1, sha256 = $2 where version = 6`, [older, hashContent(older)]);
	await desk.server.sql(`alter table status_report enable trigger refuse_rewriting`);
	const correction = { ...place, version: 6, reason: 'Forkert sagsnummer', plan: 'as published', corrections: [] } as const;
	await expect(correctRound(desk.coordinator(), correction)).rejects.toMatchObject({ code: 'report.nothing-corrected' });
	const meeting = { body: 'Klimaudvalget', date: '2026-05-21', caseNumber: '24/300' };
	await correctRound(desk.coordinator(), { ...correction, facts: { meeting } });
	const { content } = await viewRound(desk.reader(), place);
	expect(content.version).toBe(7);
	expect(content.figures.changes).toMatchObject({ new: 0, 'still not assessed': 1 });
});
