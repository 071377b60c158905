import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { can, type Actor } from '#domain/access/policy.ts';
import { isDomainError } from '#domain/shared/domain-error.ts';
import type { Database } from '#storage/database.ts';
import type { Context } from '#usecases/context.ts';
import { makeContext, projectRoot } from '../context.ts';
import type { TestDatabase } from '../database.ts';
import { createExampleDatabase } from '../example-database.ts';
import { guarded, ownSignIn, parts, type Guarded } from './use-cases.ts';
import { fingerprint, listVisitors, makeWorld, number, persons, secrets, unit, year } from './world.ts';

const folder = join(projectRoot, 'src', 'usecases');
let server: TestDatabase;
let database: Database;
let token: string;

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
	token = await makeWorld(server, database);
});
afterAll(() => server.close());

/** Functions that take a context: the doors to everything stored. */
function listDoors(): string[] {
	const door = /export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*(?:\w+|\{[^}]*\}): (?:(?:Pick<)?Context|Opened)\b/g;
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
		(name) => name.endsWith('.ts') && !name.includes('.test.'),
	);
	return files.flatMap((file) =>
		[...readFileSync(join(folder, file), 'utf8').matchAll(door)].map(([, name]) => `${file.replaceAll('\\', '/')} ${name}`),
	);
}

const typedFrame = Object.fromEntries(
	['referenceGwpSet', 'referenceMethod', 'referenceUncertainty', 'baseAccount', 'baseYear', 'baseSource'].map((name) => [name, '']),
);

/** Whatever a use case may ask for. Each takes what it knows. */
function makeInput(): object {
	const key = { number, version: 1, initiativeId: persons.asked };
	const draft = { state: 'completed', progress: 'green', fulfilment: null, fulfilmentText: null, remark: 'Ændret', colourReason: null };
	return {
		municipality: '0340',
		year,
		...key,
		numbers: [number],
		answers: [key],
		edits: [{ ...key, change: draft }],
		draft,
		content: draft,
		personIds: [persons.owner],
		personId: persons.asked,
		standInId: persons.owner,
		toId: persons.owner,
		unitId: unit,
		initiativeIds: [],
		name: 'Ny',
		email: 'ny@example.org',
		role: 'owner',
		parentId: null,
		list: 'Navn;E-mail\nNy;ny@example.org\n',
		fileName: 'status.csv',
		bytes: new TextEncoder().encode('Nr.;Indsats;Status\n1;Ny titel;I gang\n'),
		draftId: persons.asked,
		importId: persons.asked,
		key: 'x',
		reason: 'Fordi',
		comment: 'Se igen',
		text: 'Tekst',
		to: 'review',
		meeting: null,
		deadline: '2099-06-01',
		askedFields: ['state'],
		remarkLimit: 600,
		contact: null,
		kind: 'invitation',
		subject: 'Emne',
		opening: 'Hej',
		day: '2099-04-01',
		settings: {},
		retention: {},
		format: 'csv',
		layout: 'landscape',
		locale: 'da',
		filter: {},
		query: {},
		hash: '0'.repeat(64),
		token,
		out: new PassThrough().resume(),
		root: projectRoot,
		send: () => Promise.reject(new Error('no mail goes out here')),
		file: null,
		editId: '1',
		undo: '1',
		mailId: persons.asked,
		reset: false,
		makeLink: () => Promise.resolve('x'),
		title: 'Ny',
		fields: {},
		into: number,
		parts: [],
		decision: 'Byrådet',
		id: persons.asked,
		edit: { measures: [], order: [] },
		account: 'geographic',
		scenario: { id: persons.asked, version: 1 },
		basis: { cells: [] },
		place: 'measures',
		measure: {},
		measureId: 'x',
		since: 2023,
		standing: { kind: 'dropped', since: '2023', reason: 'Fordi', source: '' },
		isNew: true,
		frame: { ...typedFrame, referenceYear: '1990', referenceTonnes: '300.000', referenceGases: 'CO2e', referenceSource: 'Kilde' },
		target: { step: 'main', year: '2030', perCent: '70', tonnes: '', gases: 'CO2e', boundary: 'Området', source: 'Byrådet' },
	};
}

type Outcome =
	{ readonly kind: 'done'; readonly result: unknown } | { readonly kind: 'refused' } | { readonly kind: 'failed'; readonly error: unknown };

async function call(door: string, actor: Actor): Promise<Outcome> {
	const [file = '', name = ''] = door.split(' ');
	const module = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, (context: Context, input: object) => unknown>;
	try {
		return { kind: 'done', result: await module[name]?.(makeContext(database, actor), makeInput()) };
	} catch (error) {
		const isRefusal = isDomainError(error) && error.kind === 'forbidden' && error.code === 'access.denied';
		return isRefusal ? { kind: 'refused' } : { kind: 'failed', error };
	}
}

function isAllowed(actor: Actor, { action, reach }: Guarded): boolean {
	if (reach === 'installation') return can(actor, action, { municipalityCode: null });
	if (reach === 'self') return actor.municipalityCode === '0340' && !actor.onlyAnswers;
	if (reach === 'municipality') return can(actor, action, { municipalityCode: '0340' });
	const own = { personIds: actor.personIds ?? [], unitId: actor.unitIds?.[0] ?? null };
	return can(actor, action, { municipalityCode: '0340', ...(reach === 'line' ? { personIds: [persons.asked], unitId: unit } : own) });
}

test('every use case is known here, and nothing here is gone', () => {
	const known = [...Object.keys(guarded), ...parts, ...ownSignIn];
	expect(listDoors().sort()).toEqual(known.sort());
});

test('no page, job or command reaches for a part of a use case', () => {
	const names = parts.map((part) => part.split(' ')[0] ?? '');
	for (const room of ['routes', 'jobs', 'cli', 'hooks.server.ts']) {
		const root = join(projectRoot, 'src', room);
		const files = room.endsWith('.ts') ? [''] : readdirSync(root, { recursive: true, encoding: 'utf8' });
		for (const file of files.filter((each) => /\.(ts|svelte)$/.test(join(root, each)) && !each.includes('.test.'))) {
			const text = readFileSync(join(root, file), 'utf8');
			for (const part of parts) {
				const [path = '', name = ''] = part.split(' ');
				const isTaken = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '#usecases/${path.replaceAll('.', '\\.')}'`).test(text);
				expect(isTaken, `${room}/${file} takes ${part}`).toBe(false);
			}
		}
	}
	expect(names.length).toBeGreaterThan(0);
});

describe('who may not is refused, and nothing has changed', () => {
	test.each(Object.entries(guarded))('%s', async (door, guard) => {
		const before = await fingerprint(server);
		let refused = 0;
		for (const { name, actor } of listVisitors()) {
			if (isAllowed(actor, guard)) continue;
			const outcome = await call(door, actor);
			expect(outcome.kind, `${name}: ${outcome.kind === 'failed' ? String(outcome.error) : ''}`).toBe('refused');
			refused++;
		}
		expect(await fingerprint(server)).toBe(before);
		// What is open to all is refused to nobody; everything else must have been refused to somebody.
		expect(refused > 0 || ['plan.read', 'report.render', 'data.export'].includes(guard.action)).toBe(true);
	});
});

describe('what is open to all tells nothing of those who work on the round', () => {
	const open = Object.entries(guarded).filter(
		([, { action, reach }]) => reach !== 'self' && ['plan.read', 'report.render', 'data.export'].includes(action),
	);
	test.each(open)('%s', async (door) => {
		for (const { name, actor } of listVisitors().filter(({ actor: each }) => each.role === 'reader' || each.municipalityCode === '0151')) {
			const outcome = await call(door, actor);
			const told = outcome.kind === 'done' ? writeOut(outcome.result) : outcome.kind === 'failed' ? writeOut(outcome.error) : '';
			for (const secret of secrets) expect(told.includes(secret), `${door} tells ${name} of ${secret}`).toBe(false);
		}
	});
});

describe('who may is not refused', () => {
	const home = Object.entries(guarded).filter(([, { reach }]) => reach !== 'installation');
	test.each(home)('%s', async (door, guard) => {
		const able = listVisitors().filter(({ actor }) => isAllowed(actor, guard));
		expect(able.length).toBeGreaterThan(0);
		for (const { name, actor } of able) expect((await call(door, actor)).kind, name).not.toBe('refused');
	});
});

/** Everything in a result as text, bytes included. */
function writeOut(value: unknown): string {
	const seen = new WeakSet<object>();
	const text = JSON.stringify(value, (_, each: unknown) => {
		if (each instanceof Uint8Array) return new TextDecoder().decode(each);
		if (each instanceof Error) return `${each.message} ${each.stack}`;
		if (each instanceof Map || each instanceof Set) return [...each];
		if (typeof each === 'object' && each !== null) {
			if (seen.has(each)) return undefined;
			seen.add(each);
		}
		return each;
	});
	return text ?? '';
}
