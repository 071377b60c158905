import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashContent } from '#reports/canonical-json.ts';
import { parseFrozenRound } from '#reports/frozen-round-schema.ts';
import { listForms, nameForm } from '#reports/report-form.ts';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import { createTestDatabase, prepareTemplate, type TestDatabase } from '../../../test/database.ts';
import { prepareShortPlan, shortPlanLength } from '../../../test/example-database.ts';
import type { Context } from '../context.ts';
import { viewRound } from '../followup/view-round.ts';
import { viewInitiative } from '../plan/view-initiative.ts';
import { viewMunicipality } from '../plan/view-municipality.ts';
import { checkHash } from './check-hash.ts';
import { correctRound, previewCorrection } from './correct-round.ts';
import { publishRound } from './publish-round.ts';
import { renderReport } from './render-report.ts';
import { viewPublishing } from './view-publishing.ts';

const place = { municipality: 'soroe', year: 2024 };

/** A later round: the first one's answers, with initiative 1 slipped and 23 better. */
const addRoundOf = (year: number) => `
	insert into status_round (municipality_code, plan_id, year, title, status_date, source, is_public, changed_at)
		select municipality_code, plan_id, ${year}, 'Status ${year}', '${year}-05-01', 'Prøve', true, changed_at
		from status_round where municipality_code = '0340' and year = 2023;
	insert into assessment (municipality_code, plan_id, year, initiative_id, state, state_text, progress, fulfilment, fulfilment_text, remark, source, changed_at)
		select a.municipality_code, a.plan_id, ${year}, a.initiative_id, a.state, a.state_text,
			case i.number when '1' then 'red' when '23' then 'green' else a.progress end, a.fulfilment, a.fulfilment_text, a.remark, a.source, a.changed_at
		from assessment a join initiative i on i.municipality_code = a.municipality_code and i.plan_id = a.plan_id and i.id = a.initiative_id
		where a.municipality_code = '0340' and a.year = 2023`;

let server: TestDatabase;
let database: Database;
let coordinator: Context;
let reader: Context;

async function open(template?: string) {
	server = await createTestDatabase(template ?? (await prepareShortPlan()));
	database = await server.open();
	if (!template) await server.sql(addRoundOf(2024));
	coordinator = makeContext(database, actors.coordinator);
	reader = makeContext(database, actors.reader);
}

/** The same with the round of 2024 published, which takes a dozen files to make: once for all who begin with it. */
async function openPublished() {
	const publish = async (copy: Pick<TestDatabase, 'open' | 'sql'>) => {
		await copy.sql(addRoundOf(2024));
		await publishRound(makeContext(await copy.open(), actors.coordinator), place);
	};
	await open(await prepareTemplate('published', publish, await prepareShortPlan()));
}

const renameAll = `update initiative set title = title || ' (nyt navn)', deadline = '2029-12-31' where municipality_code = '0340'`;
const form = { format: 'pdf', layout: 'landscape', locale: 'da' } as const;
const countRows = async (table: string) => Number((await server.sql<{ count: string }>(`select count(*) from ${table}`))[0]?.count);

describe('a published report', () => {
	beforeAll(openPublished);
	afterAll(() => server.close());

	test('has its content with its hash and every file in the database', async () => {
		const [row] = await server.sql<{ content: string; sha256: string; version: number }>(
			`select content, sha256, version from status_report`,
		);
		expect(row?.version).toBe(1);
		expect(hashContent(row?.content ?? '')).toBe(row?.sha256);
		const frozen = parseFrozenRound(row?.content ?? '');
		expect(frozen.lines).toHaveLength(shortPlanLength);
		expect(frozen.comparison?.changes.filter(({ kind }) => kind === 'worse' || kind === 'better')).toHaveLength(2);
		const files = await server.sql<{ name: string }>(`select name from report_file order by name`);
		expect(files.map(({ name }) => name)).toEqual(
			listForms(frozen)
				.map(nameForm)
				.toSorted((one, other) => ((one ?? '') < (other ?? '') ? -1 : 1)),
		);
	});

	test('is told of in the history and in the audit log', async () => {
		const changes = await server.sql(`select after from change where entity = 'round' and after ? 'published'`);
		expect(changes).toMatchObject([{ after: { published: 1 } }]);
		expect(await server.sql(`select who from audit_entry where event = 'report published'`)).toEqual([{ who: 'coordinator' }]);
	});

	test('stays as it was when the plan changes, also for a program started later', async () => {
		const files = [form, { ...form, layout: 'portrait' }, { ...form, format: 'docx' }, { ...form, format: 'json' }] as const;
		const before = await Promise.all(files.map((file) => renderReport(reader, { ...place, ...file })));
		const page = await viewRound(reader, place);
		await server.sql(renameAll);
		const restarted = makeContext(await server.open(), actors.reader);
		for (const context of [reader, restarted]) {
			const after = await viewRound(context, place);
			expect(after.report).toEqual(page.report);
			for (const [index, file] of files.entries()) {
				const rendered = await renderReport(context, { ...place, ...file });
				expect(Buffer.from(rendered.bytes).equals(before[index]?.bytes ?? Buffer.of())).toBe(true);
				expect(rendered.hash).toBe(page.hash);
			}
		}
		// The initiative's own page shows the plan as it is now.
		expect((await viewInitiative(reader, { municipality: 'soroe', number: '1' })).initiative.title).toContain('(nyt navn)');
	});

	test('is the same in both languages by its hash, and what the data file is', async () => {
		const { bytes, hash } = await renderReport(reader, { ...place, ...form, format: 'json' });
		expect(hashContent(bytes)).toBe(hash);
		expect((await viewRound(reader, { ...place, locale: 'en' })).hash).toBe(hash);
	});

	test.each([
		`update status_report set reason = 'x'`,
		`update status_report set content = content || ' '`,
		`delete from status_report`,
		`truncate status_report cascade`,
		`update report_file set bytes = '\\x00'`,
		`delete from report_file`,
		`truncate report_file`,
		`insert into report_file select municipality_code, plan_id, year, version, 'pdf another da', bytes, sha256 from report_file limit 1`,
		`update assessment set progress = 'green' where year = 2024`,
		`delete from assessment where year = 2024`,
		`truncate assessment cascade`,
		`truncate round_line`,
	])('is not changed by the owner of the database either: %s', async (statement) => {
		await expect(server.sql(statement)).rejects.toThrow(/only ever added to|is published|never emptied/);
	});

	test('takes no content whose hash is another', async () => {
		const forged = `insert into status_report select municipality_code, plan_id, 2023, 1, content || ' ', sha256, layout_version, who, at, reason, differences from status_report`;
		await expect(server.sql(forged)).rejects.toThrow(/status_report_sha256/);
	});

	test('is not published twice', async () => {
		await expect(publishRound(coordinator, place)).rejects.toMatchObject({ code: 'report.already-published' });
		expect(await countRows('status_report')).toBe(1);
	});

	test('is published by nobody but who may, and only where there is something', async () => {
		await expect(publishRound(reader, place)).rejects.toMatchObject({ code: 'access.denied' });
		await expect(publishRound(makeContext(database, actors.neighbour), place)).rejects.toMatchObject({ code: 'access.denied' });
		await expect(publishRound(coordinator, { ...place, year: 1999 })).rejects.toMatchObject({ code: 'round.unknown' });
		await expect(correctRound(reader, correction)).rejects.toMatchObject({ code: 'access.denied' });
		await expect(viewPublishing(reader, { ...place, locale: 'da' })).rejects.toMatchObject({ code: 'access.denied' });
	});

	test('tells a round that comes after what its figures were', async () => {
		const { comparison } = await viewRound(reader, { municipality: 'soroe', year: 2023 });
		expect(comparison).toBeNull();
		await server.sql(addRoundOf(2025));
		await server.sql(renameAll);
		const { content } = await viewRound(reader, { municipality: 'soroe', year: 2025 });
		expect(content.comparison?.earlierSha256).toBe((await viewRound(reader, place)).hash);
		const moved = content.comparison?.changes.filter(({ fields }) => fields.some(({ field }) => field === 'deadline'));
		expect(moved).toHaveLength(shortPlanLength);
	});
});

const correction = {
	...place,
	version: 1,
	reason: 'Farven var forkert',
	corrections: [{ number: '1', change: { progress: 'green', remark: 'Rettet bemærkning' } }],
	plan: 'as published',
} as const;

describe('a correction', () => {
	beforeEach(openPublished);
	afterEach(() => server.close());

	test('keeps the account and the scenario as published, and calculates the path of the corrected round', async () => {
		await server.sql(`update account_row set tonnes = tonnes * 2 where municipality_code = '0340';
			update scenario set document = replace(document::text, '13000', '99000')::jsonb where municipality_code = '0340'`);
		await correctRound(coordinator, { ...correction, corrections: [{ number: '1', change: { state: 'on hold' } }] });
		const rows = await server.sql<{ content: string }>(`select content from status_report order by version`);
		const [first, second] = rows.map(({ content }) => parseFrozenRound(content));
		expect(second?.accounts).toEqual(first?.accounts);
		expect(second?.path?.document).toEqual(first?.path?.document);
		expect(second?.path?.picture.other).toEqual(first?.path?.picture.other);
		const solar = [first, second].map((round) => round?.path?.causes.filter(({ initiative }) => initiative === '1'));
		expect(solar[1]).not.toEqual(solar[0]);
		expect(second?.path?.picture.path.at(-1)).toBeGreaterThan(first?.path?.picture.path.at(-1) ?? Infinity);
	});

	test('is a new version that names the old one, the reason and the differences; both give their own bytes', async () => {
		const first = await renderReport(reader, { ...place, ...form });
		await server.sql(renameAll);
		const preview = await previewCorrection(coordinator, correction);
		const done = await correctRound(coordinator, { ...correction, sha256: preview.sha256 });
		expect(done).toEqual({ version: 2, sha256: preview.sha256 });
		const view = await viewRound(reader, place);
		expect(view.report.version).toBe(2);
		expect(view.content.correction).toMatchObject({ replaces: { version: 1, sha256: first.hash }, reason: 'Farven var forkert' });
		expect(view.content.correction?.differences.map(({ number, field }) => [number, field])).toEqual([
			['1', 'progress'],
			['1', 'remark'],
		]);
		expect(view.report.correction?.differences[0]).toContain('»Rød« → »Grøn«');
		expect(view.versions.map(({ version }) => version)).toEqual([2, 1]);
		// Whatever has changed beside it since, the front page says when the report did.
		await server.sql(
			`update municipality_revision set revision = revision + 1, changed_at = now() + interval '1 hour' where municipality_code = '0340'`,
		);
		expect((await viewMunicipality(reader, { municipality: 'soroe' })).roundChangedAt).toEqual(view.published?.at);
		const old = await renderReport(reader, { ...place, ...form, version: 1 });
		expect(Buffer.from(old.bytes).equals(Buffer.from(first.bytes))).toBe(true);
		const corrected = await renderReport(reader, { ...place, ...form });
		expect(corrected.fileName).toBe('soroe-status-2024-v2.pdf');
		expect(corrected.hash).toBe(done.sha256);
		// What is stored is corrected too, keeps its place in the document, and says why.
		const page = await viewInitiative(reader, { municipality: 'soroe', number: '1' });
		expect(page.assessment).toMatchObject({ progress: 'green', remark: 'Rettet bemærkning' });
		const [change] = await server.sql<{ note: string }>(`select note from change where entity = 'assessment' order by id desc limit 1`);
		expect(change?.note).toBe('Farven var forkert');
		await expect(viewRound(reader, { ...place, version: 3 })).rejects.toMatchObject({ code: 'report.version-unknown' });
	});

	test('takes the plan as it is now along only when asked', async () => {
		await server.sql(renameAll);
		await expect(correctRound(coordinator, { ...correction, corrections: [] })).rejects.toMatchObject({ code: 'report.nothing-corrected' });
		const { differences } = await previewCorrection(coordinator, { ...correction, corrections: [], plan: 'as it is now' });
		expect(differences.filter(({ field }) => field === 'title')).toHaveLength(shortPlanLength);
	});

	test('names unit and tags where it takes them along, and takes none along unasked', async () => {
		const one = `select municipality_code, plan_id, id from initiative where municipality_code = '0340' and number = '1'`;
		const unit = '00000000-0000-4000-8000-000000000001';
		await server.sql(`delete from initiative_unit;
			insert into organisation_unit (municipality_code, id, name, changed_at) values ('0340', '${unit}', 'Prøveenheden', now());
			insert into initiative_unit (municipality_code, plan_id, initiative_id, unit_id) select x.*, '${unit}' from (${one}) x;
			insert into initiative_tag (municipality_code, plan_id, initiative_id, kind, value) select x.*, 'theme', 'Prøvetema' from (${one}) x`);
		await expect(correctRound(coordinator, { ...correction, corrections: [] })).rejects.toMatchObject({ code: 'report.nothing-corrected' });
		await correctRound(coordinator, correction);
		const readLine = async () => (await viewRound(reader, place)).content.lines.find(({ initiative }) => initiative.number === '1');
		expect((await readLine())?.unit).not.toBe('Prøveenheden');
		const along = { ...correction, version: 2, corrections: [], plan: 'as it is now' } as const;
		const { differences } = await previewCorrection(coordinator, along);
		expect(differences.filter(({ number }) => number === '1').map(({ field, after }) => [field, after])).toEqual([
			['unit', 'Prøveenheden'],
			['theme', 'Prøvetema'],
		]);
		await correctRound(coordinator, along);
		expect(await readLine()).toMatchObject({ unit: 'Prøveenheden', tags: [{ kind: 'theme', value: 'Prøvetema' }] });
	});

	test('needs a reason, a published report, its newest version, and what was seen', async () => {
		await expect(correctRound(coordinator, { ...correction, year: 2023 })).rejects.toMatchObject({ code: 'report.not-published' });
		await expect(correctRound(coordinator, { ...correction, reason: ' ' })).rejects.toMatchObject({ code: 'report.reason-missing' });
		await expect(correctRound(coordinator, { ...correction, version: 2 })).rejects.toMatchObject({ code: 'report.changed-meanwhile' });
		await expect(correctRound(coordinator, { ...correction, sha256: '0'.repeat(64) })).rejects.toMatchObject({
			code: 'report.changed-meanwhile',
		});
		const unknown = { ...correction, corrections: [{ number: '999', change: { progress: 'green' } }] } as const;
		await expect(correctRound(coordinator, unknown)).rejects.toMatchObject({ code: 'initiative.unknown' });
		expect(await countRows('status_report')).toBe(1);
		expect(await server.sql(`select progress from assessment where year = 2024 and remark = 'Rettet bemærkning'`)).toEqual([]);
	});
});

describe('two at once', () => {
	beforeEach(() => open());
	afterEach(() => server.close());

	test('publish one report: the second is told, and nothing is half stored', async () => {
		const other = makeContext(await server.open(), actors.coordinator);
		const outcomes = await Promise.allSettled([publishRound(coordinator, place), publishRound(other, place)]);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const refused = outcomes.find((outcome) => outcome.status === 'rejected');
		expect(refused?.reason).toMatchObject({ code: 'report.already-published' });
		expect(await countRows('status_report')).toBe(1);
		expect(await countRows('report_file')).toBe(14);
	});

	test('an answer that changes while the files are made stops the publishing', async () => {
		const { sha256 } = await viewPublishing(coordinator, { ...place, locale: 'da' });
		await server.sql(`update assessment set progress = 'yellow' where year = 2024 and progress = 'red'`);
		await expect(publishRound(coordinator, { ...place, sha256 })).rejects.toMatchObject({ code: 'report.changed-meanwhile' });
		const publishing = publishRound(coordinator, place);
		const changing = server.sql(`select pg_sleep(0.2); update assessment set progress = 'green' where year = 2024 and progress = 'yellow'`);
		await expect(publishing).rejects.toMatchObject({ code: 'report.changed-meanwhile' });
		await changing;
		expect(await countRows('report_file')).toBe(0);
	});
});

describe('a round that is run here', () => {
	beforeEach(() => open());
	afterEach(() => server.close());

	test('is read by the guide it was opened with, also when that is none', async () => {
		const { report } = await viewPublishing(coordinator, { ...place, locale: 'da' });
		expect(report.guide).not.toBeNull();
		await server.sql(`insert into round_run (municipality_code, plan_id, year, stage, deadline, asked_fields, remark_limit, changed_at)
			select municipality_code, plan_id, year, 'review', '2024-05-01', '{state}', 500, changed_at from status_round where year = 2024`);
		const unguided = await viewPublishing(coordinator, { ...place, locale: 'da' });
		expect(unguided.report.guide).toBeNull();
		expect(unguided.report.round.source).toBe('Svar fra de ansvarlige, samlet i runden');
	});

	test('is a draft that only those who work on it see, and is published by its last step', async () => {
		const runAt = (
			stage: string,
		) => `insert into round_run (municipality_code, plan_id, year, stage, deadline, asked_fields, remark_limit, legend_id, legend_version, changed_at)
			select r.municipality_code, r.plan_id, r.year, '${stage}', '2024-05-01', '{state}', 500, p.legend_id, p.legend_version, r.changed_at
			from status_round r join plan p on p.municipality_code = r.municipality_code and p.id = r.plan_id where r.year = 2024`;
		await server.sql(`update status_round set is_public = false where year = 2024; ${runAt('review')}`);
		await expect(viewRound(reader, place)).rejects.toMatchObject({ code: 'round.unknown' });
		await expect(renderReport(reader, { ...place, ...form })).rejects.toMatchObject({ code: 'round.unknown' });
		const draft = await viewRound(coordinator, place);
		expect([draft.isPublic, draft.report.version, draft.published]).toEqual([false, null, null]);
		expect((await viewPublishing(coordinator, { ...place, locale: 'da' })).mayPublish).toBe(false);
		await expect(publishRound(coordinator, place)).rejects.toMatchObject({ code: 'report.not-presented' });
		await server.sql(`update round_run set stage = 'presented' where year = 2024;
			insert into round_step (municipality_code, plan_id, year, from_stage, to_stage, who, at, meeting_body, meeting_date, case_number)
				select municipality_code, plan_id, year, 'approved', 'presented', 'x', now(), 'Klimaudvalget', '2024-06-03', '24/117' from round_run;
			insert into answer (municipality_code, plan_id, year, initiative_id, status, colour_reason, changed_at)
				select a.municipality_code, a.plan_id, a.year, a.initiative_id, 'accepted', 'Afventer budgettet', now()
				from assessment a join initiative i on i.municipality_code = a.municipality_code and i.plan_id = a.plan_id and i.id = a.initiative_id
				where a.year = 2024 and i.number = '23'`);
		const { run, sha256 } = await viewPublishing(coordinator, { ...place, locale: 'da' });
		const version = run?.version ?? 0;
		await expect(publishRound(coordinator, { ...place, version: version + 1 })).rejects.toMatchObject({ code: 'round.changed-meanwhile' });
		await publishRound(coordinator, { ...place, version, sha256 });
		expect(await server.sql(`select stage from round_run where year = 2024`)).toEqual([{ stage: 'published' }]);
		expect(await server.sql(`select from_stage, to_stage from round_step order by id`)).toEqual([
			{ from_stage: 'approved', to_stage: 'presented' },
			{ from_stage: 'presented', to_stage: 'published' },
		]);
		const published = await viewRound(reader, place);
		expect(published).toMatchObject({ isPublic: true, hash: sha256, report: { meeting: 'Klimaudvalget 3. juni 2024, sag 24/117' } });
		const said = published.report.sections.flatMap(({ rows }) => rows.filter(({ shown }) => shown.colourReason));
		expect(said.map(({ number, shown }) => [number, shown.colourReason])).toEqual([
			['23', 'Anden farve end læsevejledningen siger: Afventer budgettet'],
		]);
		for (const statement of [
			`update round_run set stage = 'review' where year = 2024`,
			`update round_run set year = 2023 where year = 2024`,
			`delete from round_run where year = 2024`,
		]) {
			await expect(server.sql(statement), statement).rejects.toMatchObject({ code: 'FR001' });
		}
		await server.sql(`update round_run set contact = 'Klimasekretariatet' where year = 2024`);
	});
});

describe('anybody with a hash or a file', () => {
	beforeAll(async () => {
		await openPublished();
		await correctRound(coordinator, correction);
	});
	afterAll(() => server.close());

	test('learns which report and version it is', async () => {
		for (const format of ['pdf', 'docx', 'xlsx', 'csv', 'json'] as const) {
			for (const version of [1, 2]) {
				const { bytes, fileName, hash } = await renderReport(reader, { ...place, ...form, format, version });
				const byFile = await checkHash(reader, { municipality: 'soroe', file: { fileName, bytes } });
				expect(byFile.reports).toMatchObject([{ year: 2024, version, newest: 2, file: format === 'json' ? 'data' : expect.any(String) }]);
				const byHash = await checkHash(reader, { municipality: 'soroe', hash: ` sha256:${hash.toUpperCase()} ` });
				expect(byHash.reports).toMatchObject([{ year: 2024, version, sha256: hash, file: null }]);
				// What stands at the foot of every page of every file, excerpts included.
				const byStart = await checkHash(reader, { municipality: 'soroe', hash: `Indhold ${hash.slice(0, 12)}…` });
				expect(byStart.reports).toMatchObject([{ year: 2024, version, sha256: hash, file: null }]);
			}
		}
	});

	test('learns of which part a file is, once it was made', async () => {
		const section = (await viewRound(reader, place)).parts.find(({ kind }) => kind === 'section');
		const part = { kind: 'section', value: String(section?.value).toUpperCase() } as const;
		const made = await renderReport(reader, { ...place, ...form, part, version: 1 });
		await renderReport(reader, { ...place, ...form, part, version: 1 });
		await renderReport(reader, { ...place, ...form, part, format: 'json' });
		expect(await countRows('report_part_file')).toBe(2);
		const { reports } = await checkHash(reader, { municipality: 'soroe', file: made });
		const found = { year: 2024, version: 1, newest: 2, file: 'pdf landscape da', part: { kind: 'section', value: section?.value } };
		expect(reports).toMatchObject([found]);
		expect((await checkHash(reader, { municipality: 'ballerup', file: made })).reports).toEqual([]);
	});

	test('is told whether a file and a number belong together', async () => {
		const newest = await renderReport(reader, { ...place, ...form });
		const old = await renderReport(reader, { ...place, ...form, version: 1 });
		const check = (hash: string, file = newest) => checkHash(reader, { municipality: 'soroe', file, hash });
		for (const own of [newest.hash.slice(0, 12), hashContent(newest.bytes)]) expect((await check(own)).beside?.isOfFile, own).toBe(true);
		const other = { isOfFile: false, hash: old.hash, reports: [{ year: 2024, version: 1 }] };
		expect(await check(old.hash)).toMatchObject({ reports: [{ version: 2 }], beside: other });
		const changed = { ...newest, bytes: newest.bytes.with(-1, 0) };
		expect(await check(newest.hash, changed)).toMatchObject({ reports: [], beside: { isOfFile: false, reports: [{ version: 2 }] } });
		await expect(check('forkert')).rejects.toMatchObject({ code: 'report.hash-form' });
	});

	test('is told when it is none', async () => {
		const { bytes, fileName } = await renderReport(reader, { ...place, ...form });
		bytes[bytes.length - 1] = 0;
		expect((await checkHash(reader, { municipality: 'soroe', file: { fileName, bytes } })).reports).toEqual([]);
		expect((await checkHash(reader, { municipality: 'soroe', hash: '0'.repeat(64) })).reports).toEqual([]);
		await expect(checkHash(reader, { municipality: 'soroe', hash: '123456789ab' })).rejects.toMatchObject({ code: 'report.hash-form' });
		const file = { fileName: 'x.pdf', bytes: new Uint8Array(10_000_001) };
		await expect(checkHash(reader, { municipality: 'soroe', file })).rejects.toMatchObject({ code: 'report.file-too-large' });
	});
});
