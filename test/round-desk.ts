import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/access/policy.ts';
import type { PersonRole } from '#domain/access/person.ts';
import { emptyDraft, type AnswerDraft } from '#domain/followup/answer-rules.ts';
import type { RoundStage } from '#domain/followup/round-stage.ts';
import type { Database } from '#storage/database.ts';
import { setOwners } from '#storage/initiative-owners.ts';
import { setUnitOfInitiatives } from '#storage/initiative-units.ts';
import { listInitiativeRows } from '#storage/initiatives.ts';
import { addPerson } from '#storage/people.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import type { Context } from '#usecases/context.ts';
import { openRound } from '#usecases/round/open-round.ts';
import { stepRound } from '#usecases/round/step-round.ts';
import { viewBoard } from '#usecases/round/view-board.ts';
import { viewOwnAnswer } from '#usecases/round/view-own-answer.ts';
import { actors, makeContext } from './context.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { prepareExamples } from './example-database.ts';

export const municipality = 'soroe';
export const year = 2024;

/** A round of Sorø's initiatives with made-up persons, on a database of its own. */
export type RoundDesk = {
	readonly server: TestDatabase;
	readonly database: Database;
	readonly planId: string;
	/** Every look at this clock is a second later than the one before. */
	readonly now: () => Date;
	/** Moves the clock. */
	readonly goTo: (day: string) => void;
	readonly coordinator: () => Context;
	readonly as: (id: string, more?: Partial<Actor>) => Context;
	readonly reader: () => Context;
	/** Adds a person and lets them answer for initiatives. */
	readonly addOwner: (name: string, numbers: readonly string[], role?: PersonRole, unitId?: string) => Promise<string>;
	readonly addUnit: (name: string, numbers: readonly string[]) => Promise<string>;
	readonly open: (stage?: RoundStage) => Promise<void>;
	readonly step: (to: RoundStage) => Promise<void>;
	readonly getVersion: (number: string) => Promise<number>;
	/** One row of the board. */
	readonly getRow: (
		number: string,
	) => ReturnType<typeof viewBoard> extends Promise<{ rows: readonly (infer Row)[] }> ? Promise<Row> : never;
};

export const fullAnswer: AnswerDraft = { ...emptyDraft, state: 'in progress', fulfilment: 'yellow', remark: 'Første hal er klar.' };
/** The same about an initiative on which the reading guide is silent: its colour is chosen. */
export const colouredAnswer: AnswerDraft = { ...fullAnswer, progress: 'green' };

/** @param template a database to copy that holds the examples, whole or shortened */
export async function openRoundDesk(template?: string): Promise<RoundDesk> {
	const server = await createTestDatabase(template ?? (await prepareExamples()));
	const database = await server.open();
	// Who answers for what is each test's own matter.
	await server.sql('delete from initiative_owner');
	await server.sql('delete from initiative_unit');
	let time = Date.parse('2026-03-01T10:00:00Z');
	const now = () => new Date((time += 1000));
	const coordinator = () => makeContext(database, actors.coordinator, now);
	const as = (id: string, more: Partial<Actor> = {}) =>
		makeContext(database, { id, role: 'owner', municipalityCode: '0340', personIds: [id], ...more }, now);
	const planId = await database.read('0340', async (tx) => String((await findCurrentPlan(tx, { publicOnly: false }))?.id));
	const findIds = (numbers: readonly string[]) =>
		database.read('0340', async (tx) => {
			const rows = await listInitiativeRows(tx, planId);
			return numbers.map((number) => String(rows.find(({ content }) => content.number === number)?.id));
		});
	const step = async (to: RoundStage) => {
		const { run } = await viewBoard(coordinator(), { municipality, year });
		const meeting = to === 'presented' ? { body: 'Klimaudvalget', date: '2026-05-20', caseNumber: '24/123' } : null;
		await stepRound(coordinator(), { municipality, year, version: run.version, to, reason: 'prøve', meeting });
	};
	const stages: readonly RoundStage[] = ['collecting', 'review', 'approved', 'presented'];
	return {
		server,
		database,
		planId,
		now,
		goTo: (day) => void (time = Date.parse(`${day}T10:00:00Z`)),
		coordinator,
		as,
		reader: () => makeContext(database, actors.reader, now),
		addOwner: async (name, numbers, role = 'owner', unitId) => {
			const ids = await findIds(numbers);
			return database.write('0340', async (tx) => {
				const email = `${randomUUID()}@example.org`;
				const id = await addPerson(tx, { name, email, role, unitId: unitId ?? null }, now());
				await setOwners(tx, planId, ids, [id]);
				return id;
			});
		},
		addUnit: async (name, numbers) => {
			const id = randomUUID();
			await server.sql(`insert into organisation_unit (municipality_code, id, name, changed_at) values ('0340', $1, $2, now())`, [
				id,
				name,
			]);
			const ids = await findIds(numbers);
			await database.write('0340', (tx) => setUnitOfInitiatives(tx, planId, ids, id));
			return id;
		},
		open: async (stage = 'collecting') => {
			const asked = { askedFields: ['state', 'progress', 'fulfilment', 'remark'], remarkLimit: 600 } as const;
			await openRound(coordinator(), { municipality, year, deadline: '2026-05-01', ...asked, contact: 'Klimakoordinatoren' });
			for (const to of stages.slice(0, stages.indexOf(stage) + 1)) await step(to);
		},
		step,
		getVersion: async (number) => (await viewOwnAnswer(coordinator(), { municipality, year, number })).answer.version,
		getRow: async (number) => {
			const row = (await viewBoard(coordinator(), { municipality, year })).rows.find(({ initiative }) => initiative.number === number);
			if (!row) throw new Error(`the board has no row ${number}`);
			return row;
		},
	};
}
