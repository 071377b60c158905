import { chainedLogs, checkLogChain, checkPublishedHashes, listMissingGuards, type ChainedLog } from '#storage/log-chains.ts';
import { listMunicipalityProfiles } from '#storage/municipalities.ts';
import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';

/** Something that is not as it was written: an entry of a log, a published report or file, or a guard that is gone. */
export type Breach = { readonly municipality: string | null; readonly kind: ChainedLog | 'published' | 'guard'; readonly what: string };

/** One municipality's logs. Whoever keeps the newest hashes elsewhere can also tell whether entries were cut off at the end. */
export type VerifiedLogs = {
	readonly municipality: string;
	readonly name: string;
	readonly entries: Readonly<Record<ChainedLog, number>>;
	readonly newest: Readonly<Record<ChainedLog, string | null>>;
	readonly reports: number;
	readonly files: number;
};

export type Verification = { readonly logs: readonly VerifiedLogs[]; readonly breaches: readonly Breach[] };

/** Walks the chains of history and audit log and compares every published report and file with its hash, in every municipality. */
export async function verifyInstallation(context: Context): Promise<Verification> {
	requireMayAnywhere(context, 'service.manage');
	const municipalities = await context.database.readPublic(listMunicipalityProfiles);
	const logs: VerifiedLogs[] = [];
	const breaches: Breach[] = [];
	for (const [index, { code, name }] of municipalities.entries()) {
		const found = await verifyMunicipality(context, code, index === 0);
		logs.push({ municipality: code, name, ...found.logs });
		breaches.push(...found.breaches);
	}
	return { logs, breaches };
}

type Found = { readonly logs: Omit<VerifiedLogs, 'municipality' | 'name'>; readonly breaches: readonly Breach[] };

async function verifyMunicipality({ database }: Context, municipality: string, withGuards: boolean): Promise<Found> {
	return database.read(municipality, async (tx) => {
		const breaches: Breach[] = [];
		const entries = { change: 0, audit_entry: 0 };
		const newest: Record<ChainedLog, string | null> = { change: null, audit_entry: null };
		for (const log of chainedLogs) {
			const chain = await checkLogChain(tx, log);
			[entries[log], newest[log]] = [chain.entries, chain.newest];
			breaches.push(...chain.broken.map((id) => ({ municipality, kind: log, what: String(id) })));
		}
		const { reports, files, broken } = await checkPublishedHashes(tx);
		breaches.push(...broken.map((what) => ({ municipality, kind: 'published' as const, what })));
		// The guards are the same for all: looked for once.
		const guards = withGuards ? await listMissingGuards(tx) : [];
		breaches.push(...guards.map((what) => ({ municipality: null, kind: 'guard' as const, what })));
		return { logs: { entries, newest, reports, files }, breaches };
	});
}
