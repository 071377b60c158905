import { fileURLToPath } from 'node:url';
import type { Actor } from '#domain/access/policy.ts';
import type { Database } from '#storage/database.ts';
import type { Context } from '#usecases/context.ts';

/** The folder that holds `reference/` and `examples/`. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Actors of the tests. */
export const actors = {
	installer: { id: 'installation', role: 'administrator', municipalityCode: null },
	coordinator: { id: 'coordinator', role: 'coordinator', municipalityCode: '0340' },
	neighbour: { id: 'neighbour', role: 'coordinator', municipalityCode: '0151' },
	reader: { id: 'reader', role: 'reader', municipalityCode: null },
} as const satisfies Record<string, Actor>;

/** A context whose clock stands still unless `now` says otherwise. */
export function makeContext(database: Database, actor: Actor, now: () => Date = () => new Date('2026-03-01T10:00:00Z')): Context {
	return { actor, database, address: 'https://klima.example.org', now };
}
