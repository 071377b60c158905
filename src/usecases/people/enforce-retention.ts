import { findPerson } from '#storage/people.ts';
import { listMunicipalityProfiles } from '#storage/municipalities.ts';
import { listLeftBefore, removeOldLinks, removeUnknownUsers } from '#storage/personal-data.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';
import { eraseInTransaction } from './erase-person.ts';
import { readRetention } from './retention-setting.ts';

/** How much was thrown away. */
export type EnforcedRetention = { readonly persons: number; readonly links: number; readonly users: number };

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Throws away in every municipality what has been kept as long as it is to be: names and addresses of those who left, ended
 * links, and ways of signing in that belong to no person any more. Run daily; running it twice does nothing more.
 */
export async function enforceRetention(context: Context): Promise<EnforcedRetention> {
	requireMayAnywhere(context, 'service.manage');
	const [who, at] = [context.actor.id, context.now()];
	const sum = { persons: 0, links: 0 };
	for (const { code } of await context.database.readPublic(listMunicipalityProfiles)) {
		const done = await context.database.write(code, (tx) => enforce(tx, { who, at }));
		sum.persons += done.persons;
		sum.links += done.links;
	}
	const users = await context.database.signIn((tx) => removeUnknownUsers(tx, new Date(at.getTime() - dayMs), at));
	return { ...sum, users };
}

async function enforce(tx: WriteTx, { who, at }: { readonly who: string; readonly at: Date }): Promise<Omit<EnforcedRetention, 'users'>> {
	const { retention } = await readRetention(tx);
	const before = (days: number) => new Date(at.getTime() - days * dayMs);
	const left = await listLeftBefore(tx, before(retention.leftDays));
	for (const id of left) {
		const person = await findPerson(tx, id);
		if (person) await eraseInTransaction(tx, person, { who, at });
	}
	const links = await removeOldLinks(tx, before(retention.linkDays));
	return { persons: left.length, links };
}
